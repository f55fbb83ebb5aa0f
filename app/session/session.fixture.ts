// A session with everything around it made by hand, for tests: a vendor with two keys, a vault and a profile in memory.
// It must not: be imported by anything but tests.
import type { History } from '../account/history';
import type { LastKnown } from '../account/last-known';
import { exampleRow } from '../account/state.fixture';
import { manualClock, type ManualClock } from '../account/clock.fixture';
import type { KeyState } from '../account/state';
import type { Vault } from '../key/vault';
import { readKeyText } from '../key/key-text';
import { resolveAddress } from '../nineproxy/address';
import type { NineProxy } from '../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../problem/problem';
import { defaultSettings, type Settings } from '../settings/schema';
import { createSession, type Kept, type Session } from './session';

export const oldKey = 'OLDKEY1234567890abcdef';
export const newKey = 'NEWKEY1234567890abcdef';
export const otherKey = 'OTHERKEY1234567890abcd';
const start = Date.UTC(2026, 10, 22, 12);

function inMemory<T>(value: T): Kept<T> & { value: T; fails: Problem | null } {
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
  session: Session;
  clock: ManualClock;
  /** Reads and writes that reached the vendor: `operation key`. */
  asked: string[];
  /** Addresses that a client was made for. */
  addresses: string[];
  /** What the vendor answers; change it to make trouble. */
  vendor: { alive: string; trouble: Problem | null; accounts: Record<string, number> };
  profile: {
    settings: { value: Settings };
    lastKnown: { value: LastKnown; fails: Problem | null };
    history: { value: History };
  };
  vault: { kept: string | null; locked: boolean; canProtect: boolean; unsaved: boolean };
  /** Whether the demo's process runs. */
  demoRuns(): boolean;
}

/** A session in which the vault holds `kept` (null: no key). */
export function sessionFixture(kept: string | null, settings: Partial<Settings> = {}): SessionFixture {
  const clock = manualClock(start);
  const asked: string[] = [];
  const addresses: string[] = [];
  const vendor: SessionFixture['vendor'] = {
    alive: oldKey,
    trouble: null,
    accounts: { [oldKey]: 7, [newKey]: 7, [otherKey]: 8, demokey: 99 },
  };
  const vaultState = { kept, locked: false, canProtect: true, unsaved: false };
  const settingsFile = inMemory<Settings>({ ...defaultSettings, ...settings });
  const lastKnown = inMemory<LastKnown>({ current: null, accounts: {} });
  const history = inMemory<History>({ accounts: {} });
  let demoRuns = false;
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
      listSubAccounts: () =>
        answer('listSubAccounts', { items: [exampleRow(1), exampleRow(2)], totalItems: 2, totalPages: 1, skipped: 0 }),
      setSubAccountEnabled: () => answer('setSubAccountEnabled', undefined),
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
  const vault: Vault = {
    describe: () => keyState,
    text: () => text,
    fingerprintOf: (one) => `print-of-${one.length}`,
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

  const session = createSession({
    clock,
    random: () => 0.5,
    newTicket: () => `ticket-${(tickets += 1)}`,
    platform: { os: 'linux', trayShown: true, electron: '45.4.1', version: '0.1.0' },
    settings: {
      read: () => settingsFile.value,
      change(patch) {
        settingsFile.value = { ...settingsFile.value, ...patch };
        return ok(settingsFile.value);
      },
      problems: () => [],
    },
    lastKnown,
    history,
    vault,
    keyFileProblems: () => (vaultState.unsaved ? [{ kind: 'disk-full' }] : []),
    retryWrites: () => {
      vaultState.unsaved = false;
    },
    readKeyText,
    sourceOf: (chosen) => resolveAddress(chosen.address),
    createClient,
    applyProxy: async () => ok(undefined),
    applyStartAtLogin: () => ok(undefined),
    demo: {
      start: async () => {
        demoRuns = true;
        return ok({ origin: 'http://127.0.0.1:4999', key: 'demokey' });
      },
      stop: () => {
        demoRuns = false;
      },
    },
    saved: async () => undefined,
    log: () => undefined,
  });
  return {
    session,
    clock,
    asked,
    addresses,
    vendor,
    profile: { settings: settingsFile, lastKnown, history },
    vault: vaultState,
    demoRuns: () => demoRuns,
  };
}
