// The parameters that every list of the account window is requested with.
import { describe, expect, it } from 'vitest';
import { listOf } from '../../model/lists/lists';
import type { ListQuery } from '../../model/lists/list-description';
import { vendorLists } from '../lists';
import { vendorListIds as ids } from '../lists.fixture';
import type { VendorListId } from '../lists';

describe('parameters', () => {
  const plain: ListQuery = { page: 2, limit: 50, search: '', sort: null, filters: {} };
  const of = (id: VendorListId, query: Partial<ListQuery> = {}) => vendorLists[id].parameters({ ...plain, ...query });

  it('are the page alone when nothing else is asked', () => {
    const types = { purchases: { type: 1 }, deposits: { type: 2 } };
    for (const id of ids) {
      const page = listOf(id).pages ? { page: 2, limit: 50 } : {};
      const type = id === 'purchases' || id === 'deposits' ? types[id] : {};
      expect([id, of(id, { search: '  ', filters: { status: '', from: '' } })]).toEqual([id, { ...page, ...type }]);
    }
  });

  it('sort by the vendor’s name of every column that sorts, and by no other', () => {
    const names: Record<string, string> = {};
    for (const id of ids) {
      for (const { id: column, ...rest } of listOf(id).columns) {
        const found = of(id, { sort: { column, descending: column === 'at' } });
        if ('sort_by' in found) names[`${id}.${column}`] = `${String(found.sort_by)} ${found.order_by ?? ''}`;
        expect([id, column, 'sort_by' in found]).toEqual([id, column, 'sorts' in rest]);
      }
    }
    expect(names).toEqual({
      'purchases.ips': 'number_of_ips asc',
      'purchases.amount': 'amount asc',
      'deposits.amount': 'amount asc',
      'subAccounts.username': 'username asc',
      'subAccounts.ips': 'number_of_ips asc',
      'subAccounts.at': 'created_at desc',
      'subUsers.username': 'user_name asc',
      'subUsers.traffic': 'data_used asc',
      'subUsers.trafficCap': 'usage_cap asc',
      'subUsers.ips': 'ip_used asc',
      'subUsers.ipCap': 'ip_usage_cap asc',
      'subUsers.at': 'created_at desc',
      'subUsers.status': 'status asc',
      'whitelist.at': 'created_at desc',
      'connections.at': 'created_at desc',
      'codesMade.code': 'code asc',
      'codesMade.ips': 'amount_ips asc',
      'codesMade.at': 'created_at desc',
      'codesRedeemed.code': 'code asc',
      'codesRedeemed.ips': 'amount_ips asc',
      'codesRedeemed.usedAt': 'used_at asc',
    });
    expect(of('subAccounts', { sort: { column: 'toString', descending: true } })).not.toHaveProperty('sort_by');
  });

  it('filter by the vendor’s words and numbers', () => {
    const page = { page: 2, limit: 50 };
    const days = { from: '2025-05-01', to: ' 2025-05-31 ' };
    expect(of('purchases', { filters: { status: 'failed', ...days } })).toEqual({
      ...page,
      type: 1,
      status: -1,
      start_date: '2025-05-01',
      end_date: '2025-05-31',
    });
    expect(of('deposits', { filters: { status: 'pending', from: 'May' } })).toEqual({
      ...page,
      type: 2,
      status: 0,
    });
    expect(of('subAccounts', { search: ' shop ', filters: { status: 'disabled' } })).toEqual({
      ...page,
      keyword: 'shop',
      status: 2,
    });
    expect(of('subAccounts', { filters: { status: 'blocked' } })).toEqual(page);
    expect(of('subUsers', { search: 'ads' })).toEqual({ ...page, keyword: 'ads' });
    expect(of('subAccountUsage', { filters: { username: 'atlas' } })).toEqual({ ...page, username: 'atlas' });
    for (const id of ['codesMade', 'codesRedeemed'] as const) {
      expect(of(id, { search: '9P', filters: { gives: 'traffic', email: 'a@b' } })).toEqual({
        ...page,
        keyword: '9P',
        email: 'a@b',
        data_type: 2,
      });
      expect(of(id, { filters: { status: 'revoked', enterprise: 'no' } })).toEqual({
        ...page,
        status: 3,
        is_enterprise: 0,
      });
    }
  });

  it('exist for every filter and search that a list offers', () => {
    for (const id of ids) {
      const { filters, searches } = listOf(id);
      for (const { id: filter, kind, choices } of filters) {
        for (const value of kind === 'choice' ? (choices ?? []) : [kind === 'day' ? '2025-05-01' : 'some']) {
          expect([id, filter, value, of(id, { filters: { [filter]: value } })]).not.toEqual([
            id,
            filter,
            value,
            of(id),
          ]);
        }
      }
      expect([id, 'keyword' in of(id, { search: 'some' })]).toEqual([id, searches]);
    }
  });
});
