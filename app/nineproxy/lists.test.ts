// Rows of every list of the account window, from full, poor and hostile answers.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listIds, listOf } from '../model/lists/lists';
import { readRows, vendorLists } from './lists';
import { at, examples, now, vendorListIds as ids } from './lists.fixture';
import type { VendorListId } from './lists';

/** Cells that a row has beyond the columns, for actions and their forms. */
const beyond: Partial<Record<VendorListId, string[]>> = {
  subAccounts: [
    'disableAt',
    'topUpIps',
    'topUpIpsBelow',
    'topUpIpsBy',
    'topUpTraffic',
    'topUpTrafficBelow',
    'topUpTrafficBy',
  ],
  subUsers: ['enabled'],
  whitelist: ['enabled'],
  connections: ['startPort', 'sessionMinutes'],
};

const firstPage = { page: 1, limit: 30 };
/** Lists whose rows are edited: what the vendor sent stays beside them. */
const edited: VendorListId[] = ['subAccounts', 'subUsers', 'whitelist', 'connections'];

const rows = (id: VendorListId, ...items: unknown[]) =>
  readRows(id, { items, total_items: '90', total_pages: 3 }, now)?.items ?? [];

describe('the top-up of a sub-account', () => {
  it.each([
    [1, 1, 'both'],
    [1, 0, 'ips'],
    [1, undefined, 'ips'],
    [0, 1, 'traffic'],
    [0, 0, 'off'],
    [0, undefined, null],
    [undefined, undefined, null],
  ])('is one value for IPs (%s) and traffic (%s): %s', (ips, traffic, topUp) => {
    const setting = { auto_add_ips: ips, auto_add_traffic: traffic };
    const [row] = rows('subAccounts', { ...examples.subAccounts.item, setting });
    expect(row?.cells['topUp']).toBe(topUp);
  });
});

