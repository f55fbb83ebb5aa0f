// 50,000 sub-accounts in the account window: opened, searched, sorted by each column that can be, scrolled to its middle and its end.
// Quiet on the console, gentle to the vendor, and no heavier for it. How fast it is: bench/account-list.mjs.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lists } from '../app/model/lists/lists';
import { listTexts } from '../app/texts/account/list-frame';
import { listWords } from '../app/texts/account/lists';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { goTo, grid, openAccountWindow, rowWith, vendorRows } from './harness/account';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';
import { scrollThrough } from './in-page/grid.mjs';

const stage = openTestEnvironment();
const size = 50_000;
const words = listWords('subAccounts');
/** The vendor's names for what it sorts by. */
const vendorNames = { username: 'username', ips: 'number_of_ips', at: 'created_at' } as const;

/** Megabytes that the page's JavaScript keeps, after a garbage collection. */
async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/** The texts of the first rows that are read, by their place in the list. */
async function firstNames(page: Page, count: number): Promise<string[]> {
  const names = page.getByRole('row').and(page.locator('[aria-rowindex]:not([aria-rowindex="1"])'));
  const read = await names.evaluateAll((rows) =>
    rows
      .map((row) => ({ at: Number(row.getAttribute('aria-rowindex')), name: row.children[1]?.textContent ?? '' }))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name),
  );
  return read.slice(0, count);
}

it('the account window opens, searches, sorts and scrolls 50,000 sub-accounts', { timeout: 180_000 }, async () => {
  const demo = await stage.demoServer(['--still', '--size', String(size)]);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ subAccounts, refresh }) => {
    return subAccounts.count.value === size && !refresh.running;
  });
  const page = await openAccountWindow(app, popover);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  // What the vendor's own orders are, before its requests are counted.
  const sortable = lists.subAccounts.columns.filter((column) => 'sorts' in column);
  expect(sortable.map(({ id }) => id).sort()).toEqual(Object.keys(vendorNames).sort());
  const firstBy: Record<string, string[]> = {};
  for (const { id } of sortable) {
    for (const order of ['asc', 'desc']) {
      const path = `subs/get-list?page=1&sort_by=${vendorNames[id]}&order_by=${order}`;
      const rows = await vendorRows(demo, path);
      firstBy[`${id} ${order}ending`] = rows.slice(0, 5).map((row) => String(row['username']));
    }
  }
  const [one] = await vendorRows(demo, 'subs/get-list?page=321');
  const username = String(one?.['username']);
  await stateWhere(page, 'a quiet moment', ({ refresh }) => !refresh.running);
  await demo.control('requests/clear', {});

  await goTo(page, 'subAccounts');
  const list = grid(page, 'subAccounts');
  await page
    .getByRole('status')
    .getByText(words.rows({ count: size }))
    .waitFor();
  expect(await list.getAttribute('aria-rowcount')).toBe(String(size + 1));
  const small = await heap(page);

  for (const { id } of sortable) {
    const head = list
      .getByRole('columnheader')
      .filter({ hasText: words.columns[id] ?? id })
      .first();
    const orders = new Set<string>();
    for (const time of ['first', 'second']) {
      await head.getByRole('button').click();
      const sorted = await waitFor(`the ${time} order`, async () => {
        const order = await head.getAttribute('aria-sort');
        return order === 'none' || order === null || orders.has(order) ? null : order;
      });
      orders.add(sorted);
      await expect.poll(() => firstNames(page, 5), { timeout: 10_000 }).toEqual(firstBy[`${id} ${sorted}`]);
    }
  }

  // The middle by its scroll bar, the end by a key.
  await list.evaluate((box) => box.scrollTo({ top: box.scrollHeight / 2 }));
  const middle = list.getByRole('row').and(page.locator(`[aria-rowindex="${size / 2}"]`));
  await middle.getByRole('button', { name: new RegExp(`^${listTexts.actionsOf({ name: '' })}`) }).waitFor();
  await list.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('ControlOrMeta+End');
  const last = list.getByRole('row').and(page.locator(`[aria-rowindex="${size + 1}"]`));
  await last.getByRole('button', { name: new RegExp(`^${listTexts.actionsOf({ name: '' })}`) }).waitFor();
  expect(await list.getByRole('row').count()).toBeLessThan(80);

  // From top to end, as fast as a user can drag.
  await list.evaluate(scrollThrough);
  await last.getByRole('button', { name: new RegExp(`^${listTexts.actionsOf({ name: '' })}`) }).waitFor();

  const search = listTexts.search({ title: words.title });
  await page.getByRole('searchbox', { name: search }).fill(username);
  await rowWith(page, 'subAccounts', username);
  await expect.poll(async () => Number(await list.getAttribute('aria-rowcount'))).toBeLessThan(200);
  await page.getByRole('button', { name: listTexts.clear({ field: search }) }).click();
  await expect.poll(() => list.getAttribute('aria-rowcount')).toBe(String(size + 1));

  const grown = (await heap(page)) - small;
  const { mostInFlight, total } = (await demo.state()).requests as { mostInFlight: number; total: number };
  expect(complaints).toEqual([]);
  expect(mostInFlight).toBeLessThanOrEqual(2);
  expect(total).toBeLessThan(80);
  expect(grown).toBeLessThan(12);
  await app.quit();
});
