import { expect, test } from 'vitest';
import { type ListId, listIds, listOf } from '../../../../../app/model/lists/lists';
import { fittingColumns, gridColumns, gridWidths, neededRem } from './columns';

test('the tick box comes first, the actions last, and the first value stays in view', () => {
  const columns = gridColumns(listOf('whitelist').columns, { ticks: true, actions: true });
  expect(columns.map(({ id }) => id)).toEqual(['tick', 'ip', 'description', 'at', 'changedAt', 'status', 'actions']);
  expect(columns.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual(['ip']);
});

test.each(listIds)('the columns of %s fill the width', (list) => {
  const { template } = gridWidths(gridColumns(listOf(list).columns, { ticks: true, actions: true }));
  expect(template).toContain('1fr');
  expect(template.startsWith('2.25rem')).toBe(true);
});

const parts = (list: ListId) => ({
  ticks: list === 'subAccounts' || list === 'connections' || list === 'codesMade',
  actions: true,
});

/** The width of a list (rem) in a window of 1080 px, beside the sidebar; and of 640 px. */
test.each(listIds.flatMap((list) => [[list, 49] as const, [list, 23] as const]))(
  'the columns of %s fit a list of %d rem',
  (list, room) => {
    expect(neededRem(fittingColumns(gridColumns(listOf(list).columns, parts(list)), room))).toBeLessThanOrEqual(room);
  },
);

test('where a column is left out, each row has a menu, though the list has no actions', () => {
  const all = gridColumns(listOf('purchases').columns, { ticks: false, actions: false });
  expect(fittingColumns(all, 100)).toEqual(all);
  expect(fittingColumns(all, 23).at(-1)?.holds).toBe('actions');
});
