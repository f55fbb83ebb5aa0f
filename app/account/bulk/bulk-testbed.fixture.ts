// A vendor, a disk and a NineTray around work on many sub-accounts, for tests: trouble comes when it is told to, and NineTray can be killed.
// It must not: be imported by anything but tests.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { JsonObject, ProfileFiles } from '../../settings/profile-files';
import { manualClock, settled } from '../../model/clock.fixture';
import { KeyedSequencer } from '../../async/sequencer';
import { type Bulk, createBulk } from './bulk';
import type { Value, Wanted } from './rows/change';
import type { ReadRow, RowPage, RowQuery } from './rows/read-rows';
import { openJobStore } from './jobs/job-store';
import { type BulkView, noBulk } from '../../model/bulk';

/**
 * What becomes of one write. `lost`: no answer, and it was done or not. `broken`: the same, with an error of the server's own for an answer.
 * `killed`: NineTray ends with it on its way.
 */
export type Fate =
  | { does: 'fine' }
  | { does: 'refused' | 'slow-down' | 'offline' | 'key-refused' }
  | { does: 'lost' | 'broken' | 'killed'; done: boolean };

export const fine: Fate = { does: 'fine' };

export interface Sub {
  id: number;
  username: string;
  value: Value;
}

export interface BulkTestbed {
  subs: Map<number, Sub>;
  /** Writes and reads that reached the vendor, in their order. */
  log: (
    | { did: 'write'; id: number; value: Wanted; needed: boolean; unanswered: boolean }
    | { did: 'read'; ids: number[] }
  )[];
  /** What becomes of the next write; others run before it. */
  fate: () => Fate;
  /** What the vendor makes of a value that it accepts. */
  takes: (value: Value, before: Value) => Value;
  /** Runs before each write is done. */
  others: () => void;
  /** Rows that cannot be read, by name: the vendor lists and counts them, last. */
  unreadable: { name: string; isOn: boolean }[];
  /** Ids whose status the vendor knows and does not tell. */
  untold: Set<number>;
  /** The vendor returns everything, whatever status is asked for. */
  ignoresStatus: boolean;
  /** What a read fails with, if anything. */
  readTrouble: () => Problem | null;
  mostAtOnce: number;
  hasKey: boolean;
  owner: string | null;
  clock: ReturnType<typeof manualClock>;
  bulk: Bulk;
  view: BulkView;
  /** Confirmed to the rest of NineTray. */
  confirmed: Map<number, boolean | null>;
  /** A person switches one by itself, and the vendor confirms it. */
  switchedAlone(id: number, enabled: boolean): void;
  /** Whether the last write killed NineTray. */
  isKilled(): boolean;
  /** Starts NineTray anew with what is on the disk. */
  restart(): void;
  /** Lets everything settle, over waits of the vendor's, until nothing runs or NineTray is killed. */
  rest(): Promise<void>;
  values(): [number, Value][];
  files: Map<string, string>;
  diskFull: boolean;
}

