import { describe, expect, it } from 'vitest';
import type { Row } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';
import { ignoredFilter, ignoresSearch } from './fit';

const query = (filters: Record<string, string>, search = '') => ({ page: 1, limit: 100, search, sort: null, filters });
const row = (cells: Row['cells'], key = '1'): Row => ({ key, cells });
const noon = Date.UTC(2026, 2, 10, 12);

describe('a filter that the vendor ignored', () => {
  it.each<[ListId, Record<string, string>, Row['cells'], Row['cells']]>([
    ['subAccountUsage', { username: 'user1' }, { username: 'User1' }, { username: 'user10' }],
    ['subAccounts', { status: 'enabled' }, { status: 'enabled' }, { status: 'disabled' }],
    ['purchases', { status: 'failed' }, { status: 'failed' }, { status: 'success' }],
    ['purchases', { from: '2026-03-10' }, { at: noon - 24 * 3_600_000 }, { at: noon - 48 * 3_600_000 }],
    ['deposits', { to: '2026-03-10' }, { at: noon + 24 * 3_600_000 }, { at: noon + 48 * 3_600_000 }],
    ['codesMade', { gives: 'ips' }, { gives: 'ips' }, { gives: 'traffic' }],
    ['codesMade', { email: 'a@x.example' }, { forwardedTo: 'A@x.example' }, { forwardedTo: 'b@x.example' }],
    ['codesRedeemed', { email: '@x' }, { receivedFrom: 'a@x.example' }, { receivedFrom: 'a@y.example' }],
  ])('is found in a row of %s that contradicts %o', (list, filters, fits, not) => {
    expect(ignoredFilter(list, query(filters), [row(fits), row({})])).toBeNull();
    expect(ignoredFilter(list, query(filters), [row(fits), row(not)])).toBe(Object.keys(filters)[0]);
  });

  it('is not reported where nothing is filtered, or a state is not known', () => {
    expect(ignoredFilter('codesMade', query({ status: 'unused' }), [row({ status: 'used' })])).toBeNull();
    expect(ignoredFilter('subAccounts', query({ status: '' }), [row({ status: 'disabled' })])).toBeNull();
    expect(ignoredFilter('subAccounts', query({ status: 'enabled' }), [row({ status: null })])).toBeNull();
  });
});

describe('a search that the vendor ignored', () => {
  it('is recognised by a row that does not contain the search text', () => {
    const rows = [
      row({ username: 'Berlin-1' }),
      row({ username: 'x', note: 'for berlin' }),
      row({ username: 'y' }, 'berlin'),
    ];
    expect(ignoresSearch(query({}, ' berlin '), rows)).toBe(false);
    expect(ignoresSearch(query({}, 'berlin'), [...rows, row({ username: 'tokyo' })])).toBe(true);
    expect(ignoresSearch(query({}, ''), [row({})])).toBe(false);
  });
});
