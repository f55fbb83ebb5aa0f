import { describe, expect, test } from 'vitest';
import { dayRows } from './days';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('dayRows', () => {
  test('has a row a local day, newest first, with the last reading of each', () => {
    const rows = dayRows({
      points: [
        [at(20, 1), 900],
        [at(20, 23), 880],
        [at(22, 4), 700],
      ],
      perDay: [
        [at(20, 0), 20],
        [at(21, 0), 100],
      ],
    });
    expect(rows).toEqual([
      { day: at(22, 4), used: null, left: 700 },
      { day: at(21, 0), used: 100, left: null },
      { day: at(20, 0), used: 20, left: 880 },
    ]);
  });
});
