// How the state's sub-accounts change: their rows, the revisions of their lists, single switches and jobs on many.
// Pure.
import { isDeepStrictEqual } from 'node:util';
import type { AppState, SubAccount } from '../model/state/app-state';
import type { BulkJob, BulkView } from '../model/bulk/bulk';

type SubAccountsState = AppState['subAccounts'];

/** How far the full list is loaded. */
export type IndexProgress = Omit<SubAccountsState['index'], 'rev'>;

/** While a job runs, the list is read again after so many of its rows: after each one, a large job would cause reads without end. */
const ROWS_PER_REVISION = 25;

/** The state with this revision of the index: what windows hold of an older one is outdated. Same object when it has that already. */
export function withIndexRevision(state: AppState, rev: number): AppState {
  if (state.subAccounts.index.rev === rev) return state;
  return withSubAccounts(state, { index: { ...state.subAccounts.index, rev } });
}

/** The state with this progress of the full list, and the revision of the index. */
export function withIndexProgress(state: AppState, progress: IndexProgress, rev: number): AppState {
  return withSubAccounts(state, { index: { ...progress, rev } });
}

/** The state with `change` made to each row that it holds, and the revision of the index. */
export function withChangedRows(state: AppState, change: (row: SubAccount) => SubAccount, rev: number): AppState {
  const { firstPage, pinned, index } = state.subAccounts;
  return withSubAccounts(state, {
    firstPage: firstPage.map(change),
    pinned: pinned.map(change),
    index: { ...index, rev },
  });
}

/** The state with its rows replaced by newer ones of the same ids. Same object when none of them differs. */
export function withNewerRows(state: AppState, rows: readonly SubAccount[]): AppState {
  const { firstPage, pinned } = state.subAccounts;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const differs = (row: SubAccount) => byId.has(row.id) && !isDeepStrictEqual(byId.get(row.id), row);
  if (![...firstPage, ...pinned].some(differs)) return state;
  const newest = (row: SubAccount) => byId.get(row.id) ?? row;
  return withSubAccounts(state, { firstPage: firstPage.map(newest), pinned: pinned.map(newest) });
}

/** The state without a deleted sub-account, and the revision of the index. */
export function withoutRow(state: AppState, id: number, rev: number): AppState {
  const { firstPage, pinned, index } = state.subAccounts;
  return withSubAccounts(state, {
    firstPage: firstPage.filter((row) => row.id !== id),
    pinned: pinned.filter((row) => row.id !== id),
    index: { ...index, rev },
  });
}

/** The state with these pinned rows. */
export function withPinned(state: AppState, pinned: SubAccount[]): AppState {
  return withSubAccounts(state, { pinned });
}

/** The state with these switches. One that ended is a new revision of the list: the account window reads it again. */
export function withSwitches(state: AppState, switches: SubAccountsState['switches']): AppState {
  const { switches: before, listRevision } = state.subAccounts;
  const isNew = ({ id, phase, at }: SubAccountsState['switches'][number]) =>
    phase !== 'pending' && !before.some((other) => other.id === id && other.phase === phase && other.at === at);
  return withSubAccounts(state, { switches, listRevision: switches.some(isNew) ? listRevision + 1 : listRevision });
}

/** The state with these jobs. Each so many of their rows, and the end of a job, are a new revision of the list. */
export function withBulkView(state: AppState, bulk: BulkView): AppState {
  const isOutdated = (['bulk', 'panic'] as const).some((slot) => isListOutdated(state.bulk[slot], bulk[slot]));
  const { listRevision } = state.subAccounts;
  return { ...withSubAccounts(state, { listRevision: isOutdated ? listRevision + 1 : listRevision }), bulk };
}

/** Whether the list shows too little of what a job did. */
function isListOutdated(before: BulkJob | null, now: BulkJob | null): boolean {
  if (now === null) return false;
  const [seen, done] = [progressOf(before), progressOf(now)];
  return seen.rows !== done.rows || seen.isOver !== done.isOver;
}

function progressOf(job: BulkJob | null): { rows: number; isOver: boolean } {
  if (job === null) return { rows: 0, isOver: false };
  const { changed, undone, unknown } = job.counts;
  const rows = changed + undone + unknown;
  const isOver = job.phase !== 'running' && job.phase !== 'gathering' && job.phase !== 'undoing';
  return { rows: isOver ? rows : Math.floor(rows / ROWS_PER_REVISION), isOver };
}

function withSubAccounts(state: AppState, change: Partial<SubAccountsState>): AppState {
  return { ...state, subAccounts: { ...state.subAccounts, ...change } };
}
