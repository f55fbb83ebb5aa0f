import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
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

it('makes one collator, when names are first to be in order', async () => {
  const { Collator } = Intl;
  let made = 0;
  vi.stubGlobal('Intl', {
    Collator: class extends Collator {
      constructor() {
        super();
        made += 1;
      }
    },
  });
  vi.resetModules();
  try {
    const { compareBy } = await import('./order');
    compareBy('newest', true);
    expect(made).toBe(0);
    compareBy('username', false);
    compareBy('username', true);
    expect(made).toBe(1);
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
});
