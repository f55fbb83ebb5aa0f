// What a session needs of the world: files, vault, vendor, demo, time. Types only.
// It must not: hold a secret or decide anything.
import type { AlertMemories } from '../account/alerts/memory';
import type { Alert } from '../model/alert';
import type { JobStore } from '../account/bulk/job-store';
import type { History, Sample } from '../account/history/history';
import type { LastKnown } from '../account/history/last-known';
import type { Clock } from '../model/clock';
import type { AppState } from '../model/app-state';
import type { RotationClipboard, Journal } from '../key/rotation/ports';
import type { Vault } from '../key/vault';
import type { Address } from '../settings/address';
import type { NineProxy } from '../nineproxy/client';
import type { Page } from '../nineproxy/resources/page';
import type { VendorRow } from '../nineproxy/resources/record-mapping';
import type { Problem, Result } from '../model/problem';
import type { Settings } from '../model/settings';
import type { StoredDocument } from '../settings/document';
import type { SettingsStore } from '../settings/settings';

export interface SessionOptions {
  clock: Clock;
  random(): number;
  newTicket(): string;
  platform: AppState['platform'];
  settings: Pick<SettingsStore, 'read' | 'change' | 'reread' | 'problems'>;
  lastKnown: StoredDocument<LastKnown>;
  history: StoredDocument<History>;
  /** alerts.json. */
  alerts: StoredDocument<AlertMemories>;
  /** Tells a person of these alerts, outside of any window. */
  tell(alerts: readonly Alert[]): void;
  vault: Vault;
  /** rotation.json. */
  journal: Journal;
  /** bulk.json and bulk-progress.json. */
  bulkShelf: JobStore;
  /** A vault that forgets: for the demo's key. */
  demoVault(): Vault;
  copyOnce: RotationClipboard;
  /** Linux: whether the keyring answers now without a prompt. False elsewhere, where it cannot be told. */
  keyringIsOpen(): Promise<boolean>;
  /** What is wrong with the profile folder, the key's own file and the journal. */
  keyFileProblems(): Problem[];
  /** Tries again to write what a full disk or a read-only folder kept in memory. */
  retryWrites(): void;
  readKeyText(pasted: string): Result<string>;
  /** Where these settings lead to. */
  sourceOf(settings: Settings): Result<Address>;
  /** `address`: scheme, host, port and perhaps a path. */
  createClient(key: string, address: string): NineProxy;
  applyProxy(proxy: Settings['proxy']): Promise<Result<void>>;
  applyStartAtLogin(on: boolean): Result<void>;
  /** `past`: what the demo says it had before it began, as samples of the history. */
  demo: { start(): Promise<Result<{ origin: string; key: string; dashboard: string; past: Sample[] }>>; stop(): void };
  /** The today list of the vendor's own application on this computer, at a port; null: it is not to be asked (app/local-app). */
  readLocalToday(port: number | null, signal: AbortSignal): Promise<Result<Page<VendorRow>>>;
  /** Resolves when no write to the profile folder waits any more. */
  saved(): Promise<void>;
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
}
