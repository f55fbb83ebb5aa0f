// A host of sessions with fake surroundings, for tests: a vendor with two keys, a vault and a profile in memory.
import { emptyAccess } from '../../gateway/consumers/access-document';
import { createMemoryJobStore } from '../../account/bulk/jobs/job-store';
import type { AlertMemories } from '../../account/alerts/memory';
import type { Alert } from '../../model/alert';
import type { History, Sample } from '../../account/history/history';
import { createSampleStore } from '../../account/history/sample-store';
import type { LastKnown } from '../../account/history/last-known';
import type { DemoLanguage } from '../../demo/demo';
import { exampleRow } from '../../model/state/app-state.fixture';
import { manualClock, type ManualClock } from '../../model/clock.fixture';
import type { KeyState } from '../../model/state/app-state';
import type { Keyring } from '../../key/keyring/keyring';
import { createJournal, emptyJournal } from '../../key/rotation/journal';
import { createVault, type Vault } from '../../key/vault';
import { readKeyText } from '../../key/key-text';
import { resolveAddress } from '../../settings/address';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { noPlacesContent } from '../../places/documents/places-document';
import { noRuns } from '../../places/documents/run-document';
import { noSystem } from '../../places/service/no-system';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { noLoginItem } from '../../settings/login-item/login-item';
import { defaultSettings, type Settings } from '../../model/settings';
import type { StoredDocument } from '../../settings/document/document';
import { SessionHost } from './session-host';

export const oldKey = 'OLDKEY1234567890abcdef';
export const newKey = 'NEWKEY1234567890abcdef';
export const otherKey = 'OTHERKEY1234567890abcd';
const start = Date.UTC(2026, 10, 22, 12);

/** A stand-in for a fingerprint; the real one shows nothing of a key. */
const printOf = (key: string) => `print ${key.slice(0, 3)} ${key.length}`;

const noKeyring: Keyring = {
  backend: () => 'basic_text',
  readiness: async () => 'absent',
  use: async () => ({ status: 'absent' }),
};

function inMemory<T extends object>(value: T): StoredDocument<T> & { value: T; fails: Problem | null } {
  const kept = {
    value,
    fails: null as Problem | null,
    read: () => kept.value,
    write(next: T): Result<void> {
      kept.value = next;
      return kept.fails === null ? ok(undefined) : failed(kept.fails);
    },
    problems: () => (kept.fails === null ? [] : [kept.fails]),
  };
  return kept;
}

export interface SessionFixture {
  session: SessionHost;
  clock: ManualClock;
  /** Reads and writes that reached the vendor: `operation key`. */
  asked: string[];
  /** Addresses that a client was made for. */
  addresses: string[];
  /** Ports of the application on this computer that were asked for its list; null: it was not to be asked. */
  localPorts: (number | null)[];
  /** What the vendor answers; change it to make trouble. */
  vendor: { alive: string; trouble: Problem | null; accounts: Record<string, number> };
  profile: {
    settings: { value: Settings /** What a person wrote into the file since. */; edited: Settings | null };
    lastKnown: { value: LastKnown; fails: Problem | null };
    history: { value: History };
    alerts: { value: AlertMemories };
  };
  /** What the user was notified of, in order. */
  told: Alert[];
  vault: {
    kept: string | null;
    locked: boolean;
    canProtect: boolean;
    unsaved: boolean;
    /** The system's prompt, while a key is being kept; null: there is none. */
    prompt: Promise<void> | null;
  };
  /** `of`: what was said to be in it. */
  clipboard: { text: string; of?: 'key' | 'list' | undefined };
  /** Whether the demo's process runs. */
  demoRuns(): boolean;
  /** The language that each demo was started with. */
  demoLanguages: (DemoLanguage | null)[];
}

/** Two days before the demo began, in which it used ten IPs an hour. */
function demoPast(now: number): Sample[] {
  return Array.from({ length: 48 }, (_, i): Sample => [now - (48 - i) * 3_600_000, 480 + (48 - i) * 10, null, null, 1]);
}

