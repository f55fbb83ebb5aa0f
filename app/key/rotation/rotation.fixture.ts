// A computer on which a rotation takes place, for tests: the real vault and the real journal over a disk in memory, a
// vendor, a clipboard, and a way to crash at any write.
import { manualClock, settled, type ManualClock } from '../../model/clock.fixture';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { ProfileFiles } from '../../settings/files/profile-files';
import { memoryFiles } from '../../settings/files/profile-files.fixture';
import { openKeyDocument } from '../key-document';
import { readKeyText } from '../key-text';
import { createKeyring } from '../keyring/keyring';
import type { SafeStorage } from '../keyring/safe-storage';
import { createVault, type Vault } from '../vault';
import type { KeyStorage } from '../../model/key-storage';
import { RotationService } from './rotation-service';
import { createJournal, openJournalDocument } from './journal';
import type { JournalContent } from './ports';
import type { RotationView } from '../../model/rotation/rotation';
import type { Place } from '../../model/places/place';

export const OLD = 'oldkey-0123456789abcdef';
export const NEW = 'newkey-9876543210fedcba';
export const FOREIGN = 'foreign-1111222233334444';
export const START = Date.UTC(2026, 10, 22, 12);

export const place: Place = { id: 'p1', name: 'Scraper', kind: 'container', where: 'host a', note: '' };

export interface Process {
  service: RotationService;
  vault: Vault;
  /** What it published last. */
  view(): RotationView;
  /** The keys that `inUse` was called with. */
  inUse: string[];
}

export interface TestBed {
  /** The process that runs now. */
  now: Process;
  /** The list of places. */
  places: Place[];
  changePlaces(places: Place[]): Promise<Result<void>>;
  clock: ManualClock;
  disk: Map<string, string>;
  vendor: {
    alive: Set<string>;
    /** When a key dies even though it is in `alive` (ms). */
    diesAt: Map<string, number>;
    accounts: Record<string, number>;
    /** What every read answers instead, while it is set. */
    trouble: Problem | null;
    /** How many of the next reads do not reach it. */
    unreached: number;
    /** `moment key` of every read. */
    asked: { at: number; key: string }[];
    /** Called before each answer. */
    whenAsked: (key: string) => void;
    /** Reads wait until their function here is called; null: they don't wait. */
    held: (() => void)[] | null;
  };
  clipboard: { text: string };
  keyring: { locked: boolean };
  /** The vendor's address that is set now. A key is stored for the address that is set when it comes. */
  origin: string;
  /** The disk refuses to write, with this code. */
  diskError: string | null;
  /** How often the dashboard was opened. */
  opened: number;
  /** Everything that was logged, published or journalled. */
  seen: string[];
  writes: number;
  /** Called after each write that reached the disk, with the name of the file. */
  whenWritten: (file: string) => void;
  /** It crashes at this write: before or after it reaches the disk. */
  crash: { at: number; when: 'before' | 'after' } | null;
  crashed: boolean;
  start(): Process;
  journal(): JournalContent;
  /** The keys whose ciphertext is on disk, in whatever file. */
  onDisk(): string[];
  /** The keys that are stored anywhere: on disk or in the memory of the process. */
  storedKeys(): Promise<string[]>;
}

/** The text of what the fake keyring encrypted, or of what was only encoded. */
function plain(bytes: Buffer): string {
  const isCipher = bytes.subarray(0, 3).toString() === 'v11';
  return (isCipher ? bytes.subarray(3).map((byte) => byte ^ 0x5a) : bytes).toString();
}

function cipher(text: string): Buffer {
  return Buffer.concat([Buffer.from('v11'), Buffer.from(text).map((byte) => byte ^ 0x5a)]);
}

/** `read`, whose answer is used again while `dependsOn` is the same: the crash tests ask many times between two writes. */
function cached<T>(dependsOn: () => string, read: () => T): () => T {
  let last: { dependsOn: string; value: T } | null = null;
  return () => {
    const current = dependsOn();
    if (last?.dependsOn !== current) last = { dependsOn: current, value: read() };
    return last.value;
  };
}

