import { expect, test } from 'vitest';
import type { Row } from '../../../../app/model/lists/list-description';
import {
  countOf,
  extended,
  isNothing,
  isSelected,
  nothingSelected,
  renewed,
  type Selection,
  toggled,
} from './selection';

const row = (key: string, ips = 1): Row => ({ key, cells: { ips } });
const [a, b, c] = [row('a'), row('b'), row('c')];
const all: Selection = { which: 'matching', filter: { search: 'x', sort: null, filters: {} }, total: 50_000 };

test('rows go in and out one by one', () => {
  const both = toggled(toggled(nothingSelected, a), b);
  expect([countOf(both), isSelected(both, a), isSelected(both, c)]).toEqual([2, true, false]);
  expect(isNothing(toggled(toggled(both, a), b))).toBe(true);
});

test('a range adds to what was selected before it', () => {
  expect(countOf(extended(toggled(nothingSelected, a), [b, c, a]))).toBe(3);
});

test('everything that matches is selected without being read, and a press starts a new selection', () => {
  expect([isSelected(all, row('zzz')), countOf(all), isNothing(all)]).toEqual([true, 50_000, false]);
  expect(countOf(toggled(all, a))).toBe(1);
});

test('what was read again is what is selected; nothing newer leaves it as it is', () => {
  const both = extended(nothingSelected, [a, b]);
  expect(renewed(both, [a, b, c])).toBe(both);
  const newer = renewed(both, [row('a', 7), b, c]);
  expect(newer.which === 'these' && newer.rows.get('a')?.cells.ips).toBe(7);
  expect(countOf(newer)).toBe(2);
  expect(renewed(all, [a])).toBe(all);
});
