import { expect, test } from 'vitest';
import { type ListId, listIds, listOf } from '../../../../../app/model/lists/lists';
import { listWords } from '../../../../../app/texts/account/lists';
import { fittingColumns, gridColumns, gridWidths, neededRem } from './columns';

test('the tick box comes first, the actions last, and the first value stays in view', () => {
  const columns = gridColumns(
    listOf('whitelist').columns,
    { ticks: true, actions: true },
    listWords('whitelist').states,
    'en-US',
  );
  expect(columns.map(({ id }) => id)).toEqual(['tick', 'ip', 'description', 'at', 'changedAt', 'status', 'actions']);
  expect(columns.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual(['ip']);
});

test.each(listIds)('the columns of %s fill the width', (list) => {
  const { template } = gridWidths(
    gridColumns(listOf(list).columns, { ticks: true, actions: true }, listWords(list).states, 'en-US'),
  );
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
    expect(
      neededRem(fittingColumns(gridColumns(listOf(list).columns, parts(list), listWords(list).states, 'en-US'), room)),
    ).toBeLessThanOrEqual(room);
  },
);

test('where a column is left out, each row has a menu, though the list has no actions', () => {
  const all = gridColumns(
    listOf('purchases').columns,
    { ticks: false, actions: false },
    listWords('purchases').states,
    'en-US',
  );
  expect(fittingColumns(all, 100)).toEqual(all);
  expect(fittingColumns(all, 23).at(-1)?.holds).toBe('actions');
});

test('a state has room for its longest word in any language', () => {
  const { columns } = listOf('subUsers');
  const { status = {}, ...states } = listWords('subUsers').states;
  const parted = { ticks: false, actions: true };
  const width = (text: string) =>
    neededRem(
      gridColumns(columns, parted, { ...states, status: { ...status, blocked: { text, tone: 'bad' } } }, 'en-US'),
    );
  expect(width('Blocked')).toBe(neededRem(gridColumns(columns, parted, {}, 'en-US')));
  expect(width('Заблокирован')).toBeGreaterThan(width('Blocked') + 1);
});

test('a day has room for its date in any language', () => {
  const { columns } = listOf('whitelist');
  const width = (locale: string) => neededRem(gridColumns(columns, { ticks: false, actions: false }, {}, locale));
  // Two days: as wide as usual in English, and a rem more each in Russian ("22 нояб. 2026 г.").
  expect(width('en-US')).toBe(width('en-GB'));
  expect(width('ru-RU')).toBeGreaterThan(width('en-US') + 2);
  expect(width('zh-Hans-CN')).toBeGreaterThan(width('en-US'));
});