/** A computer with `key` stored like this (null: no key), for the account 7. */
export async function openTestBed(key: string | null = OLD, storage: KeyStorage = 'protected'): Promise<TestBed> {
  const clock = manualClock(START);
  let alive = 0;
  const onDisk = () => [...pc.disk].flat().join('\n');
  const pc: TestBed = {
    clock,
    disk: new Map(),
    vendor: {
      alive: new Set([OLD]),
      diesAt: new Map(),
      accounts: { [OLD]: 7, [NEW]: 7, [FOREIGN]: 8 },
      trouble: null,
      unreached: 0,
      asked: [],
      whenAsked: () => undefined,
      held: null,
    },
    clipboard: { text: '' },
    keyring: { locked: false },
    origin: 'https://api.test',
    diskError: null,
    opened: 0,
    seen: [],
    writes: 0,
    whenWritten: () => undefined,
    crash: null,
    crashed: false,
    places: [],
    changePlaces(places) {
      pc.places = places;
      return pc.now.service.changePlaces(places);
    },
    start,
    journal: cached(onDisk, () => openJournalDocument({ files: reading, now: clock.now }).read()),
    onDisk: cached(onDisk, () => {
      const texts = [...pc.disk.values()].flatMap((text) =>
        [...text.matchAll(/"data":"([^"]*)"/g)].map(([, data = '']) => plain(Buffer.from(data, 'base64'))),
      );
      return [OLD, NEW, FOREIGN].filter((one) => texts.some((text) => text.endsWith(`\n${one}`)));
    }),
    storedKeys,
    now: null as never,
  };
  const reading = memoryFiles(pc.disk);
  const safeStorage: SafeStorage = {
    blocking: false,
    backend: () => 'gnome_libsecret',
    available: async () => true,
    encrypt: async (text) => cipher(text),
    decrypt: async (bytes) => ({
      text: Buffer.from(bytes.subarray(3).map((byte) => byte ^ 0x5a)).toString(),
      shouldReEncrypt: false,
    }),
  };

  function newVault(files: ProfileFiles): Vault {
    return createVault({
      document: openKeyDocument({ files, now: clock.now }),
      slot: () => pc.origin,
      production: 'https://api.9proxy.com',
      keyring: createKeyring({
        platform: 'linux',
        safeStorage,
        readiness: async () => (pc.keyring.locked ? 'would-prompt' : 'open'),
        startHelper: () => ({ safeStorage, end: () => undefined }),
      }),
      platform: 'linux',
      now: clock.now,
      random: (bytes) => new Uint8Array(bytes).fill(7),
    });
  }

  function start(): Process {
    alive += 1;
    const me = alive;
    const lives = () => me === alive && !pc.crashed;
    pc.crashed = false;
    const dies = (): never => {
      // What is left of an earlier process cannot stop this one.
      if (me === alive) pc.crashed = true;
      throw Object.assign(new Error('the plug was pulled'), { code: 'EIO' });
    };
    const files: ProfileFiles = {
      ...reading,
      write(file, content) {
        if (!lives()) dies();
        if (pc.diskError !== null) throw Object.assign(new Error('disk'), { code: pc.diskError });
        pc.writes += 1;
        const isLast = pc.crash?.at === pc.writes;
        if (isLast && pc.crash?.when === 'before') dies();
        if (file.startsWith('rotation')) pc.seen.push(JSON.stringify(content));
        reading.write(file, content);
        pc.whenWritten(file);
        if (isLast) dies();
      },
      remove(file) {
        if (!lives()) dies();
        reading.remove(file);
      },
    };
    const vault = newVault(files);
    const inUse: string[] = [];
    let refused = false;
    let view: RotationView | null = null;
    const never = <T>() => new Promise<T>(() => undefined);
    const readAccount = async (
      text: string,
    ): Promise<Result<{ id: number; email: null; username: string; emailVerified: null; twoFactor: null }>> => {
      if (!lives()) return never();
      const { vendor } = pc;
      vendor.asked.push({ at: clock.now(), key: text });
      vendor.whenAsked(text);
      const isReached = vendor.unreached === 0;
      if (!isReached) vendor.unreached -= 1;
      const trouble: Problem | null = isReached ? vendor.trouble : { kind: 'unreachable', why: 'offline' };
      const dead = !vendor.alive.has(text) || (vendor.diesAt.get(text) ?? Number.POSITIVE_INFINITY) <= clock.now();
      if (vendor.held !== null) await new Promise<void>((resolve) => vendor.held?.push(resolve));
      if (!lives()) return never();
      if (trouble !== null) return failed(trouble);
      if (dead) return failed({ kind: 'key-refused' });
      const id = vendor.accounts[text] ?? 0;
      return ok({ id, email: null, username: `person${id}`, emailVerified: null, twoFactor: null });
    };
    const service = new RotationService({
      journal: createJournal(openJournalDocument({ files, now: clock.now })),
      places: () => pc.places,
      vault,
      readAccount,
      readKeyText,
      copyOnce: {
        async copy(text) {
          pc.clipboard.text = text;
          return ok({ clearsAt: clock.now() + 60_000 });
        },
        async clearIfHolds(text) {
          if (pc.clipboard.text !== text) return null;
          pc.clipboard.text = '';
          return true;
        },
        state: () => ({ clearsAt: null, outcome: 'none' }),
        subscribe: () => () => undefined,
      },
      clock: {
        now: clock.now,
        after: (ms, run) =>
          clock.after(ms, () => {
            if (lives()) run();
          }),
      },
      newId: () => `rotation-${pc.writes}-${me}`,
      origin: () => pc.origin,
      known: () => {
        const account = { id: 7, email: null, username: 'person7', emailVerified: null, twoFactor: null };
        return { account: key === null ? null : account, keyRefused: refused, refusedAt: null };
      },
      log: (event, facts) => pc.seen.push(`${event} ${JSON.stringify(facts)}`),
      publish(shown) {
        view = shown;
        pc.seen.push(JSON.stringify(shown));
      },
      inUse: (text) => {
        inUse.push(text);
        refused = false;
      },
    });
    pc.now = { service, vault, view: () => view ?? service.view(), inUse };
    return pc.now;
  }

  async function keysIn(vault: Vault): Promise<string[]> {
    const found = await Promise.all([OLD, NEW, FOREIGN].map((text) => vault.textOf(vault.fingerprintOf(text))));
    return found.flatMap((read) => (read.ok ? [read.value] : []));
  }

  const keysOnDisk = cached(
    () => `${pc.origin} ${pc.keyring.locked} ${onDisk()}`,
    () => keysIn(newVault(reading)),
  );

  async function storedKeys(): Promise<string[]> {
    return [...new Set([...(await keysOnDisk()), ...(await keysIn(pc.now.vault))])];
  }

  const first = start();
  if (key !== null) {
    await first.vault.keep(key, storage);
    await first.vault.open();
  }
  return pc;
}

/** Starts again on the same disk, as after a restart of the computer. */
export async function restarted(pc: TestBed): Promise<Process> {
  const process = pc.start();
  await process.vault.open();
  await process.service.resume();
  await settled();
  return process;
}

/** The user generates the new key in the dashboard, which kills the old one. */
export function regenerate(pc: TestBed, key = NEW): void {
  pc.vendor.alive = new Set([key]);
  pc.clipboard.text = key;
}

/** From the start to the copy step, with the old key in use. */
export async function toCopy(pc: TestBed, entry: 'on-purpose' | 'leak' = 'on-purpose'): Promise<Process> {
  const { service } = pc.now;
  await service.begin(entry);
  await service.next();
  await service.openDashboard('first', async () => {
    pc.opened += 1;
    return ok(undefined);
  });
  regenerate(pc);
  await service.receive(NEW);
  await pc.clock.advance(1);
  return pc.now;
}
