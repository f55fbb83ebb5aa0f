import { describe, expect, it } from 'vitest';
import type { ListQuery, Row } from '../../model/lists/list-description';
import type { Page } from '../../nineproxy/resources/page';
import { failed, ok, type Result } from '../../model/problem';
import { settled } from '../../model/clock.fixture';
import { createSecrets } from './secrets';
import type { SubAccount } from '../../model/state/app-state';
import { fakeVendor } from '../vendor.fixture';
import { type AccountLists, createAccountLists } from './lists';
import type { ListPage } from './page-reader';

const now = Date.UTC(2026, 10, 23);
const query: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };
const canary = 'CANARY-SECRET-9Z';

function fixture() {
  const vendor = fakeVendor();
  let refs = 0;
  const secrets = createSecrets({ newRef: () => `ref-${(refs += 1)}` });
  const testbed = {
    generation: 1,
    hasKey: true,
    confirmed: new Map<number, boolean>(),
    readAgain: 0,
    today: page([]) as Result<Page<Row>>,
    met: [] as SubAccount[],
  };
  const lists = createAccountLists({
    client: () => (testbed.hasKey ? vendor.client : null),
    generation: () => testbed.generation,
    now: () => now,
    secrets,
    readAgain: () => (testbed.readAgain += 1),
    confirmedSince: (id, since) => (since <= now ? testbed.confirmed.get(id) : undefined),
    onSubAccounts: (rows) => testbed.met.push(...rows),
    readLocalToday: async () => testbed.today,
  });
  return { vendor, secrets, testbed, lists };
}

const page = (items: Row[], totalItems: number | null = items.length) =>
  ok({ items, totalItems, totalPages: 1, skipped: 0 });
const code = (text: string, cells: Row['cells'] = {}): Row => ({
  key: text,
  cells: { code: text, gives: 'ips', ips: 5, traffic: null, ...cells },
});
const sub = (id: number, status: string): Row => ({ key: String(id), cells: { username: `user${id}`, status } });

/** Lets the vendor's answer arrive, which it gives at once. */
async function read(lists: AccountLists, list: Parameters<AccountLists['read']>[0], answer: () => Promise<void>) {
  const reading = lists.read(list, query);
  await answer();
  return reading;
}

