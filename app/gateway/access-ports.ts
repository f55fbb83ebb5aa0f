// What the gateway of an account needs of its session and of this computer. Types only.
import type { RotationClipboard } from '../key/rotation/ports';
import type { AccessView } from '../model/access/access-view';
import type { Clock } from '../model/clock';
import type { AppState } from '../model/state/app-state';
import type { Endpoints } from '../nineproxy/operations/endpoints';
import type { Fetch } from '../nineproxy/transport/attempt';
import type { StoredDocument } from '../settings/document/document';
import type { AccessContent } from './consumers/access-document';
import type { KeyAtAddress } from './vendor/upstream';

/** What this computer has for a gateway. */
export interface GatewayMachine {
  /** The network; its writes are apart from those of the windows. */
  fetch: Fetch;
  /** Where its socket is; null: this system has none. */
  socket: string | null;
  /** Our own user where the user at the other end of a connection can be found out (Linux); null: it cannot. */
  uid: number | null;
  /** The variable of our environment by which programs would ask a proxy for 127.0.0.1; null: none. */
  proxyVariable: string | null;
  random(bytes: number): Uint8Array;
}

export interface AccessPorts {
  /** Null: this process never listens. */
  machine: GatewayMachine | null;
  document: StoredDocument<AccessContent>;
  clock: Clock;
  newId(): string;
  copyOnce: Pick<RotationClipboard, 'copy'>;
  endpoints(): Endpoints;
  /** The key in use. */
  key(): KeyAtAddress | null;
  state(): AppState;
  /** Reads the account now: 9Proxy refused its key to a consumer. */
  readAccount(): void;
  publish(view: AccessView): void;
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
}
