import { describe, expect, it } from 'vitest';
import type { BulkJob } from '../../model/bulk/bulk';
import { changesText, jobTitle, mayBeOnText, panicButton, panicConfirm, panicQuestion, panicTitle } from './bulk';

const none = { waiting: 0, changed: 0, same: 0, refused: 0, unknown: 0, undone: 0 };
const phases = ['gathering', 'running', 'cancelled', 'interrupted', 'done', 'undoing', 'undone'] as const;
const job = (phase: BulkJob['phase'], more: Partial<BulkJob> = {}): BulkJob => ({
  id: 'a',
  change: { does: 'disable' },
  phase,
  startedAt: 1,
  total: 0,
  counts: none,
  toRestore: 0,
  ...more,
});

describe('texts about jobs on many sub-accounts', () => {
  it.each(phases)('never says that it is about none, while it is %s', (phase) => {
    for (const back of [true, false]) {
      expect(jobTitle(job(phase, { back }))).not.toMatch(/\b0\b/);
      expect(panicTitle(job(phase, { back }))).not.toMatch(/\b0\b/);
    }
  });

  it('says how many will change, and how many already have this setting', () => {
    expect(changesText('enable', { changes: 1, total: 1 })).toBe('It will be enabled.');
    expect(changesText('disable', { changes: 2, total: 2 })).toBe('All 2 will be disabled.');
    expect(changesText('disable', { changes: 4, total: 6 })).toBe('4 will be disabled. 2 are already off.');
    expect(changesText('enable', { changes: 1, total: 2 })).toBe('1 will be enabled. 1 is already on.');
    expect(changesText('topUp', { changes: 1, total: 2 })).toBe('1 will change. 1 already has this setting.');
  });

  it('offers to disable all without a number where there is none', () => {
    for (const count of [0, null]) {
      expect(panicButton(count)).toBe('Stop all…');
      expect(panicQuestion(count)).toBe('Stop all sub-accounts?');
      expect(panicConfirm(count)).toBe('Stop all of them');
    }
    expect(panicButton(24)).toBe('Stop all 24…');
  });

  it('names the sub-accounts of a stop that could not be read, and counts those without a name', () => {
    const text = (count: number, names: string[]) =>
      mayBeOnText(job('done', { mayBeOn: count, unread: { count, names } }), 'en');
    expect(text(1, ['berlin-big'])).toContain('could not read 1 sub-account (berlin-big), so it could not disable it.');
    expect(text(2, ['berlin-big'])).toContain('2 sub-accounts (berlin-big and 1 more), so');
    expect(text(9, ['a', 'b', 'c', 'd', 'e', 'f'])).toContain('(a, b, c, d, e, and 4 more)');
    expect(text(2, [])).toContain('could not read 2 sub-accounts, so');
  });

  it('says of a stop how many are still on', () => {
    expect(panicTitle(job('done', { counts: { ...none, changed: 220 }, stillOn: 2 }))).toBe(
      'Emergency stop: 220 sub-accounts that were on are stopped · 2 are still on',
    );
    const counts = { ...none, changed: 222 };
    expect(panicTitle(job('done', { counts, unknownBefore: 3, mayBeOn: 2 }))).toBe(
      'Emergency stop: 222 sub-accounts are stopped · 2 may still be on',
    );
    expect(panicTitle(job('done', { mayBeOn: 1 }))).toBe('Emergency stop: nothing was stopped · 1 may still be on');
    expect(panicTitle(job('done', { stillOn: 1 }))).toBe('Emergency stop: nothing was stopped · 1 is still on');
    expect(panicTitle(job('done', { counts: { ...none, changed: 1 } }))).toBe(
      'Emergency stop: 1 sub-account that was on is stopped',
    );
  });
});
