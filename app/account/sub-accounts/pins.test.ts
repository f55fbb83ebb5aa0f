import { expect, it } from 'vitest';
import { exampleRow } from '../../model/state/app-state.fixture';
import { pinnedRows } from './pins';

const rows = (count: number) => Array.from({ length: count }, (_, index) => exampleRow(index + 1));

it('adds a pinned row as the last, also where it was pinned before', () => {
  expect(pinnedRows(rows(2), exampleRow(3), true)?.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(pinnedRows(rows(3), exampleRow(1), true)?.map(({ id }) => id)).toEqual([2, 3, 1]);
});

it('removes a row that is unpinned', () => {
  expect(pinnedRows(rows(3), exampleRow(2), false)?.map(({ id }) => id)).toEqual([1, 3]);
});

it('returns null for the thirty-first pin', () => {
  expect(pinnedRows(rows(29), exampleRow(30), true)).toHaveLength(30);
  expect(pinnedRows(rows(30), exampleRow(31), true)).toBeNull();
});
