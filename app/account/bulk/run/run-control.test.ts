import { describe, expect, it } from 'vitest';
import { createRunControl } from './run-control';

const timedOut = { kind: 'timed-out' } as const;

describe('the run control', () => {
  it('aborts what is being read, and wakes who waits, at the end', async () => {
    const control = createRunControl();
    const woken = control.activity.next();
    control.end('cancelled');
    await woken;
    expect([control.signal.aborted, control.isOver(), control.ending()]).toEqual([true, true, 'cancelled']);
  });

  it('has its last word with a kill', () => {
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