describe('every list', () => {
  it('is here, and read with the operation that its description names', () => {
    expect(Object.keys(vendorLists).toSorted()).toEqual(listIds.filter((id) => id !== 'localToday').toSorted());
    for (const id of ids) expect([id, vendorLists[id].operation]).toEqual([id, listOf(id).operation]);
  });

  it.each(ids)('%s: a full item fills every column, and no cell is without use', (id) => {
    const { item, key, cells } = examples[id];
    const page = readRows(id, { items: [item], total_items: '90', total_pages: 3 }, now);
    const raw = edited.includes(id) ? { raw: item } : {};
    expect(page).toEqual({ items: [{ key, cells, ...raw }], totalItems: 90, totalPages: 3, skipped: 0 });
    const { columns } = listOf(id);
    expect(Object.keys(cells).toSorted()).toEqual([...columns.map((one) => one.id), ...(beyond[id] ?? [])].toSorted());
    for (const column of columns) {
      expect([column.id, cells[column.id]]).not.toEqual([column.id, null]);
      expect(column.states ?? [cells[column.id]]).toContain(cells[column.id]);
    }
  });

  it.each(ids)('%s: a missing value is null, and the key stays', (id) => {
    const { item, key, cells } = examples[id];
    const poor: Record<string, unknown> = Object.fromEntries(Object.keys(item).map((name) => [name, null]));
    for (const name of ['id', 'code', 'start_port', 'username', 'ip', 'number', 'amount'])
      poor[name] = item[name] ?? null;
    const [row] = rows(id, poor);
    expect(row?.key).toBe(key);
    expect(Object.keys(row?.cells ?? {}).toSorted()).toEqual(Object.keys(cells).toSorted());
    for (const [name, cell] of Object.entries(row?.cells ?? {})) {
      expect([null, cells[name], 'unknown', String(item.start_port)]).toContain(cell);
    }
  });

  it.each(ids)('%s: survives whatever is answered', (id) => {
    const { item } = examples[id];
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(-1, 0, 1, 2, 3, '1', 1e300, -1e300, 'NaN', '', ' ', 'x'.repeat(9_000), Object.create(null)),
    );
    const fields = Object.fromEntries(Object.keys(item).map((name) => [name, value]));
    const hostile = fc.oneof(
      fc.record(fields, { requiredKeys: [] }),
      fc.record(fields, { requiredKeys: [] }).map((some) => ({ ...item, ...some })),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), fc.anything(), (items, total) => {
        for (const result of [{ items, total_items: total, total_pages: total }, items, total]) {
          const page = readRows(id, result, now);
          if (page === null) continue;
          expect(new Set(page.items.map(({ key }) => key)).size).toBe(page.items.length);
          for (const { key, cells } of page.items) {
            expect(key).toBeTypeOf('string');
            expect(Object.keys(cells).toSorted()).toEqual(Object.keys(examples[id].cells).toSorted());
            expect(Object.values(cells).every(isCell)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells a list without anything in it from an answer that is none, or of which nothing can be used', () => {
    const none = { items: [], totalItems: 0, skipped: 0 };
    for (const result of [null, [], { items: null }, { items: [] }, { items: {} }, { items: null, total_items: 0 }]) {
      expect(readRows('subUsers', result, now, firstPage)).toMatchObject(none);
      expect(readRows('levels', result, now)).toMatchObject(none);
    }
    for (const result of [undefined, {}, { users: [] }, { total_items: 3 }, { items: 'none' }, 'none', 0, false]) {
      expect(readRows('subUsers', result, now, firstPage)).toBeNull();
    }
    expect(readRows('subUsers', { items: [{ user_name: 'without id' }, 7] }, now)).toBeNull();
    expect(readRows('subUsers', { items: [{ id: 1 }, 7] }, now)).toMatchObject({ items: [{ key: '1' }], skipped: 1 });
  });

  it('gives records without an id keys of their own, the same each time', () => {
    const record = { ip: '198.18.0.9', created_at: at, number_of_ips: 1 };
    const keys = rows('accountUsage', record, record, { ...record, port: 7 }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(rows('accountUsage', record, record, { ...record, port: 7 }).map(({ key }) => key)).toEqual(keys);
    expect(rows('accountUsage', {}, record)).toHaveLength(1);
  });

  it('numbers 100,000 equal records in linear time', () => {
    const equal = Array.from({ length: 100_000 }, () => ({ amount: 1 }));
    const page = readRows('transactions', { items: equal }, now, { page: 1, limit: 100_000 });
    expect(page?.items.slice(0, 3).map(({ key }) => key.replace(/^.* #/, ''))).toEqual([page?.items[0]?.key, '2', '3']);
    expect(new Set(page?.items.map(({ key }) => key)).size).toBe(100_000);
  });
});

function isCell(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (Number.isFinite(value) && value !== '')
  );
}

describe('readings of our own', () => {
  const status = (item: object) => rows('codesMade', { code: 'A', ...item })[0]?.cells.status;

  it('a share code is what its dates and names tell, then what its number suggests', () => {
    expect(status({ status: 1, used_by: 'a@b.example' })).toBe('used');
    expect(status({ status: 3, used_at: at })).toBe('used');
    expect(status({ status: 1, expired_at: now / 1000 - 1 })).toBe('expired');
    expect(status({ status: 1, expired_at: now / 1000 + 1 })).toBe('unused');
    expect([2, 3, 4, 0, 9, null].map((one) => status({ status: one }))).toEqual([
      'used',
      'revoked',
      'expired',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('a code carries IPs or traffic: a zero of the other kind is nothing', () => {
    const carried = { number_of_ips: 0, amount_traffic: 0 };
    expect(rows('codesMade', { code: 'A', data_type: 1, ...carried })[0]?.cells).toMatchObject({
      ips: 0,
      traffic: null,
    });
    expect(rows('codesMade', { code: 'A', data_type: 2, ...carried })[0]?.cells).toMatchObject({
      ips: null,
      traffic: 0,
    });
    expect(rows('codesMade', { code: 'A', ...carried })[0]?.cells).toMatchObject({ gives: null, ips: 0, traffic: 0 });
  });

  it('codes and passwords are taken as they are, or not at all', () => {
    const long = 'x'.repeat(501);
    expect(
      rows('subUsers', { id: 1, use_key: long }, { id: 2, use_key: 12345 }).map((row) => row.cells.password),
    ).toEqual([null, '12345']);
    expect(rows('codesMade', { code: long }, { code: '  ' }, { code: 'ok ' }).map(({ key }) => key)).toEqual(['ok ']);
  });

  it('a rate below one is a fraction, any other is in percent', () => {
    const rate = (value: unknown) => rows('levels', { title: 'A', rate: value })[0]?.cells.rate;
    expect([0.07, 0.125, '0.1', 0, 1, 7, '12.5', -1, null].map(rate)).toEqual([7, 12.5, 10, 0, 1, 7, 12.5, null, null]);
  });

  it('a connection is sticky when the vendor keeps it, or says that it does not change its address', () => {
    const of = (item: object) => rows('connections', { start_port: 5, ...item })[0]?.cells;
    expect(of({ is_keep: 0 })).toMatchObject({ session: 'rotating', ports: '5' });
    expect(of({ is_random_ip: 0, end_port: 5 })).toMatchObject({ session: 'sticky', ports: '5' });
    expect(of({ session_time: 0 })).toMatchObject({ session: null, sessionTime: null });
  });

  it('countries are codes, links are for a browser', () => {
    expect(rows('today', { ip: '1', country_code: 'Germany' })[0]?.cells.country).toBeNull();
    expect(rows('inviteLinks', { code: 'A', link: 'javascript:alert(1)' })[0]?.cells.link).toBeNull();
  });
});
