import { expect, it } from 'vitest';
import { exampleRow } from '../../model/state/app-state.fixture';
import { failed, ok } from '../../model/problem';
import { fakeVendor } from '../vendor.fixture';
import { readSubAccount } from './read-sub-account';

const wanted = { id: 3, username: 'user3' };
const page = (ids: number[], totalPages = 1) =>
  ok({ items: ids.map((id) => exampleRow(id)), totalItems: ids.length, totalPages, skipped: 0 });

it('returns the row that the search by name finds', async () => {
  const vendor = fakeVendor();
  const reading = readSubAccount(vendor.client, wanted);
  expect(vendor.asked[0]?.with).toMatchObject([{ keyword: 'user3' }]);
  await vendor.answer('listSubAccounts', page([30, 3]));
  expect(await reading).toEqual(exampleRow(3));
});

it('returns gone where neither the search nor the whole list has it', async () => {
  const vendor = fakeVendor();
  const reading = readSubAccount(vendor.client, wanted);
  await vendor.answer('listSubAccounts', page([]));
  await vendor.answer('listSubAccounts', page([1, 2]));
  expect(await reading).toBe('gone');
});

it('returns null where a page could not be read', async () => {
  const vendor = fakeVendor();
  const reading = readSubAccount(vendor.client, wanted);
  await vendor.answer('listSubAccounts', failed({ kind: 'timed-out' }));
  expect(await reading).toBeNull();
});
