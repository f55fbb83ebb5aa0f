// A vendor, a disk and a NineTray around jobs on many sub-accounts, for tests: problems come when a test says so, and
// NineTray can be killed.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { JsonObject, ProfileFiles } from '../../settings/files/profile-files';
import { manualClock, settled } from '../../model/clock.fixture';
import { KeyedSequencer } from '../../async/sequencer';
import { type Bulk, createBulk } from './bulk';
import type { Value, Wanted } from './rows/change';
import type { ReadRow, RowPage, RowQuery } from './rows/read-rows';
import { openJobStore } from './jobs/job-store';
import { type BulkView, noBulk } from '../../model/bulk/bulk';

/**
 * What becomes of one write. `lost`: no answer, and it was done or not. `broken`: the same, with an internal server error for an answer.
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
  /** The value that the vendor sets where it accepts one. */
  takes: (value: Value, before: Value) => Value;
  /** What others do, before each write is done. */
  others: () => void;
  /** Rows that cannot be read, by name: the vendor lists and counts them, last. */
  unreadable: { name: string; isOn: boolean }[];
  /** Ids whose status the vendor knows and does not report. */
  unreported: Set<number>;
  /** The vendor returns everything, whatever the requested status. */
  ignoresStatus: boolean;
  /** What a read fails with, if anything. */
  readProblem: () => Problem | null;
  mostAtOnce: number;
  hasKey: boolean;
  owner: string | null;
  clock: ReturnType<typeof manualClock>;
  bulk: Bulk;
  view: BulkView;
  /** Confirmed to the rest of NineTray. */
  confirmed: Map<number, boolean | null>;
  /** The user switches a single one, and the vendor confirms it. */
  switchedByUser(id: number, enabled: boolean): void;
  /** Whether the last write killed NineTray. */
  isKilled(): boolean;
  /** Starts NineTray again with what is on the disk. */
  restart(): void;
  /** Lets everything settle, also over rate limits, until nothing runs or NineTray is killed. */
  rest(): Promise<void>;
  values(): [number, Value][];
  files: Map<string, string>;
  diskFull: boolean;
}

