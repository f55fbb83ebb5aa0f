import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from './order';

const byValue = (a: { value: number }, b: { value: number }) => a.value - b.value;
const list = fc.array(fc.record({ value: fc.nat(50) })).map((rows) => rows.toSorted(byValue));

it('merges two sorted lists into one that has all of both', () => {
  fc.assert(
    fc.property(list, list, (sorted, added) => {
      const merged = mergeSorted(sorted, added, byValue);
      expect(merged.map(({ value }) => value)).toEqual([...sorted, ...added].sort(byValue).map(({ value }) => value));
      expect(new Set(merged)).toEqual(new Set([...sorted, ...added]));
    }),
  );
});

it('does not compare rows that were sorted already with each other', () => {
  const sorted = Array.from({ length: 50_000 }, (_, value) => ({ value }));
  let compared = 0;
  mergeSorted(sorted, [{ value: 7 }, { value: 40_000 }], (a, b) => {
    compared += 1;
    return byValue(a, b);
  });
  expect(compared).toBeLessThan(40);
});
