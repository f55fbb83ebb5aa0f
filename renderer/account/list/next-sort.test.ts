import { expect, it } from 'vitest';
import { nextSort } from './next-sort';

it('sorts another column from the largest figure or latest moment, and names from A', () => {
  const now = { column: 'name', descending: false };
  expect(nextSort({ id: 'ips', kind: 'count' }, now)).toEqual({ column: 'ips', descending: true });
  expect(nextSort({ id: 'at', kind: 'moment' }, null)).toEqual({ column: 'at', descending: true });
  expect(nextSort({ id: 'note', kind: 'text' }, null)).toEqual({ column: 'note', descending: false });
});

it('turns the order of the same column around', () => {
  const now = { column: 'ips', descending: true };
  expect(nextSort({ id: 'ips', kind: 'count' }, now)).toEqual({ column: 'ips', descending: false });
});