/** A world with these sub-accounts. Pages have `pageSize` rows, whatever is asked for. */
export function createBulkTestbed(subs: readonly Sub[], pageSize = 5): BulkTestbed {
  const clock = manualClock(1_800_000_000_000);
  let atOnce = 0;
  let life = 0;
  let killedIn = -1;
  let ids = 0;
  let confirmedAt = new Map<number, { enabled: boolean; at: number }>();
  const world: BulkTestbed = {
    subs: new Map(subs.map((sub) => [sub.id, { ...sub }])),
    log: [],
    fate: () => fine,
    takes: (value) => value,
    others: () => undefined,
    unreadable: [],
    untold: new Set(),
    ignoresStatus: false,
    readTrouble: () => null,
    mostAtOnce: 0,
    hasKey: true,
    owner: 'https://api.example 7',
    clock,
    bulk: undefined as unknown as Bulk,
    view: noBulk,
    confirmed: new Map(),
    switchedAlone(id, enabled) {
      const sub = world.subs.get(id);
      if (sub !== undefined) sub.value = enabled;
      // Its answer takes a moment.
      confirmedAt.set(id, { enabled, at: clock.now() + 1 });
    },
    isKilled: () => killedIn === life,
    restart,
    async rest() {
      for (let turn = 0; turn < 20_000; turn += 1) {
        await settled();
        if (world.isKilled()) return;
        const { bulk, panic } = world.bulk.view();
        const running = [bulk, panic].some(
          (job) => job !== null && ['gathering', 'running', 'undoing'].includes(job.phase),
        );
        if (!running) {
          await clock.advance(1000);
          return;
        }
        await clock.advance(1000);
      }
      throw new Error('it does not come to an end');
    },
    values: () => [...world.subs.values()].map(({ id, value }) => [id, value]),
    files: new Map(),
    diskFull: false,
  };

  async function readPage(query: RowQuery, mine: number): Promise<Result<RowPage>> {
    await Promise.resolve();
    if (mine !== life) return new Promise(() => undefined);
    const problem = world.readTrouble();
    if (problem !== null) return failed(problem);
    const hasStatus = (isOn: boolean) => query.status === null || isOn === (query.status === 'enabled');
    const readable = [...world.subs.values()].filter(
      ({ username, value }) => username.includes(query.search) && (world.ignoresStatus || hasStatus(value === true)),
    );
    const unreadable = world.unreadable.filter(({ isOn }) => world.ignoresStatus || hasStatus(isOn));
    const found = [...readable, ...unreadable];
    const page = found.slice((query.page - 1) * pageSize, query.page * pageSize);
    const items = page.flatMap((row): ReadRow[] => {
      if (!('id' in row)) return [];
      const isUnfit = typeof row.value === 'boolean' && !hasStatus(row.value);
      return [{ ...row, value: world.untold.has(row.id) ? null : row.value, ...(isUnfit ? { isUnfit } : {}) }];
    });
    const skippedNames = page.flatMap((row) => ('id' in row ? [] : [row.name]));
    world.log.push({ did: 'read', ids: items.map(({ id }) => id) });
    return ok({
      items,
      totalItems: found.length,
      totalPages: Math.ceil(found.length / pageSize),
      skipped: skippedNames.length,
      skippedNames,
    });
  }

  async function write(id: number, value: Wanted, mine: number): Promise<Result<void>> {
    atOnce += 1;
    world.mostAtOnce = Math.max(world.mostAtOnce, atOnce);
    world.others();
    const sub = world.subs.get(id);
    const fate = world.fate();
    const needed = JSON.stringify(sub?.value) !== JSON.stringify(value);
    await Promise.resolve();
    if (mine !== life) return new Promise(() => undefined);
    const unanswered = 'done' in fate;
    const reached = fate.does === 'fine' || ('done' in fate && fate.done);
    if (fate.does !== 'offline') world.log.push({ did: 'write', id, value, needed, unanswered });
    if (reached && sub !== undefined) sub.value = world.takes(value, sub.value);
    if (fate.does === 'killed') {
      killedIn = life;
      return new Promise(() => undefined);
    }
    atOnce -= 1;
    switch (fate.does) {
      case 'fine':
        return sub === undefined ? failed({ kind: 'rejected', message: 'Sub-account not found' }) : ok(undefined);
      case 'refused':
        return failed({ kind: 'rejected', message: 'No' });
      case 'slow-down':
        return failed({ kind: 'rate-limited', until: clock.now() + 30_000 });
      case 'offline':
        return failed({ kind: 'unreachable', why: 'offline' });
      case 'key-refused':
        return failed({ kind: 'key-refused' });
      case 'lost':
        return failed({ kind: 'outcome-unknown' });
      case 'broken':
        return failed({ kind: 'server-trouble', status: 500 });
    }
  }

  function restart(): void {
    life += 1;
    atOnce = 0;
    const mine = life;
    const onDisk = world.files;
    const store = openJobStore({ files: memoryFiles(world), now: clock.now });
    world.files = new Map(onDisk);
    const requests = new KeyedSequencer<number>();
    confirmedAt = new Map();
    world.bulk = createBulk({
      clock,
      newId: () => `job-${(ids += 1)}`,
      owner: () => world.owner,
      hasKey: () => world.hasKey,
      store,
      readPage: (_, query) => readPage(query, mine),
      write: (id, value) => write(id, value, mine),
      subAccounts: {
        inTurn: (id, task) => requests.queue(id, task),
        confirmedSince(id, since) {
          const known = confirmedAt.get(id);
          return known !== undefined && known.at > since ? known.enabled : undefined;
        },
        confirmed(id, enabled) {
          world.confirmed.set(id, enabled);
          if (enabled !== null) confirmedAt.set(id, { enabled, at: clock.now() });
        },
        showConfirmed: () => undefined,
        usernameOf: () => undefined,
      },
      readAgain: () => undefined,
      publish: (view) => {
        if (mine === life) world.view = view;
      },
    });
    world.bulk.syncAccount();
  }

  restart();
  return world;
}

function memoryFiles(world: Pick<BulkTestbed, 'files' | 'diskFull'>): ProfileFiles {
  return {
    canWrite: () => true,
    read: (file) => world.files.get(file) ?? null,
    write(file, content: JsonObject) {
      if (world.diskFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      world.files.set(file, JSON.stringify(content));
    },
    copy: (from, to) => world.files.set(to, world.files.get(from) ?? ''),
    stamp: (file) => world.files.get(file) ?? null,
    list: () => [...world.files.keys()],
    remove: (file) => world.files.delete(file),
  };
}

/** Sub-accounts 1 to `count`, switched by turns as told. */
export function someSubs(values: readonly Value[]): Sub[] {
  return values.map((value, i) => ({ id: i + 1, username: `user${i + 1}`, value }));
}

/** Each fate once, then all goes well. */
export function once(...fates: Fate[]): () => Fate {
  const left = [...fates];
  return () => left.shift() ?? fine;
}

/** What was sent, in its order: id and value. */
export function writesOf(world: BulkTestbed): [number, Wanted][] {
  return world.log.flatMap((one): [number, Wanted][] => (one.did === 'write' ? [[one.id, one.value]] : []));
}
