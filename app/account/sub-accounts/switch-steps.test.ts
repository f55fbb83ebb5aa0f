import { describe, expect, it } from 'vitest';
import { failed, ok, type Problem } from '../../model/problem';
import { afterAnswer, afterReread } from './switch-steps';

const refused: Problem = { kind: 'rejected', message: 'No' };
const unknown: Problem = { kind: 'outcome-unknown' };

describe('afterAnswer', () => {
  it('is done with a confirmed switch, and sends again where it was flipped back during the request', () => {
    const off = { wanted: true, actual: false };
    expect(afterAnswer(off, true, ok(undefined))).toEqual({ actual: true, step: { do: 'done' } });
    expect(afterAnswer({ ...off, wanted: false }, true, ok(undefined))).toEqual({ actual: true, step: { do: 'send' } });
  });

  it('rolls a refused switch back with the reason, and drops it where it was flipped back during the request', () => {
    const off = { wanted: true, actual: false };
    expect(afterAnswer(off, true, failed(refused))).toEqual({
      actual: false,
      step: { do: 'roll-back', problem: refused },
    });
    expect(afterAnswer({ ...off, wanted: false }, true, failed(refused))).toEqual({
      actual: false,
      step: { do: 'drop' },
    });
  });

  it('knows no status after an unknown outcome, so that a switch that was flipped back is sent', () => {
    expect(afterAnswer({ wanted: true, actual: false }, true, failed(unknown))).toEqual({
      actual: null,
      step: { do: 'roll-back', problem: unknown },
    });
    expect(afterAnswer({ wanted: false, actual: false }, true, failed(unknown))).toEqual({
      actual: null,
      step: { do: 'send' },
    });
  });
});

describe('afterReread', () => {
  it('is done where the wanted status was read, whichever read it is', () => {
    expect(afterReread(true, true, false)).toEqual({ do: 'done' });
    expect(afterReread(false, false, true)).toEqual({ do: 'done' });
  });

  it('waits for another read where the status is not as wanted, and rolls back after the last', () => {
    expect(afterReread(true, false, false)).toBeNull();
    expect(afterReread(true, false, true)).toEqual({ do: 'roll-back', problem: { kind: 'timed-out' } });
  });
});
