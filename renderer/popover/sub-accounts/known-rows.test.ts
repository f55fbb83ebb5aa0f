import { expect, test } from 'vitest';
import { exampleRow } from '../../../app/model/state/app-state.fixture';
import { asKnown } from './known-rows';

const row = (id: number, ips = 5) => ({ ...exampleRow(id, { ips }), pinned: false });

test('a row that is equal to a known one is that one, wherever it was', () => {
  const [first, second] = [row(1), row(2)];
  const rows = asKnown([row(2), row(1)], [first, second]);
  expect(rows[0]).toBe(second);
  expect(rows[1]).toBe(first);
});

test('a row that has changed, or is not known, is as it was answered', () => {
  const [changed, other] = [row(1, 6), row(3)];
  expect(asKnown([changed, other], [row(1), row(2)])).toEqual([changed, other]);
});