/** A testbed with these sub-accounts. Pages have `pageSize` rows, whatever is requested. */
export function createBulkTestbed(subs: readonly Sub[], pageSize = 5): BulkTestbed {
  const clock = manualClock(1_800_000_000_000);
  let atOnce = 0;
  let life = 0;
  let killedIn = -1;
  let ids = 0;
  let confirmedAt = new Map<number, { enabled: boolean; at: number }>();
  const testbed: BulkTestbed = {
    subs: new Map(subs.map((sub) => [sub.id, { ...sub }])),
    log: [],
    fate: () => fine,
    takes: (value) => value,
    others: () => undefined,
    unreadable: [],
    unreported: new Set(),
    ignoresStatus: false,
    readProblem: () => null,
    mostAtOnce: 0,
    hasKey: true,
    owner: 'https://api.example 7',
    clock,
    bulk: undefined as unknown as Bulk,
    view: noBulk,
    confirmed: new Map(),
    switchedByUser(id, enabled) {
      const sub = testbed.subs.get(id);
      if (sub !== undefined) sub.value = enabled;
      // Its answer takes a moment.
      confirmedAt.set(id, { enabled, at: clock.now() + 1 });
    },
    isKilled: () => killedIn === life,
    restart,
    async rest() {
      for (let turn = 0; turn < 20_000; turn += 1) {
        await settled();
        if (testbed.isKilled()) return;
        const { bulk, panic } = testbed.bulk.view();
        const running = [bulk, panic].some(
          (job) => job !== null && ['gathering', 'running', 'undoing'].includes(job.phase),
        );
        if (!running) {
          await clock.advance(1000);
          return;
        }
        await clock.advance(1000);
      }
      throw new Error('the job does not end');
    },
    values: () => [...testbed.subs.values()].map(({ id, value }) => [id, value]),
    files: new Map(),
    diskFull: false,
  };

  async function readPage(query: RowQuery, mine: number): Promise<Result<RowPage>> {
    await Promise.resolve();
    if (mine !== life) return new Promise(() => undefined);
    const problem = testbed.readProblem();
    if (problem !== null) return failed(problem);
    const hasStatus = (isOn: boolean) => query.status === null || isOn === (query.status === 'enabled');
    const readable = [...testbed.subs.values()].filter(
      ({ username, value }) => username.includes(query.search) && (testbed.ignoresStatus || hasStatus(value === true)),
    );
    const unreadable = testbed.unreadable.filter(({ isOn }) => testbed.ignoresStatus || hasStatus(isOn));
    const found = [...readable, ...unreadable];
    const page = found.slice((query.page - 1) * pageSize, query.page * pageSize);
    const items = page.flatMap((row): ReadRow[] => {
      if (!('id' in row)) return [];
      const isUnfit = typeof row.value === 'boolean' && !hasStatus(row.value);
      return [{ ...row, value: testbed.unreported.has(row.id) ? null : row.value, ...(isUnfit ? { isUnfit } : {}) }];
    });
    const skippedNames = page.flatMap((row) => ('id' in row ? [] : [row.name]));
    testbed.log.push({ did: 'read', ids: items.map(({ id }) => id) });
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
    testbed.mostAtOnce = Math.max(testbed.mostAtOnce, atOnce);
    testbed.others();
    const sub = testbed.subs.get(id);
    const fate = testbed.fate();
    const needed = JSON.stringify(sub?.value) !== JSON.stringify(value);
    await Promise.resolve();
    if (mine !== life) return new Promise(() => undefined);
    const unanswered = 'done' in fate;
    const reached = fate.does === 'fine' || ('done' in fate && fate.done);
    if (fate.does !== 'offline') testbed.log.push({ did: 'write', id, value, needed, unanswered });
    if (reached && sub !== undefined) sub.value = testbed.takes(value, sub.value);
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
    const onDisk = testbed.files;
    const store = openJobStore({ files: memoryFiles(testbed), now: clock.now });
    testbed.files = new Map(onDisk);
    const requests = new KeyedSequencer<number>();
    confirmedAt = new Map();
    testbed.bulk = createBulk({
      clock,
      newId: () => `job-${(ids += 1)}`,
      owner: () => testbed.owner,
      hasKey: () => testbed.hasKey,
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
          testbed.confirmed.set(id, enabled);
          if (enabled !== null) confirmedAt.set(id, { enabled, at: clock.now() });
        },
        showConfirmed: () => undefined,
        usernameOf: () => undefined,
      },
      readAgain: () => undefined,
      publish: (view) => {
        if (mine === life) testbed.view = view;
      },
    });
    testbed.bulk.syncAccount();
  }

  restart();
  return testbed;
}

function memoryFiles(testbed: Pick<BulkTestbed, 'files' | 'diskFull'>): ProfileFiles {
  return {
    canWrite: () => true,
    read: (file) => testbed.files.get(file) ?? null,
    write(file, content: JsonObject) {
      if (testbed.diskFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      testbed.files.set(file, JSON.stringify(content));
    },
    copy: (from, to) => testbed.files.set(to, testbed.files.get(from) ?? ''),
    stamp: (file) => testbed.files.get(file) ?? null,
    list: () => [...testbed.files.keys()],
    remove: (file) => testbed.files.delete(file),
  };
}

/** Sub-accounts from 1 on, with these values. */
export function someSubs(values: readonly Value[]): Sub[] {
  return values.map((value, i) => ({ id: i + 1, username: `user${i + 1}`, value }));
}

/** Each fate once, then every write succeeds. */
export function once(...fates: Fate[]): () => Fate {
  const left = [...fates];
  return () => left.shift() ?? fine;
}

/** The writes that were sent, in order: id and value. */
export function writesOf(testbed: BulkTestbed): [number, Wanted][] {
  return testbed.log.flatMap((one): [number, Wanted][] => (one.did === 'write' ? [[one.id, one.value]] : []));
}
