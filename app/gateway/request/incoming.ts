// One request as the server hands it to the gateway. Types only.
import type { RawRequest } from './read-request';

/** One request, as the server has it. */
export interface Incoming {
  raw: RawRequest;
  /** What its Host header may be. */
  hosts: readonly string[];
  /** Whether another user of this computer sent it. */
  isFromOtherUser(): Promise<boolean>;
  /** Its body; null where it is too long or was cut off. */
  readBody(): Promise<string | null>;
  /** Aborted when the client left, or when the token that `onIdentified` had is revoked. A read ends with it, and may end it at its time limit. */
  cancel: AbortController;
  /** Its connection belongs to this token's consumer from now on: it ends when that is revoked. */
  onIdentified(revoked: AbortSignal): void;
  /** The program at the other end, where that can be found out. */
  findProgram(): Promise<{ name: string; pid: number } | null>;
}
