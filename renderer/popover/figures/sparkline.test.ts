import { describe, expect, test } from 'vitest';
import { trendLine } from './sparkline';

describe('a trend line', () => {
  test('needs two points', () => {
    expect(trendLine([], false)).toBeNull();
    expect(trendLine([[1, 5]], false)).toBeNull();
  });

  test('runs from the start to the end of its time, the larger value higher up', () => {
    const line = trendLine(
      [
        [0, 0],
        [50, 10],
        [100, 5],
      ],
      false,
    );
    expect(line?.line).toBe('M0 92L50 8L100 50');
    expect(line?.endsAt).toBe(50);
    expect(line?.area).toBe('M0 92L50 8L100 50V100H0Z');
  });

  test('lies in the middle while nothing changes', () => {
    expect(
      trendLine(
        [
          [0, 7],
          [10, 7],
        ],
        false,
      )?.line,
    ).toBe('M0 50L100 50');
  });

  test('holds each value until the next as a step', () => {
    expect(
      trendLine(
        [
          [0, 1],
          [50, 0],
          [100, 1],
        ],
        true,
      )?.line,
    ).toBe('M0 8H50V92H100V8');
  });

  test('draws points of one moment on top of each other', () => {
    expect(
      trendLine(
        [
          [5, 1],
          [5, 2],
        ],
        false,
      )?.line,
    ).toBe('M0 92L0 8');
  });
});