describe('reading a list', () => {
  it('returns the vendor’s page, with the moment it was read', async () => {
    const { vendor, lists } = fixture();
    const reading = lists.read('subAccounts', { ...query, search: 'USER' });
    expect(vendor.asked.map((one) => one.with)).toEqual([['subAccounts', { ...query, search: 'USER' }]]);
    await vendor.answer('readList', page([sub(1, 'enabled')], 312));
    expect(await reading).toEqual(ok({ rows: [sub(1, 'enabled')], total: 312, pages: 1, skipped: 0, asOf: now }));
  });

  it('fails with the filter that was ignored instead of returning rows that it should have left out', async () => {
    const { vendor, lists, testbed } = fixture();
    const reading = lists.read('subAccountUsage', { ...query, filters: { username: 'user1' } });
    const usage = (username: string): Row => ({ key: username, cells: { username } });
    await vendor.answer('readList', page([usage('user1'), usage('user2')]));
    expect(await reading).toEqual(failed({ kind: 'filter-ignored', filter: 'username' }));
    const aside = lists.readAside(
      'subAccounts',
      { ...query, filters: { status: 'enabled' } },
      new AbortController().signal,
    );
    await vendor.answer('readList', page([sub(1, 'disabled')]));
    expect(await aside).toEqual(failed({ kind: 'filter-ignored', filter: 'status' }));
    expect([lists.find('subAccountUsage', 'user2'), testbed.met]).toEqual([null, []]);
  });

  it('reports that a search may have been ignored', async () => {
    const { vendor, lists } = fixture();
    const reading = lists.read('subAccounts', { ...query, search: 'anna' });
    await vendor.answer('readList', page([sub(1, 'enabled')]));
    expect(await reading).toMatchObject({ value: { searchIgnored: true } });
  });

  it('requests nothing that the list does not have', async () => {
    const { vendor, lists } = fixture();
    expect(await lists.read('levels', { ...query, search: 'a' })).toEqual(
      failed({ kind: 'bad-input', field: 'search' }),
    );
    expect(vendor.asked).toEqual([]);
  });

  it('fails without a key', async () => {
    const { lists, testbed } = fixture();
    testbed.hasKey = false;
    expect(await lists.read('levels', query)).toEqual(failed({ kind: 'key-missing' }));
  });

  it('sends one request for the same question twice at a time, and another one afterwards', async () => {
    const { vendor, lists } = fixture();
    const both = [lists.read('levels', query), lists.read('levels', { ...query, filters: {} })];
    expect(vendor.open()).toEqual(['readList']);
    await vendor.answer('readList', page([]));
    expect((await Promise.all(both)).every((one) => one.ok)).toBe(true);
    void lists.read('levels', query);
    expect(vendor.open()).toEqual(['readList']);
  });

  it('sends a new request after an action, though the same question is on its way', async () => {
    const { vendor, lists } = fixture();
    const before = lists.read('levels', query);
    lists.invalidate();
    const after = lists.read('levels', query);
    expect(vendor.open()).toHaveLength(2);
    await vendor.answer('readList', page([], 1));
    await vendor.answer('readList', page([], 2));
    expect([await before, await after]).toMatchObject([{ value: { total: 1 } }, { value: { total: 2 } }]);
  });

  it('cancels an older question of the same list, but neither other pages of the same question nor another list', async () => {
    const { vendor, lists } = fixture();
    const first = lists.read('subAccounts', { ...query, search: 'a' });
    const second = lists.read('subAccounts', { ...query, search: 'a', page: 2 });
    const other = lists.read('levels', query);
    expect(vendor.open()).toHaveLength(3);
    const newer = lists.read('subAccounts', { ...query, search: 'ab' });
    expect(await first).toEqual(failed({ kind: 'cancelled' }));
    expect(await second).toEqual(failed({ kind: 'cancelled' }));
    expect(vendor.open()).toHaveLength(2);
    await vendor.answer('readList', page([]));
    await vendor.answer('readList', page([]));
    expect((await other).ok && (await newer).ok).toBe(true);
  });

  it('drops the answer to a request of an older key', async () => {
    const { vendor, lists, testbed } = fixture();
    const reading = lists.read('codesMade', query);
    testbed.generation = 2;
    await vendor.answer('readList', page([code(canary)]));
    expect(await reading).toEqual(failed({ kind: 'cancelled' }));
    const another = lists.read('codesMade', query);
    lists.reset();
    expect(await another).toEqual(failed({ kind: 'cancelled' }));
    expect(lists.find('codesMade', 'ref-1')).toBeNull();
  });

  it('has no row of an older key', async () => {
    const { vendor, lists } = fixture();
    await read(lists, 'subAccounts', () => vendor.answer('readList', page([sub(1, 'enabled')])));
    expect(lists.find('subAccounts', '1')).not.toBeNull();
    lists.reset();
    expect(lists.find('subAccounts', '1')).toBeNull();
  });

  it('shows the status that the vendor confirmed after the request was sent', async () => {
    const { vendor, lists, testbed } = fixture();
    testbed.confirmed.set(1, false);
    const answer = await read(lists, 'subAccounts', () =>
      vendor.answer('readList', page([sub(1, 'enabled'), sub(2, 'enabled')])),
    );
    expect(answer.ok && answer.value.rows.map(({ cells }) => cells['status'])).toEqual(['disabled', 'enabled']);
  });
});

