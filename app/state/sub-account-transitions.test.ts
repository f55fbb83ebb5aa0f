import { describe, expect, it } from 'vitest';
import { exampleNow, exampleRow, exampleState } from '../model/state/app-state.fixture';
import type { AppState, SubAccountSwitch } from '../model/state/app-state';
import { type BulkJob, noBulk } from '../model/bulk/bulk';
import {
  withBulkView,
  withChangedRows,
  withIndexProgress,
  withIndexRevision,
  withNewerRows,
  withoutRow,
  withSwitches,
} from './sub-account-transitions';

const state = exampleState();
const pinnedTwo: AppState = { ...state, subAccounts: { ...state.subAccounts, pinned: [exampleRow(2)] } };

describe('rows', () => {
  it('get their index revision, and the rest stays', () => {
    expect(withIndexRevision(state, 99).subAccounts).toEqual({
      ...state.subAccounts,
      index: { ...state.subAccounts.index, rev: 99 },
    });
    expect(withIndexRevision(state, state.subAccounts.index.rev)).toBe(state);
    const progress = { loaded: 3, total: 9, running: true, completeAt: null };
    expect(withIndexProgress(state, progress, 99).subAccounts.index).toEqual({ ...progress, rev: 99 });
  });

  it('are changed on the first page and among the pinned ones', () => {
    const { firstPage, pinned, index } = withChangedRows(pinnedTwo, (row) => ({ ...row, ips: 1 }), 7).subAccounts;
    expect([...firstPage, ...pinned].map(({ ips }) => ips)).toEqual([1, 1, 1, 1]);
    expect(index.rev).toBe(7);
  });

  it('are replaced by newer ones, and the state stays the same object where it shows none of them or none differs', () => {
    const { firstPage, pinned } = withNewerRows(pinnedTwo, [exampleRow(2, { ips: 99 })]).subAccounts;
    expect([firstPage.map(({ ips }) => ips), pinned[0]?.ips]).toEqual([[firstPage[0]?.ips, 99, firstPage[2]?.ips], 99]);
    expect(withNewerRows(pinnedTwo, [exampleRow(404)])).toBe(pinnedTwo);
    expect(withNewerRows(state, structuredClone(state.subAccounts.firstPage))).toBe(state);
  });

  it('are removed from the first page and from the pinned ones', () => {
    const { firstPage, pinned } = withoutRow(pinnedTwo, 2, 7).subAccounts;
    expect([firstPage.map(({ id }) => id), pinned]).toEqual([[3, 1], []]);
  });
});

describe('the list revision', () => {
  const flipped = (phase: SubAccountSwitch['phase'], at = exampleNow): SubAccountSwitch => ({
    id: 1,
    username: 'user1',
    wanted: true,
    phase,
    at,
  });
  const revisions = (...steps: SubAccountSwitch[][]) => {
    let current = state;
    return steps.map((switches) => {
      current = withSwitches(current, switches);
      return current.subAccounts.listRevision;
    });
  };

  it('grows when a switch ends, and not while it is pending or when it leaves the list', () => {
    expect(revisions([flipped('pending')], [flipped('done')], [flipped('done')], [])).toEqual([0, 1, 1, 1]);
    expect(revisions([flipped('pending')], [flipped('rolled-back')], [flipped('done', exampleNow + 1)])).toEqual([
      0, 1, 2,
    ]);
  });

  const job = (phase: BulkJob['phase'], changed: number): BulkJob => ({
    id: 'job-1',
    change: { does: 'disable' },
    phase,
    startedAt: exampleNow,
    total: 100,
    counts: { waiting: 100 - changed, changed, same: 0, refused: 0, unknown: 0, undone: 0 },
    toRestore: changed,
  });

  it('grows with each 25 rows of a job and at its end, and not when the job is dismissed', () => {
    let current = state;
    const seen = [
      job('gathering', 0),
      job('running', 24),
      job('running', 25),
      job('done', 26),
      job('done', 26),
      null,
    ].map((bulk) => {
      current = withBulkView(current, { ...noBulk, bulk });
      expect(current.bulk.bulk).toBe(bulk);
      return current.subAccounts.listRevision;
    });
    expect(seen).toEqual([0, 0, 1, 2, 2, 2]);
  });

  it('grows with a panic, too', () => {
    expect(withBulkView(state, { ...noBulk, panic: job('running', 25) }).subAccounts.listRevision).toBe(1);
  });
});
