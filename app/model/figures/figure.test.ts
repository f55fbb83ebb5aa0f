import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem';
import { failed, ok } from '../problem';
import { absent, afterAnswer, aged, outdated } from './figure';
import type { Figure } from './figure';

const now = 1_800_000_000_000;
const problem: Problem = { kind: 'timed-out' };
const read: Figure<number> = { value: 5, asOf: now, status: 'fresh' };

const anyFigure: fc.Arbitrary<Figure<number>> = fc.oneof(
  fc.constant(absent<number>()),
  fc.constant<Figure<number>>({ ...absent<number>(), problem }),
  fc.record({ value: fc.integer(), asOf: fc.nat(), status: fc.constantFrom('fresh' as const, 'stale' as const) }),
  fc.record({
    value: fc.integer(),
    asOf: fc.nat(),
    status: fc.constant('failed' as const),
    problem: fc.constant(problem),
  }),
);

describe('afterAnswer', () => {
  it('takes an answer, with its moment, and forgets an older problem', () => {
    const before: Figure<number> = { value: 4, asOf: now - 9, status: 'failed', problem };
    expect(afterAnswer(before, ok(5), now)).toEqual({ value: 5, asOf: now, status: 'fresh' });
  });

  it('never loses a number, nor makes it younger, by a failure', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const after = afterAnswer(figure, failed(problem), now);
        expect([after.value, after.asOf, after.problem]).toEqual([figure.value, figure.asOf, problem]);
        expect(after.status).toBe(figure.value === null ? 'absent' : 'failed');
      }),
    );
  });

  it('counts an answer without the figure as one that cannot be read', () => {
    expect(afterAnswer(read, ok(null), now + 9)).toEqual({
      value: 5,
      asOf: now,
      status: 'failed',
      problem: { kind: 'unreadable-answer', why: 'shape' },
    });
  });

  it('takes a zero for the number it is', () => {
    expect(afterAnswer(read, ok(0), now).value).toBe(0);
  });
});

describe('aged', () => {
  it('turns stale just after its time, and keeps its number', () => {
    expect(aged(read, now + 1000, 1000)).toBe(read);
    expect(aged(read, now + 1001, 1000)).toEqual({ value: 5, asOf: now, status: 'stale' });
  });

  it('distrusts a figure from the future, but not for a small correction of the clock', () => {
    expect(aged(read, now - 119_000, 1000)).toBe(read);
    expect(aged(read, now - 121_000, 1000).status).toBe('stale');
  });

  it('leaves alone what is not fresh', () => {
    const broken: Figure<number> = { ...read, status: 'failed', problem };
    expect(aged(broken, now + 1e9, 1000)).toBe(broken);
    const none = absent<number>();
    expect(aged(none, now, 0)).toBe(none);
  });
});

describe('outdated', () => {
  it('keeps number and age, marks them as old, and drops what was wrong', () => {
    fc.assert(
      fc.property(anyFigure, (figure) => {
        const after = outdated(figure);
        expect([after.value, after.asOf, after.problem]).toEqual([figure.value, figure.asOf, undefined]);
        expect(after.status).toBe(figure.value === null ? 'absent' : 'stale');
        expect(outdated(after)).toBe(after);
      }),
    );
  });
});