describe('sub-accounts that were read', () => {
  it('are passed on with what the list reports', async () => {
    const { vendor, lists, testbed } = fixture();
    const cells = { username: 'anna', note: 'A', ips: 3, traffic: 5, at: 9, status: 'disabled', topUpIps: 'on' };
    const nameless: Row = { key: '8', cells: { username: null } };
    const nothing: Row = { key: '9', cells: { username: 'bob', note: null, ips: null, at: null, status: null } };
    await read(lists, 'subAccounts', () => vendor.answer('readList', page([{ key: '7', cells }, nameless, nothing])));
    expect(testbed.met).toEqual([
      { id: 7, username: 'anna', note: 'A', ips: 3, traffic: 5, createdAt: 9, enabled: false },
      { id: 8, username: '#8', note: null, ips: null, traffic: null, createdAt: null, enabled: null },
      { id: 9, username: 'bob', note: null, ips: null, traffic: null, createdAt: null, enabled: null },
    ]);
  });

  it('come from their own list alone', async () => {
    const { vendor, lists, testbed } = fixture();
    await read(lists, 'subUsers', () =>
      vendor.answer('readList', page([{ key: '7', cells: { username: 'anna', password: null } }])),
    );
    expect(testbed.met).toEqual([]);
  });
});

describe('a refusal', () => {
  it('concerns this list alone while the account answers', async () => {
    const { vendor, lists, testbed } = fixture();
    const reading = lists.read('payouts', query);
    await vendor.answer('readList', failed({ kind: 'key-refused' }));
    expect(vendor.open()).toEqual(['readAccount']);
    await vendor.answer(
      'readAccount',
      ok({
        account: { id: 1, email: null, username: null, emailVerified: null, twoFactor: null },
        wallet: { amount: 1 },
      }),
    );
    expect(await reading).toEqual(failed({ kind: 'not-offered' }));
    expect(testbed.readAgain).toBe(0);
  });

  it('concerns the key where the account is refused as well, and the figures are read again', async () => {
    const { vendor, lists, testbed } = fixture();
    const reading = lists.read('payouts', query);
    await vendor.answer('readList', failed({ kind: 'key-refused' }));
    await vendor.answer('readAccount', failed({ kind: 'key-refused' }));
    expect(await reading).toEqual(failed({ kind: 'key-refused' }));
    expect(testbed.readAgain).toBe(1);
  });
});

