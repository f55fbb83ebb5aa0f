import { describe, expect, it } from 'vitest';
import { failureOf, UNNAMED_WAIT } from './failure';
import { planChange, planUndo } from './row-plan';
import { isDue, rowStates } from './row-state';

describe('planChange', () => {
  it('sends only what a row does not have', () => {
    expect(planChange('waiting', true, false)).toEqual({ send: false });
    expect(planChange('waiting', false, false)).toEqual({ state: 'same' });
    expect(planChange('waiting', null, false)).toEqual({ send: false });
  });

  it('counts a row as changed whose request was not answered and that has the value now', () => {
    expect(planChange('unknown', false, false)).toEqual({ state: 'changed' });
  });

  it('refuses a row that no longer exists', () => {
    expect(planChange('waiting', undefined, false)).toMatchObject({ state: 'refused', problem: { why: 'gone' } });
  });
});

describe('planUndo', () => {
  it('restores what a row had before', () => {
    expect(planUndo(true, false, false)).toEqual({ send: true });
    expect(planUndo(true, true, false)).toEqual({ state: 'undone' });
  });

  it('leaves a row whose value from before is not known, or that is gone', () => {
    expect(planUndo(null, false, false)).toMatchObject({ state: 'left', problem: { why: 'not-known-before' } });
    expect(planUndo(true, undefined, false)).toMatchObject({ state: 'left', problem: { why: 'gone' } });
  });

  it('leaves a row that someone else changed since, unless only a part of the change was accepted', () => {
    const topUp = { topUpIps: true, topUpIpsBelow: 5, topUpIpsBy: 10, topUpTraffic: false } as const;
    const rest = { topUpTrafficBelow: null, topUpTrafficBy: null };
    const wanted = { ...topUp, ...rest };
    const before = { ...wanted, topUpIps: false };
    const present = { ...wanted, topUpIpsBy: 99 };
    expect(planUndo(before, present, wanted)).toMatchObject({ state: 'left', problem: { why: 'changed-since' } });
    expect(planUndo(before, present, wanted, true)).toEqual({ send: before });
  });
});

describe('isDue', () => {
  it('has different states for each direction', () => {
    expect(rowStates.filter((state) => isDue(state, 'apply'))).toEqual(['waiting', 'unknown']);
    const undo = ['changed', 'unknown', 'undo-refused', 'undo-unknown'];
    expect(rowStates.filter((state) => isDue(state, 'undo'))).toEqual(undo);
  });
});

describe('failureOf', () => {
  it('waits as long as a rate limit says, and a minute if it says nothing', () => {
    expect(failureOf({ kind: 'rate-limited', until: 50 }, 'apply', 10)).toEqual({ does: 'wait', until: 50 });
    const unnamed = failureOf({ kind: 'rate-limited', until: null }, 'apply', 10);
    expect(unnamed).toEqual({ does: 'wait', until: 10 + UNNAMED_WAIT });
  });

  it('does not count a refusal of one row, but one that every row would get', () => {
    const refused = failureOf({ kind: 'rejected', message: 'No' }, 'undo', 0);
    expect(refused).toEqual({ does: 'row', state: 'undo-refused', counts: false });
    expect(failureOf({ kind: 'not-offered' }, 'apply', 0)).toEqual({ does: 'row', state: 'refused', counts: true });
  });

  it('leaves a row unknown whose request may have been carried out', () => {
    expect(failureOf({ kind: 'outcome-unknown' }, 'apply', 0)).toMatchObject({ state: 'unknown' });
    expect(failureOf({ kind: 'server-trouble', status: 500 }, 'undo', 0)).toMatchObject({ state: 'undo-unknown' });
  });

  it('stops at a refused key', () => {
    expect(failureOf({ kind: 'key-refused' }, 'apply', 0)).toEqual({ does: 'stop' });
  });
});
