// Every list and every operation that only reads, requested from the demo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListQuery } from '../model/lists/list-description';
import { type Asker, startDemo, startOfTests } from '../demo/demo.fixture';
import { readOperations } from './read-probes';
import type { NineProxy } from './client';
import { demoClient, firstPage } from './client.fixture';
import type { DemoClient } from './client.fixture';
import { endpoints } from './operations/endpoints';
import type { VendorListId } from './lists';
import { vendorListIds } from './lists.fixture';

let asker: Asker;
let client: NineProxy;
let sent: DemoClient['sent'];

beforeAll(async () => {
  asker = await startDemo({ size: 3 });
  ({ client, sent } = demoClient(asker));
});
afterAll(() => asker.demo.close());

describe('reading the demo', () => {
  it('brings the totals of the affiliate side', async () => {
    const { affiliate } = asker.demo.account;
    const sum = (items: { cents: number }[]) => items.reduce((total, { cents }) => total + cents, 0) / 100;
    // The demo reviews a commission for a week first.
    const weekAgo = startOfTests / 1000 - 7 * 86_400;
    const valid = sum(affiliate.commissions.filter((one) => one.valid && one.createdAt <= weekAgo));
    const withdrawn = sum(affiliate.payouts.filter(({ status }) => status === 1));
    expect(await client.readAffiliate()).toEqual({
      ok: true,
      value: {
        registeredUsers: 37,
        today: expect.any(Number),
        total: sum(affiliate.commissions),
        valid,
        withdrawn,
        available: expect.closeTo(valid - withdrawn, 6),
        level: { number: 2, title: 'Silver', rate: 7 },
      },
    });
  });

  it('checks every operation that only reads, once each, and changes nothing', async () => {
    asker.demo.log.clear();
    const writes = Object.entries(endpoints).filter(([, { method }]) => method !== 'GET');
    expect(readOperations.length + writes.length).toBe(Object.keys(endpoints).length);
    for (const operation of readOperations) {
      const checked = await client.check(operation);
      const items = checked.ok ? checked.value.items : 0;
      expect([operation, checked.ok, items === null || items > 0]).toEqual([operation, true, true]);
      expect([operation, items === null]).toEqual([operation, !operation.startsWith('list')]);
    }
    const counts = Object.values(asker.demo.log.summary().operations).map(({ count }) => count);
    expect(counts).toEqual(readOperations.map(() => 1));
    expect(sent).toEqual([]);
  });

  it('is the same when every number is a text, and nothing is made of nulls', async () => {
    // What the vendor sent is kept as it is; what is read of it is the same.
    const read = async (id: VendorListId) => {
      const page = await client.readList(id, firstPage);
      return page.ok ? page.value.items.map(({ key, cells }) => ({ key, cells })) : page;
    };
    for (const id of vendorListIds) {
      const plain = await read(id);
      asker.demo.faults.set([{ kind: 'numbersAsStrings' }]);
      expect([id, await read(id)]).toEqual([id, plain]);
      asker.demo.faults.set([{ kind: 'nulls' }]);
      expect([id, await client.readList(id, firstPage)]).toMatchObject([id, { ok: false, problem: { why: 'shape' } }]);
      asker.demo.faults.set([]);
    }
  });

  it('follows sorts, filters, searches and pages', async () => {
    const read = async (list: VendorListId, more: Partial<ListQuery>, column: string) => {
      const page = await client.readList(list, { ...firstPage, ...more });
      return page.ok ? page.value.items.map(({ cells }) => cells[column] ?? null) : [page.problem.kind];
    };
    const cheapest = { sort: { column: 'amount', descending: false }, limit: 100 };
    const amounts = await read('purchases', cheapest, 'amount');
    expect(amounts.length).toBeGreaterThan(30);
    expect(amounts).toEqual(amounts.toSorted((a, b) => Number(a) - Number(b)));
    const only = async (list: VendorListId, filters: ListQuery['filters'], column: string) => [
      ...new Set(await read(list, { filters }, column)),
    ];
    expect(await only('deposits', { status: 'failed' }, 'status')).toEqual(['failed']);
    expect(await only('subAccountUsage', { username: 'atlas-042' }, 'username')).toEqual(['atlas-042']);
    expect(await only('codesMade', { gives: 'traffic' }, 'gives')).toEqual(['traffic']);
    expect(await read('subAccounts', { search: '東京' }, 'username')).toEqual(['nimbus-108']);
    expect(await read('subAccounts', { page: 2, limit: 2 }, 'username')).toEqual(['atlas-042']);
  });

  it('says what is wrong with an operation', async () => {
    asker.demo.faults.set([{ kind: 'missing', operations: ['listInviteCodes'] }]);
    expect(await client.check('listInviteCodes')).toEqual({ ok: false, problem: { kind: 'not-offered' } });
    expect(await client.readList('inviteLinks', firstPage)).toEqual({ ok: false, problem: { kind: 'not-offered' } });
    asker.demo.faults.set([]);
  });
});
