import { describe, expect, test } from 'vitest';
import { trendLine } from './sparkline';

describe('a trend line', () => {
  test('needs two points', () => {
    expect(trendLine([], null)).toBeNull();
    expect(trendLine([[1, 5]], null)).toBeNull();
  });

  test('runs from the start to the end of its time, and from zero to the highest value', () => {
    const points = [
      [0, 0],
      [50, 10],
      [100, 5],
    ] as const;
    expect(trendLine(points, null)).toEqual({
      line: 'M0 92L50 8L100 50',
      area: 'M0 92L50 8L100 50V92H0Z',
      endsAt: 50,
      thresholdAt: null,
    });
  });

  test('shows a small change as a small change', () => {
    expect(
      trendLine(
        [
          [0, 1000],
          [10, 990],
        ],
        null,
      )?.line,
    ).toBe('M0 8L100 8.8');
  });

  test('has the threshold at its height, also above all values', () => {
    expect(
      trendLine(
        [
          [0, 100],
          [10, 50],
        ],
        25,
      )?.thresholdAt,
    ).toBe(71);
    expect(
      trendLine(
        [
          [0, 5],
          [10, 5],
        ],
        10,
      ),
    ).toMatchObject({ line: 'M0 50L100 50', thresholdAt: 8 });
  });

  test('lies at the floor where nothing is left, and where the value is below zero', () => {
    expect(
      trendLine(
        [
          [0, 0],
          [10, 0],
        ],
        null,
      )?.line,
    ).toBe('M0 92L100 92');
    expect(
      trendLine(
        [
          [0, 4],
          [10, -3],
        ],
        null,
      )?.line,
    ).toBe('M0 8L100 92');
  });

  test('draws points of one moment on top of each other', () => {
    expect(
      trendLine(
        [
          [5, 1],
          [5, 2],
        ],
        null,
      )?.line,
    ).toBe('M0 50L0 8');
  });
});
