import { expect, test } from 'vitest';
import { listIds, listOf } from '../../../../../app/model/lists/lists';
import { gridColumns, gridWidths } from './columns';

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
