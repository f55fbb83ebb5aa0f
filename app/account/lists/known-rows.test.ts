import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../../model/lists/list-description';
import { KnownRows } from './known-rows';

const query: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };
const row = (key: string) => ({ key, vendorKey: key, cells: {} });

describe('KnownRows', () => {
  it('finds a row in its own list only, with the query that it was read with', () => {
    const rows = new KnownRows();
    rows.add('subAccounts', row('1'), query);
    expect(rows.find('subAccounts', '1')).toEqual({ ...row('1'), readWith: query });
    expect(rows.find('levels', '1')).toBeNull();
  });

  it('removes the row of a full list that was read longest ago', () => {
    const rows = new KnownRows(2);
    for (const key of ['1', '2', '1', '3']) rows.add('subAccounts', row(key), query);
    expect(['1', '2', '3'].map((key) => rows.find('subAccounts', key)?.key)).toEqual(['1', undefined, '3']);
  });

  it('knows no row after it was cleared', () => {
    const rows = new KnownRows();
    rows.add('subAccounts', row('1'), query);
    rows.clear();
    expect(rows.find('subAccounts', '1')).toBeNull();
  });
});