/** A host of sessions in whose account the vault holds `kept` (null: no key). */
export function sessionFixture(kept: string | null, settings: Partial<Settings> = {}): SessionFixture {
  const clock = manualClock(start);
  const asked: string[] = [];
  const addresses: string[] = [];
  const localPorts: (number | null)[] = [];
  const vendor: SessionFixture['vendor'] = {
    alive: oldKey,
    trouble: null,
    accounts: { [oldKey]: 7, [newKey]: 7, [otherKey]: 8, demokey: 99 },
  };
  const vaultState: SessionFixture['vault'] = {
    kept,
    locked: false,
    canProtect: true,
    unsaved: false,
    prompt: null,
  };
  const settingsFile: SessionFixture['profile']['settings'] = {
    value: { ...defaultSettings, ...settings },
    edited: null,
  };
  const lastKnown = inMemory<LastKnown>({ current: null, accounts: {} });
  const history = inMemory<History>({ accounts: {} });
  const alerts = inMemory<AlertMemories>({ accounts: {} });
  const told: Alert[] = [];
  /** Sub-accounts that are off at the vendor: account and row. */
  const disabled = new Set<string>();
  let demoRuns = false;
  const demoLanguages: SessionFixture['demoLanguages'] = [];
  let tickets = 0;

  const createClient = (key: string, address: string): NineProxy => {
    addresses.push(address);
    const answer = async <T>(operation: string, value: T): Promise<Result<T>> => {
      asked.push(`${operation} ${key}`);
      if (vendor.trouble !== null) return failed(vendor.trouble);
      return key === vendor.alive || key === 'demokey' ? ok(value) : failed({ kind: 'key-refused' });
    };
    const id = vendor.accounts[key] ?? 0;
    return {
      readAccount: () =>
        answer('readAccount', {
          account: { id, email: null, username: `person${id}`, emailVerified: true, twoFactor: true },
          wallet: { amount: 20 + id },
        }),
      readBalance: () =>
        answer('readBalance', {
          ips: { total: 100 * id, plans: [] },
          traffic: { total: 5e9, packages: [] },
        }),
      readAutoRenew: () =>
        answer('readAutoRenew', {
          on: true,
          packageName: null,
          price: 1,
          whenIps: null,
          whenTraffic: null,
          nextAt: null,
          lastAt: null,
          lastOutcome: null,
          lastMessage: null,
        }),
      listSubAccounts({ status }) {
        const items = [1, 2]
          .map((row) => ({ ...exampleRow(row), enabled: !disabled.has(`${id} ${row}`) }))
          .filter(({ enabled }) => status === undefined || enabled === (status === 'enabled'));
        return answer('listSubAccounts', { items, totalItems: items.length, totalPages: 1, skipped: 0 });
      },
      readAffiliate: () =>
        answer('readAffiliate', {
          registeredUsers: 3,
          today: 1,
          total: 20,
          valid: 18,
          withdrawn: 8,
          available: 10,
          level: null,
        }),
      readList: (list) => answer(`readList ${list}`, { items: [], totalItems: 0, totalPages: 0, skipped: 0 }),
      check: (operation) => answer(`check ${operation}`, { items: null }),
      createSubAccount: () => answer('createSubAccount', { id: null }),
      updateSubAccount: () => answer('updateSubAccount', undefined),
      async setSubAccountEnabled(row, enabled) {
        const done = await answer('setSubAccountEnabled', undefined);
        if (done.ok) disabled[enabled ? 'delete' : 'add'](`${id} ${row}`);
        return done;
      },
      setTopUp: () => answer('setTopUp', undefined),
      deleteSubAccount: () => answer('deleteSubAccount', undefined),
      createSubUser: () => answer('createSubUser', undefined),
      updateSubUser: () => answer('updateSubUser', undefined),
      deleteSubUser: () => answer('deleteSubUser', undefined),
      createWhitelistEntry: () => answer('createWhitelistEntry', undefined),
      updateWhitelistEntry: () => answer('updateWhitelistEntry', undefined),
      deleteWhitelistEntry: () => answer('deleteWhitelistEntry', undefined),
      createConnection: () => answer('createConnection', undefined),
      updateConnection: () => answer('updateConnection', undefined),
      deleteConnections: () => answer('deleteConnections', undefined),
      makeIpCodes: () => answer('makeIpCodes', ['CODE-1']),
      makeTrafficCodes: () => answer('makeTrafficCodes', ['CODE-2']),
      redeemCodes: (codes) => answer('redeemCodes', codes.length),
      revokeCodes: () => answer('revokeCodes', undefined),
      setAutoRenew: () => answer('setAutoRenew', undefined),
    };
  };

  let keyState: KeyState = {
    status: 'asking',
    storage: null,
    canProtect: null,
    keyring: null,
    fingerprint: null,
    savedAt: null,
  };
  let text: string | null = null;
  let received: string | null = null;
  const previous: string[] = [];
  const vault: Vault = {
    describe: () => keyState,
    text: () => text,
    fingerprintOf: printOf,
    inUse: () =>
      text === null ? null : { fingerprint: printOf(text), storage: keyState.storage ?? ('protected' as const) },
    received: () => (received === null ? null : { fingerprint: printOf(received), storage: 'protected' }),
    storageForNew: async () => 'protected',
    async receive(one) {
      received = one;
      return ok(undefined);
    },
    async textOf(print) {
      const found = [text, received, ...previous].find((one) => one !== null && printOf(one) === print);
      return found === undefined || found === null ? failed({ kind: 'key-missing' }) : ok(found);
    },
    async promote() {
      if (received === null) return ok(undefined);
      if (text !== null) previous.push(text);
      [text, vaultState.kept, received] = [received, received, null];
      keyState = { ...keyState, status: 'present', storage: 'protected', fingerprint: printOf(text) };
      return ok(undefined);
    },
    async discardReceived() {
      received = null;
      return ok(undefined);
    },
    async destroyPrevious() {
      previous.length = 0;
      return ok(undefined);
    },
    async open() {
      const elsewhere = settingsFile.value.address.kind !== (settings.address?.kind ?? 'production');
      if (vaultState.locked) {
        const problem: Problem = { kind: 'keyring-locked' };
        keyState = { ...keyState, status: 'locked', problem };
        return { status: 'locked', problem };
      }
      // As the real one: a key is kept for one address.
      text = elsewhere ? null : vaultState.kept;
      const { problem: _, ...rest } = keyState;
      keyState = { ...rest, status: text === null ? 'absent' : 'present' };
      return text === null ? { status: 'absent' } : { status: 'present', text };
    },
    async canProtect() {
      return { canProtect: vaultState.canProtect, keyring: 'test' };
    },
    async keep(one, storage) {
      if (storage === 'protected' && !vaultState.canProtect) return failed({ kind: 'keyring-absent' });
      await vaultState.prompt;
      text = one;
      if (storage !== 'session') vaultState.kept = one;
      keyState = { ...keyState, status: 'present', storage, fingerprint: 'K7QF-2MXD' };
      return ok(keyState);
    },
    async forget() {
      text = null;
      vaultState.kept = null;
      keyState = { ...keyState, status: 'absent', storage: null };
      return ok(undefined);
    },
    stopAsking: () => undefined,
    subscribe: () => () => undefined,
  };

  const clipboard: SessionFixture['clipboard'] = { text: '' };
  const session = new SessionHost({
    clock,
    random: () => 0.5,
    newTicket: () => `ticket-${(tickets += 1)}`,
    platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
    settings: {
      read: () => settingsFile.value,
      change(patch) {
        settingsFile.value = { ...settingsFile.value, ...patch };
        return ok(settingsFile.value);
      },
      reread() {
        if (settingsFile.edited === null) return false;
        settingsFile.value = settingsFile.edited;
        settingsFile.edited = null;
        return true;
      },
      problems: () => [],
    },
    account: {
      vault,
      journal: createJournal(createMemoryDocument(emptyJournal)),
      places: noSystem,
      keyringIsOpen: async () => !vaultState.locked,
      documents: {
        lastKnown,
        samples: createSampleStore(history, clock.now),
        alerts,
        jobs: createMemoryJobStore(),
        access: createMemoryDocument(emptyAccess),
        places: createMemoryDocument(noPlacesContent),
        placesRun: createMemoryDocument(noRuns),
        retry: () => {
          vaultState.unsaved = false;
        },
      },
      problems: () => (vaultState.unsaved ? [{ kind: 'disk-full' }] : []),
    },
    demo: {
      start: async (language) => {
        demoRuns = true;
        demoLanguages.push(language);
        return ok({
          origin: 'http://127.0.0.1:4999',
          key: 'demokey',
          dashboard: 'http://127.0.0.1:4999/dashboard/',
          past: demoPast(clock.now()),
          pinned: [],
        });
      },
      stop: () => {
        demoRuns = false;
      },
      openExamples: async () => null,
      createVault: () =>
        createVault({
          document: createMemoryDocument({ salt: '', keys: {} }),
          slot: () => 'demo',
          production: '',
          keyring: noKeyring,
          platform: 'linux',
          now: clock.now,
          random: (bytes) => new Uint8Array(bytes).fill(7),
        }),
    },
    gateway: null,
    tell: (some) => told.push(...some),
    copyOnce: {
      async copy(one, of) {
        clipboard.text = one;
        clipboard.of = of;
        return ok({ clearsAt: clock.now() + 60_000 });
      },
      async clearIfHolds(one) {
        if (clipboard.text !== one) return null;
        clipboard.text = '';
        return true;
      },
      state: () => ({ clearsAt: null, outcome: 'none' }),
      subscribe: () => () => undefined,
    },
    readKeyText,
    sourceOf: (chosen) => resolveAddress(chosen.address),
    createClient,
    applyProxy: async () => ok(undefined),
    loginItem: noLoginItem,
    readLocalToday: async (port) => {
      localPorts.push(port);
      return failed({ kind: 'not-offered' });
    },
    log: () => undefined,
  });
  return {
    session,
    clock,
    asked,
    addresses,
    localPorts,
    vendor,
    profile: { settings: settingsFile, lastKnown, history, alerts },
    told,
    vault: vaultState,
    clipboard,
    demoRuns: () => demoRuns,
    demoLanguages,
  };
}
