import { expect, it } from 'vitest';
import type { ListQuery } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';
import { queryText, unfitPart } from './query';

const plain: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };

it.each<[ListId, Partial<ListQuery>]>([
  ['subAccounts', { search: 'anna', sort: { column: 'ips', descending: true }, filters: { status: 'enabled' } }],
  ['subAccounts', { filters: { status: '' } }],
  ['purchases', { filters: { from: '2026-01-01', to: '2026-02-28', status: 'failed' } }],
  ['codesMade', { filters: { email: '*', status: 'unused', enterprise: 'no' } }],
  ['deposits', { filters: { status: 'pending' } }],
  ['levels', {}],
])('%s can be asked for %j', (list, part) => {
  expect(unfitPart(list, { ...plain, ...part })).toBeNull();
});

it.each<[ListId, Partial<ListQuery>, string]>([
  ['levels', { search: 'gold' }, 'search'],
  ['subAccounts', { sort: { column: 'note', descending: true } }, 'sort'],
  ['subAccounts', { sort: { column: 'password', descending: true } }, 'sort'],
  ['subAccounts', { filters: { status: 'blocked' } }, 'filters'],
  ['subAccounts', { filters: { constructor: 'x' } }, 'filters'],
  ['purchases', { filters: { from: 'yesterday' } }, 'filters'],
  ['purchases', { filters: { method: '2' } }, 'filters'],
  ['purchases', { filters: { from: '2026-13-01' } }, 'filters'],
])('%s cannot be asked for %j', (list, part, unfit) => {
  expect(unfitPart(list, { ...plain, ...part })).toBe(unfit);
});

it('recognises the same question, whatever the order of its filters', () => {
  const one = { ...plain, filters: { status: 'failed', from: '2026-01-01', to: '' } };
  const other = { ...plain, filters: { from: '2026-01-01', status: 'failed' } };
  expect(queryText(one, true)).toBe(queryText(other, true));
  expect(queryText({ ...one, page: 2 }, true)).not.toBe(queryText(one, true));
  expect(queryText({ ...one, page: 2 }, false)).toBe(queryText(one, false));
  for (const change of [{ search: 'a' }, { limit: 10 }, { filters: {} }, { sort: { column: 'a', descending: true } }])
    expect(queryText({ ...one, ...change }, false)).not.toBe(queryText(one, false));
});
