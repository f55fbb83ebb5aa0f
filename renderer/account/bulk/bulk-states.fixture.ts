// Work on many sub-accounts in all its states, as plain data. For the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import type { AppState } from '../../../app/model/state/app-state';
import type { BulkJob, BulkRow } from '../../../app/model/bulk/bulk';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

export { picturedAt };

const normal = named(popoverStates, 'normal');

const none = { waiting: 0, changed: 0, same: 0, refused: 0, unknown: 0, undone: 0 };

export const job: BulkJob = {
  id: 'job-1',
  change: { does: 'disable' },
  phase: 'running',
  startedAt: picturedAt - 20_000,
  total: 250,
  counts: { ...none, waiting: 130, changed: 112, same: 7, refused: 1 },
  toRestore: 112,
};
const over: BulkJob = { ...job, phase: 'done', counts: { ...none, changed: 239, same: 7, refused: 3, unknown: 1 } };
const panic: BulkJob = { ...job, id: 'panic-1', counts: { ...none, waiting: 90, changed: 140, same: 20 } };
const panicOn: BulkJob = { ...panic, phase: 'done', counts: { ...none, changed: 222, same: 28 } };

/** As main reports it if all values from before are known. */
const restorable = ({ phase, counts }: BulkJob) => (phase === 'undone' ? 0 : counts.changed + counts.unknown);
const withBulk = (bulk: BulkJob): AppState => ({
  ...normal,
  bulk: { ...normal.bulk, bulk: { ...bulk, toRestore: restorable(bulk) } },
});
const withPanic = (stop: BulkJob, toRestore = restorable(stop)): AppState => ({
  ...normal,
  bulk: { ...normal.bulk, panic: { ...stop, toRestore } },
});

/** The whole state of the application, by what is under way. */
export const bulkStates = {
  nothing: normal,
  previewing: { ...normal, bulk: { ...normal.bulk, previewing: { read: 12_300, total: 50_000 } } },
  gathering: withBulk({ ...job, phase: 'gathering', total: 0, counts: none }),
  running: withBulk(job),
  cancelled: withBulk({ ...job, phase: 'cancelled' }),
  interrupted: withBulk({ ...job, phase: 'interrupted' }),
  stopped: withBulk({ ...job, phase: 'cancelled', problem: { kind: 'key-refused' } }),
  done: withBulk(over),
  undoing: withBulk({ ...over, phase: 'undoing', back: true, counts: { ...over.counts, changed: 139, undone: 100 } }),
  undone: withBulk({ ...over, phase: 'undone', back: true, counts: { ...over.counts, changed: 0, undone: 239 } }),
  'panic-running': withPanic(panic),
  'panic-interrupted': withPanic({ ...panic, phase: 'interrupted' }),
  'panic-on': withPanic(panicOn),
  'panic-partly': withPanic({ ...panicOn, counts: { ...none, changed: 220, same: 28, refused: 1, unknown: 1 } }),
  'panic-still-on': withPanic({ ...panicOn, stillOn: 3, counts: { ...none, changed: 222, same: 25, refused: 3 } }),
  'panic-may-be-on': withPanic(
    {
      ...panicOn,
      mayBeOn: 2,
      unread: { count: 2, names: ['berlin-big'] },
      unknownBefore: 3,
      counts: { ...none, changed: 222, same: 28 },
    },
    219,
  ),
  'panic-restored-but-refused': withPanic(
    {
      ...panicOn,
      phase: 'undone',
      back: true,
      unknownBefore: 3,
      counts: { ...none, undone: 219, changed: 3, same: 27, refused: 1 },
    },
    0,
  ),
  'panic-nothing': withPanic({ ...panicOn, total: 0, counts: none }),
  'panic-restoring': withPanic({
    ...panicOn,
    phase: 'undoing',
    back: true,
    counts: { ...none, changed: 100, undone: 122, same: 28 },
  }),
  'panic-restore-stopped': withPanic({
    ...panicOn,
    phase: 'cancelled',
    back: true,
    counts: { ...none, changed: 100, undone: 122, same: 28 },
  }),
  'panic-partly-restored': withPanic(
    {
      ...panicOn,
      phase: 'undone',
      back: true,
      counts: { ...none, undone: 220, same: 28, refused: 2 },
    },
    2,
  ),
  'panic-restored': withPanic({ ...panicOn, phase: 'undone', back: true, counts: { ...none, undone: 222, same: 28 } }),
} satisfies Record<string, AppState>;

/** Rows of a job, those that went wrong first. */
export const jobRows: BulkRow[] = [
  { id: 9, username: 'tokyo-09', outcome: 'unknown', problem: { kind: 'outcome-unknown' } },
  {
    id: 11,
    username: 'seo-rank-11',
    outcome: 'refused',
    problem: { kind: 'rejected', message: 'Sub-account is blocked' },
  },
  ...Array.from({ length: 60 }, (_, index): BulkRow => {
    const id = 100 + index;
    return { id, username: `berlin-${id}`, outcome: index % 9 === 4 ? 'same' : 'changed' };
  }),
];

/** The same before anything was done. */
export const previewRows: BulkRow[] = jobRows.map(({ id, username, outcome }) => ({
  id,
  username,
  outcome: outcome === 'same' ? 'same' : 'waiting',
}));