describe('secrets', () => {
  const everything = (answer: Result<ListPage>) => JSON.stringify(answer);

  it('never leave main in a row: neither as a cell nor as its key', async () => {
    const { vendor, lists, secrets } = fixture();
    const answer = await read(lists, 'codesMade', () =>
      vendor.answer('readList', page([code(canary), code(`${canary}2`), { ...code(canary), key: `${canary} #2` }])),
    );
    expect(everything(answer)).not.toContain(canary);
    const rows = answer.ok ? answer.value.rows : [];
    expect(rows.map(({ cells }) => secrets.textOf(String(cells['code'])))).toEqual([canary, `${canary}2`, canary]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
    expect(rows.map(({ key }) => lists.find('codesMade', key)?.vendorKey)).toEqual([canary, `${canary}2`, canary]);
  });

  it('never leave main in the key of a row without an id', async () => {
    const { vendor, lists } = fixture();
    const row: Row = { key: `anna ${canary} 7`, cells: { username: 'anna', password: canary, note: null } };
    const answer = await read(lists, 'subUsers', () => vendor.answer('readList', page([row])));
    expect(everything(answer)).not.toContain(canary);
  });

  it('leave an id unchanged that only looks like a part of one', async () => {
    const { vendor, lists } = fixture();
    const row: Row = { key: '12', cells: { username: 'anna', password: '1', note: null } };
    const answer = await read(lists, 'subUsers', () => vendor.answer('readList', page([row])));
    const key = answer.ok ? (answer.value.rows[0]?.key ?? '') : '';
    expect(lists.find('subUsers', key)?.vendorKey).toBe('12');
  });

  it('keep their references when the list is read again', async () => {
    const { vendor, lists } = fixture();
    const both = [];
    for (let i = 0; i < 2; i += 1)
      both.push(await read(lists, 'codesMade', () => vendor.answer('readList', page([code(canary)]))));
    expect(both[0]).toEqual(both[1]);
  });
});

it('finds one sub-account by its username without cancelling what the list reads, and remembers it for its form', async () => {
  const { vendor, lists } = fixture();
  const shown = lists.read('subAccounts', query);
  const found = lists.findSubAccount({ id: 7, username: 'user7' });
  expect(vendor.asked.map(({ with: input }) => input)).toContainEqual([
    'subAccounts',
    { ...query, limit: 100, search: 'user7' },
  ]);
  await vendor.answer('readList', page([sub(1, 'enabled')]));
  await vendor.answer('readList', page([sub(77, 'enabled'), sub(7, 'disabled')]));
  expect(await shown).toMatchObject({ ok: true });
  expect(await found).toEqual(ok(sub(7, 'disabled')));
  expect(lists.find('subAccounts', '7')).toMatchObject({ key: '7' });

  const missing = lists.findSubAccount({ id: 8, username: 'user8' });
  await vendor.answer('readList', page([]));
  expect(await missing).toEqual(ok(null));
});

it('reads the today list of this computer without a key, as one page', async () => {
  const { vendor, lists, testbed } = fixture();
  testbed.hasKey = false;
  const rows: Row[] = [{ key: '1.2.3.4', cells: { ip: '1.2.3.4' } }];
  testbed.today = page(rows);
  expect(await lists.read('localToday', query)).toEqual(ok({ rows, total: 1, pages: 1, skipped: 0, asOf: now }));
  testbed.today = failed({ kind: 'not-offered' });
  expect(await lists.read('localToday', query)).toEqual(failed({ kind: 'not-offered' }));
  expect(vendor.asked).toEqual([]);
});

it('remembers the newest rows, up to a limit', async () => {
  const { vendor, lists } = fixture();
  for (let batch = 0; batch < 3; batch += 1) {
    const rows = Array.from({ length: 4000 }, (_, i) => sub(batch * 4000 + i + 1, 'enabled'));
    void lists.read('subAccounts', query);
    await vendor.answer('readList', page(rows));
    await settled();
  }
  expect(lists.find('subAccounts', '2000')).toBeNull();
  expect(lists.find('subAccounts', '2001')?.cells['username']).toBe('user2001');
  expect(lists.find('subAccounts', '12000')).not.toBeNull();
  expect(lists.find('levels', '12000')).toBeNull();
});

it('remembers no rows of a list that is read to be saved: they would replace the rows in view', async () => {
  const { vendor, lists } = fixture();
  await read(lists, 'subAccounts', () => vendor.answer('readList', page([sub(1, 'enabled')])));
  const aside = lists.readAside('subAccounts', query, new AbortController().signal);
  await vendor.answer('readList', page(Array.from({ length: 12_000 }, (_, i) => sub(i + 2, 'enabled'))));
  expect((await aside).ok).toBe(true);
  expect(lists.find('subAccounts', '1')).not.toBeNull();
  expect(lists.find('subAccounts', '2')).toBeNull();
});

it('creates no references for a list that is read to be saved: they would replace those of the rows in view', async () => {
  const { vendor, lists, secrets } = fixture();
  const view = await read(lists, 'codesMade', () => vendor.answer('readList', page([code(canary)])));
  const ref = view.ok ? String(view.value.rows[0]?.cells['code']) : '';
  const aside = lists.readAside('codesMade', query, new AbortController().signal);
  const many = Array.from({ length: 20_001 }, (_, i) => code(`CODE-${i}`));
  await vendor.answer('readList', page([...many, code('', { code: null })]));
  const saved = await aside;
  const rows = saved.ok ? saved.value.rows : [];
  expect(new Set(rows.map(({ cells }) => cells['code']))).toEqual(new Set(['••••••••', null]));
  expect(new Set(rows.map(({ key }) => key)).size).toBe(20_002);
  expect(secrets.textOf(ref)).toBe(canary);
});
