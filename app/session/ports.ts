// What a session needs of one source, and what the host of sessions needs of this computer. Types only.
import type { ReadRows } from '../account/refresh/sub-account-reads';
import type { GatewayMachine } from '../gateway/access-ports';
import type { AccessContent } from '../gateway/consumers/access-document';
import type { AlertMemories } from '../account/alerts/memory';
import type { Alert } from '../model/alert';
import type { PlacesContent } from '../places/documents/places-document';
import type { RunContent } from '../places/documents/run-document';
import type { PlacesSystem } from '../places/ports';
import type { JobStore } from '../account/bulk/jobs/job-store';
import type { SampleStore } from '../account/history/sample-store';
import type { LastKnown } from '../account/history/last-known';
import type { Clock } from '../model/clock';
import type { AppState } from '../model/state/app-state';
import type { RotationClipboard, Journal } from '../key/rotation/ports';
import type { Vault } from '../key/vault';
import type { NineProxy } from '../nineproxy/client';
import type { Page } from '../nineproxy/resources/page';
import type { VendorRow } from '../nineproxy/resources/record-mapping';
import type { Problem, Result } from '../model/problem';
import type { SessionId } from '../model/session-id';
import type { StoredDocument } from '../settings/document/document';
import type { SettingsStore } from '../settings/settings';

/** Where a session's figures come from. */
export interface AccountSource {
  /** As it is shown; an address that is not safe has no origin, and no request goes there. */
  shown(): AppState['source'];
  /** The full address; null where there is no safe one. */
  address(): string | null;
  /** What keeps NineTray from sending any request, whatever the key. */
  blockedBy(): Problem | null;
}

/** Where one account's documents are kept. */
export interface AccountDocuments {
  /** The last known figures. */
  lastKnown: StoredDocument<LastKnown>;
  samples: SampleStore;
  alerts: StoredDocument<AlertMemories>;
  /** Jobs on many sub-accounts. */
  jobs: JobStore;
  /** The local gateway and its consumers. */
  access: StoredDocument<AccessContent>;
  /** The places that hold the key. */
  places: StoredDocument<PlacesContent>;
  /** The run that brings a new key to them. */
  placesRun: StoredDocument<RunContent>;
  /** Tries again to write what a full disk or a read-only folder kept in memory. */
  retry(): void;
  /** Something was written, or could not be: what is wrong with the documents may be another. */
  written(): void;
}

/** What the user chose for sub-accounts, by the account's id. */
export interface AccountChoices {
  pins(accountId: number): readonly number[];
  savePins(accountId: number, pinned: number[]): Result<void>;
  /** Rows were read: thresholds of a sub-account follow its new name. */
  followNames(accountId: number, rows: ReadRows): void;
}

/** What all sessions of this computer share. */
export interface SharedPorts {
  clock: Clock;
  random(): number;
  newTicket(): string;
  /** A number that no session had before, larger than all of them: windows recognise the newer by it. */
  nextRevision(): number;
  settings: Pick<SettingsStore, 'read' | 'change'>;
  copyOnce: RotationClipboard;
  readKeyText(pasted: string): Result<string>;
  /** `address`: scheme, host, port and perhaps a path. */
  createClient(key: string, address: string): NineProxy;
  /** What this computer has for the local gateway; null: this process has none. */
  gateway: GatewayMachine | null;
  /** Notifies the user of these alerts, outside of any window. */
  tell(alerts: readonly Alert[]): void;
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
}

/** One account over one source. */
export interface AccountPorts extends SharedPorts {
  id: SessionId;
  source: AccountSource;
  vault: Vault;
  journal: Journal;
  documents: AccountDocuments;
  choices: AccountChoices;
  /** What may be done for the places on this computer. */
  places: PlacesSystem;
  /** Linux: whether the keyring answers now without a prompt. False elsewhere, where it cannot be known. */
  keyringIsOpen(): Promise<boolean>;
  /** The today list of the vendor's own application on this computer (app/local-app). */
  readLocalToday(signal: AbortSignal): Promise<Result<Page<VendorRow>>>;
}
