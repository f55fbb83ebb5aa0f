// What answers make of the loaded pages.
import { expect, test } from 'vitest';
import { lastPossible, noPages, pageAfterShort, pageOf, withAnswer } from './loaded-pages';

const answer = (from: number, to: number, total: number | null = null) => ({
  ok: true as const,
  value: { rows: Array.from({ length: to - from }, (_, at) => ({ key: `${from + at}`, cells: {} })), total, asOf: 1 },
});

test('the length of the first page is the page size from then on, and pages loaded with another size are dropped', () => {
  const second = withAnswer(noPages(false), 2, answer(100, 200, 300));
  const first = withAnswer(second, 1, answer(0, 50, 300));
  expect([...first.pages.keys()]).toEqual([1]);
  expect(pageOf(first, 149)).toBe(3);
  expect(lastPossible(first)).toBe(6);
});

test('a first page that has all rows leaves the page size as it is', () => {
  const loaded = withAnswer(noPages(false), 1, answer(0, 7, 7));
  expect(loaded.size).toBe(100);
  expect(lastPossible(loaded)).toBe(1);
});

test('without a total, a short page is followed by one more call, and an empty page ends the list', () => {
  const short = withAnswer(noPages(false), 1, answer(0, 50));
  expect(pageAfterShort(short)).toBe(2);
  expect(lastPossible(short)).toBe(Infinity);
  const ended = withAnswer(short, 2, answer(50, 50));
  expect(pageAfterShort(ended)).toBeNull();
  expect(lastPossible(ended)).toBe(1);
  expect([...ended.pages.keys()]).toEqual([1]);
});

test('a failed call leaves the page its rows and their age', () => {
  const loaded = withAnswer(noPages(false), 1, answer(0, 2, 2));
  const failed = withAnswer(loaded, 1, { ok: false, problem: { kind: 'timed-out' } });
  expect(failed.pages.get(1)).toMatchObject({
    rows: [{ key: '0' }, { key: '1' }],
    readAt: 1,
    problem: { kind: 'timed-out' },
  });
  expect(loaded.pages.get(1)?.problem).toBeNull();
});
