import { expect, it } from 'vitest';
import { sourceDateEpoch } from './source-date.mjs';

it('is the variable where it is set', () => {
  expect(sourceDateEpoch({ SOURCE_DATE_EPOCH: '1700000000' })).toBe(1_700_000_000);
});

it('is otherwise the time of the sources: the same at each call, and not the present', () => {
  const time = sourceDateEpoch({});
  expect(time).toBeGreaterThan(1_700_000_000);
  expect(sourceDateEpoch({ SOURCE_DATE_EPOCH: '' })).toBe(time);
});

it('is refused where the variable is no time', () => {
  expect(() => sourceDateEpoch({ SOURCE_DATE_EPOCH: 'yesterday' })).toThrow('SOURCE_DATE_EPOCH is no time: yesterday');
});
