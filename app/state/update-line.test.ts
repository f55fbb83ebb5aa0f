import { describe, expect, it } from 'vitest';
import type { BulkJob } from '../model/bulk/bulk';
import type { AppState } from '../model/state/app-state';
import { exampleState } from '../model/state/app-state.fixture';
import type { Rotation } from '../model/rotation/rotation';
import { noUpdates } from '../model/updates';
import { isBusy, withUpdateLine } from './update-line';

const newer = { version: '0.2.0', released: 1, isSkipped: false };
const { settings } = exampleState();
const on: Partial<AppState> = { settings: { ...settings, updateCheck: 'on' }, updates: { ...noUpdates, newer } };
const lineOf = (changes: Partial<AppState>) => withUpdateLine(exampleState(changes)).updateLine;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is under way; nothing else of it is read
const rotation = { step: 'prepare', finishedAt: null } as unknown as Rotation;

const job = (phase: BulkJob['phase'], toRestore = 0): BulkJob => ({
  id: 'job',
  change: { does: 'disable' },
  phase,
  startedAt: 1,
  total: 3,
  counts: { waiting: 0, changed: 3, same: 0, refused: 0, unknown: 0, undone: 0 },
  toRestore,
});

describe('the line about updates', () => {
  it('asks once it is time to, and never again after an answer', () => {
    expect(lineOf({})).toBe('none');
    const due = { ...noUpdates, isQuestionDue: true };
    expect(lineOf({ updates: due })).toBe('question');
    for (const updateCheck of ['on', 'off'] as const)
      expect(lineOf({ settings: { ...settings, updateCheck }, updates: due })).toBe('none');
  });

  it('names a newer version while checks are on, until it is skipped', () => {
    expect(lineOf(on)).toBe('newer');
    expect(lineOf({ ...on, updates: { ...noUpdates, newer: { ...newer, isSkipped: true } } })).toBe('none');
    expect(lineOf({ ...on, settings: { ...settings, updateCheck: 'off' } })).toBe('none');
  });

  it('says nothing in the demo', () => {
    const source = { kind: 'demo', origin: '' } as const;
    expect(lineOf({ ...on, source })).toBe('none');
    expect(lineOf({ source, updates: { ...noUpdates, isQuestionDue: true } })).toBe('none');
  });

  it.each<[string, Partial<AppState>]>([
    ['a rotation', { rotation: { ...exampleState().rotation, current: rotation } }],
    ['a job', { bulk: { bulk: job('running'), panic: null, previewing: null } }],
    ['the undo of a job', { bulk: { bulk: job('undoing'), panic: null, previewing: null } }],
    ['an emergency stop', { bulk: { bulk: null, panic: job('gathering'), previewing: null } }],
    ['what an emergency stop left off', { bulk: { bulk: null, panic: job('done', 3), previewing: null } }],
  ])('says nothing during %s', (_, changes) => {
    expect(isBusy(exampleState(changes))).toBe(true);
    expect(lineOf({ ...on, ...changes })).toBe('none');
    expect(lineOf({ ...changes, updates: { ...noUpdates, isQuestionDue: true } })).toBe('none');
  });

  it('is there again once it is over', () => {
    const over = { ...rotation, finishedAt: 1 };
    expect(lineOf({ ...on, rotation: { ...exampleState().rotation, current: over } })).toBe('newer');
    expect(lineOf({ ...on, bulk: { bulk: job('done'), panic: job('undone'), previewing: null } })).toBe('newer');
  });

  it('is the same state where nothing changes', () => {
    const state = exampleState();
    expect(withUpdateLine(state)).toBe(state);
  });
});
