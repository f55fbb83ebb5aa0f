import { expect, test } from 'vitest';
import { balanceShape, isFirstDay, weekly } from './balance-shape';

const DAY = 86_400_000;
const start = new Date(2026, 0, 1).getTime();
/** Used up and refilled, `teeth` times, four readings a day apart by six hours. */
const teeth = (count: number): [number, number][] =>
  Array.from({ length: count * 4 }, (_, i) => [start + i * (DAY / 4), 1_000 - (i % 4) * 300]);

function rowsOf(points: [number, number][]) {
  const shape = balanceShape(points);
  return shape.kind === 'band' ? shape.rows : [];
}

test('a few refills are drawn as a line, many as a band by the day, and in a long history by the week', () => {
  expect(balanceShape(teeth(8))).toEqual({ kind: 'line' });
  expect(balanceShape(teeth(40))).toMatchObject({ kind: 'band', by: 'day' });
  expect(rowsOf(teeth(40))[1]).toMatchObject({ low: 100, high: 1_000, mean: 550 });
  expect(balanceShape(teeth(365))).toMatchObject({ kind: 'band', by: 'week' });
  expect(rowsOf(teeth(365)).length).toBeLessThan(55);
});

test('use by the week is the average of the days that are known', () => {
  const perDay = Array.from({ length: 14 }, (_, i): [number, number] => [start + i * DAY, i < 7 ? 10 : 20]);
  expect(weekly(perDay).map(([, used]) => used)).toEqual([10, 20]);
  expect(weekly(perDay.slice(4)).map(([, used]) => used)).toEqual([10, 20]);
});

test('a history is of its first day until it covers one', () => {
  expect(isFirstDay([])).toBe(false);
  expect(isFirstDay([[start, 1]])).toBe(true);
  expect(
    isFirstDay([
      [start, 1],
      [start + DAY, 1],
    ]),
  ).toBe(false);
});
