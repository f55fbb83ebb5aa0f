// Pages, orders and filters of the lists, as the vendor documents them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, startDemo } from './demo.fixture';
import { longestPage } from './protocol/page';

let asker: Asker;
beforeAll(async () => {
  asker = await startDemo({ size: 250 });
});
afterAll(() => asker.demo.close());

const ids = (items: { id: number }[]) => items.map((item) => item.id);

describe('pages', () => {
  it('begin with thirty, newest first', async () => {
    const page = await asker.result('listSubAccounts');
    expect(page).toMatchObject({ total_items: 250, total_pages: 9 });
    expect(ids(page.items)).toEqual(Array.from({ length: 30 }, (_, index) => 20_250 - index));
  });

  it('join to the whole list without gap or repetition', async () => {
    const all: number[] = [];
    for (let page = 1; page <= 4; page += 1) {
      all.push(...ids((await asker.result('listSubAccounts', { limit: 70, page })).items));
    }
    expect(new Set(all).size).toBe(250);
    expect((await asker.result('listSubAccounts', { limit: 70, page: 5 })).items).toEqual([]);
  });

  it('are cut at the longest', async () => {
    const big = await startDemo({ size: 600 });
    const page = await big.result('listSubAccounts', { limit: 100_000 });
    expect([page.items.length, page.total_pages]).toEqual([longestPage, 2]);
    await big.demo.close();
  });

  it.each([
    [{ limit: 0 }, 'limit must not be less than 1'],
    [{ page: 'two' }, 'page must be an integer'],
    [{ order_by: 'id' }, 'order_by must be one of desc, asc'],
    [{ sort_by: 'note' }, 'sort_by must be one of id, username, created_at, number_of_ips'],
    [{ status: 3 }, 'status must be one of 1, 2'],
  ])('refuse %o', async (query, error) => {
    const { status, json } = await asker.ask('listSubAccounts', query);
    expect([status, json.errors]).toEqual([400, [error]]);
  });

  it('say everything that is wrong at once', async () => {
    const { json } = await asker.ask('listBillings', { limit: -1, start_date: '2025-02-31', type: 9 });
    expect(json.errors).toEqual([
      'limit must not be less than 1',
      'type must be one of 1, 2',
      'start_date must be a date as YYYY-MM-DD',
    ]);
  });
});

describe('orders', () => {
  it.each([
    ['listSubAccounts', 'username', 'username'],
    ['listSubAccounts', 'number_of_ips', 'number_of_ips'],
    ['listBillings', 'amount', 'amount'],
    ['listShareCodes', 'amount_ips', 'number_of_ips'],
    ['listShareCodes', 'code', 'code'],
    ['listUsedCodes', 'used_at', 'used_at'],
    ['listSubUsers', 'data_used', 'data_used'],
  ])('of %s by %s, both ways', async (list, sortBy, field) => {
    const down = (await asker.result(list, { sort_by: sortBy, limit: 300 })).items;
    const up = (await asker.result(list, { sort_by: sortBy, limit: 300, order_by: 'asc' })).items;
    const value = (item: Record<string, string | number>) => item[field] ?? '';
    const expected = up.map(value).sort((a: string | number, b: string | number) => (a < b ? -1 : Number(a > b)));
    expect(up.map(value)).toEqual(expected);
    expect(down).toEqual([...up].reverse());
    expect(value(up[0])).not.toBe(value(up.at(-1)));
  });
});

describe('filters', () => {
  it('of sub-accounts: status, username, keyword in names and notes', async () => {
    const disabled = await asker.result('listSubAccounts', { status: 2, limit: 300 });
    expect(disabled.total_items).toBeGreaterThan(5);
    expect(disabled.items.every((item: { status: number }) => item.status === 2)).toBe(true);
    const [first] = disabled.items;
    expect(ids((await asker.result('listSubAccounts', { username: first.username })).items)).toEqual([first.id]);
    expect((await asker.result('listSubAccounts', { username: first.username.slice(0, 3) })).items).toEqual([]);
    const found = (await asker.result('listSubAccounts', { keyword: '東京', limit: 300 })).items;
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((item: { note: string }) => item.note.includes('東京'))).toBe(true);
    const named = (await asker.result('listSubAccounts', { keyword: 'NORTHWIND-' })).items;
    expect(named.length).toBeGreaterThan(0);
  });

  it('of billings: type, status, payment method, days', async () => {
    const deposits = (await asker.result('listBillings', { type: 2, limit: 500 })).items;
    expect(deposits.every((item: { type: number }) => item.type === 2)).toBe(true);
    const failed = (await asker.result('listBillings', { status: -1, limit: 500 })).items;
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.length).toBeLessThan(deposits.length);
    const cards = await asker.result('listBillings', { payment_method: 2, limit: 500 });
    expect(cards.items.every((item: { payment_method: number }) => item.payment_method === 2)).toBe(true);
    const [, second] = deposits;
    const date = new Date(second.created_at * 1000).toISOString().slice(0, 10);
    const thatDay = (await asker.result('listBillings', { start_date: date, end_date: date })).items;
    expect(thatDay.map((item: { id: string }) => item.id)).toContain(second.id);
    expect(
      thatDay.every((item: { created_at: number }) => new Date(item.created_at * 1000).toISOString().startsWith(date)),
    ).toBe(true);
    const { status } = await asker.ask('listBillings', { start_date: '2025-05-02', end_date: '2025-05-01' });
    expect(status).toBe(400);
  });

  it('of usage: the sub-account', async () => {
    const [{ username }] = (await asker.result('listSubAccountUsage')).items;
    const found = await asker.result('listSubAccountUsage', { username: username.toUpperCase(), limit: 500 });
    expect(found.items.every((item: { username: string }) => item.username === username)).toBe(true);
    expect(found.total_items).toBeGreaterThan(0);
    expect((await asker.result('listSubAccountUsage', { username: 'nobody' })).items).toEqual([]);
  });

  it('of share codes: kind, recipient, part of the code, enterprise', async () => {
    const traffic = (await asker.result('listShareCodes', { data_type: 2 })).items;
    expect(traffic.length).toBeGreaterThan(0);
    expect(traffic.every((item: { amount_traffic: number }) => item.amount_traffic > 0)).toBe(true);
    const forwarded = (await asker.result('listShareCodes', { email: 'FABRIKAM' })).items;
    expect(forwarded.every((item: { forward_to: string }) => item.forward_to.includes('fabrikam'))).toBe(true);
    const [one] = traffic;
    const found = await asker.result('listShareCodes', { keyword: one.code.slice(3).toLowerCase() });
    expect(found.items).toEqual([one]);
    const both = await Promise.all([0, 1].map((is_enterprise) => asker.result('listUsedCodes', { is_enterprise })));
    expect(both[0].total_items + both[1].total_items).toBe((await asker.result('listUsedCodes')).total_items);
  });
});

describe('fifty thousand sub-accounts', () => {
  it('are answered whatever the order', async () => {
    const big = await startDemo({ size: 50_000 });
    await big.result('listSubAccounts');
    for (const sortBy of ['id', 'username', 'number_of_ips']) {
      const page = await big.result('listSubAccounts', { limit: 100, page: 250, sort_by: sortBy });
      expect(page).toMatchObject({ total_items: 50_000, total_pages: 500 });
    }
    expect((await big.result('listSubAccounts', { keyword: 'harbor' })).total_items).toBeGreaterThan(500);
    await big.demo.close();
  });
});
