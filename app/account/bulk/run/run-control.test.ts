import { describe, expect, it } from 'vitest';
import { createRunControl } from './run-control';

const timedOut = { kind: 'timed-out' } as const;

describe('the run control', () => {
  it('aborts reads and wakes those who wait when the run ends', async () => {
    const control = createRunControl();
    const woken = control.activity.next();
    control.end('cancelled');
    await woken;
    expect([control.signal.aborted, control.isOver(), control.ending()]).toEqual([true, true, 'cancelled']);
  });

  it('does not change after a kill', () => {
    const control = createRunControl();
    control.end('killed');
    control.end('stopped', timedOut);
    expect([control.ending(), control.problem()]).toEqual(['killed', null]);
  });

  it('stops after three general problems in a row', () => {
    const control = createRunControl();
    for (const outcome of ['general-problem', 'general-problem', 'success', 'general-problem'] as const)
      control.count(outcome, timedOut);
    control.count('row-problem', timedOut);
    control.count('general-problem', timedOut);
    control.count('general-problem', timedOut);
    expect(control.isOver()).toBe(false);
    control.count('general-problem', timedOut);
    expect([control.ending(), control.problem()]).toEqual(['stopped', timedOut]);
  });
});
