// Answers that another vendor could give as well: short pages, a filter that is ignored, rows with odd values, a refusal. What is shown,
// saved and sent then. The vendor's own lists say what is true.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api, CallInput, CallName } from '../app/bridge/contract';
import { areaTexts } from '../app/texts/account/areas';
import { mayBeOnText } from '../app/texts/account/bulk';
import { listTexts, selectedText } from '../app/texts/account/list-frame';
import { popoverTexts } from '../app/texts/status/popover';
import { problemText } from '../app/texts/problems/problems';
import {
  type AccountStage,
  allSubAccounts,
  chooseInRow,
  fill,
  goTo,
  grid,
  labelOf,
  openAccount,
  press,
  rowWith,
  said,
  vendorRows,
} from './harness/account';
import { type PassThrough, startPassThrough } from './harness/network/pass-through';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';

const stage = openTestEnvironment();
const size = 130;
const locale = 'en-US';
let on: AccountStage;
let vendor: PassThrough;

beforeAll(async () => {
  on = await openAccount(stage, ['--still', '--size', String(size)], async (origin) => {
    vendor = await startPassThrough(origin);
    return vendor.origin;
  });
});

afterAll(async () => {
  await on.app.quit();
  vendor.close();
});

/** Reads the list of the area again. */
async function again(page: Page, area: 'subAccounts' | 'subUsers'): Promise<void> {
  await goTo(page, 'overview');
  await goTo(page, area);
  await page.getByRole('button', { name: listTexts.refresh }).first().click();
}

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<void> {
  const answer = await page.evaluate(
    ([called, given]) => (globalThis as unknown as { ninetray: Api }).ninetray.call(called, given as never),
    [name, input] as const,
  );
  expect(answer).toMatchObject({ ok: true });
}

it('the list selects and saves every row of a vendor that returns 50 at a time, without formulas', async () => {
  const { app, page } = on;
  const names = ['a\t=1+1', '0012345', '1E5', 'MAR1'];
  vendor.become({
    ask({ query }) {
      if (Number(query.get('limit')) > 50) query.set('limit', '50');
      return undefined;
    },
    answer({ path, query }, body) {
      if (path !== 'subs/get-list' || query.get('page') !== '1') return undefined;
      for (const [at, name] of names.entries()) Object.assign(body.result.items[at] ?? {}, { username: name });
      return body;
    },
  });
  await again(page, 'subAccounts');
  await rowWith(page, 'subAccounts', 'MAR1');
  expect(await grid(page, 'subAccounts').getAttribute('aria-rowcount')).toBe(String(size + 1));
  await grid(page, 'subAccounts').getByRole('checkbox').first().click();
  await page.getByRole('status').getByText(selectedText(size, true)).waitFor();
  const file = join(stage.folder('saved'), 'sub-accounts.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: listTexts.save }).click();
  await said(page, listTexts.saved);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(size + 1);
  const cells = lines.slice(1, 1 + names.length).map((line) => line.split(',')[0]);
  expect(cells).toEqual([`"'a\t'=1+1"`, "'0012345", "'1E5", "'MAR1"]);
});

it('the list shows no other rows when the vendor ignores the filter', async () => {
  const { demo, page } = on;
  const [entry] = await vendorRows(demo, 'subs/list-usage');
  const username = String(entry?.['username']);
  vendor.become({
    ask({ path, query }) {
      if (path === 'subs/list-usage') query.delete('username');
      return undefined;
    },
  });
  await again(page, 'subAccounts');
  await page.getByRole('searchbox').fill(username);
  await chooseInRow(page, await rowWith(page, 'subAccounts', username), areaTexts.showUsage);
  await page.getByText(problemText({ kind: 'filter-ignored', filter: 'username' }, locale, 0).title).waitFor();
  expect(await grid(page, 'subAccountUsage').count()).toBe(0);
  await page.getByRole('button', { name: areaTexts.allSubAccounts }).click();
});

it('a refused switch is reported at its row', async () => {
  const { demo, page } = on;
  const username = String((await vendorRows(demo, 'subs/get-list')).find(({ status }) => status === 1)?.['username']);
  vendor.become({
    ask: ({ path }) =>
      path === 'subs/update-status'
        ? { status: 400, body: { success: false, message: 'Locked by support', errors: [] } }
        : undefined,
  });
  await again(page, 'subAccounts');
  await chooseInRow(page, await rowWith(page, 'subAccounts', username), areaTexts.disable);
  const row = await rowWith(page, 'subAccounts', username);
  await expect.poll(() => row.innerText(), { timeout: 10_000 }).toContain(popoverTexts.notSwitchedInShort.refused);
  await page.getByText('Locked by support').first().waitFor();
});

it('a form that is saved unchanged sends nothing, and does not refuse fields that were not edited', async () => {
  const { page } = on;
  const odd = [
    { username: '👨‍👩‍👧‍👦 family', note: 'یادداشت '.repeat(100) },
    { username: 'long note', note: 'x'.repeat(800) },
  ];
  const writes: string[] = [];
  let ipCap = 7;
  vendor.become({
    ask({ method, path }) {
      if (method === 'GET') return undefined;
      writes.push(`${method} ${path}`);
      ipCap = 8;
      return { status: 200, body: { success: true, result: null } };
    },
    answer({ path }, body) {
      if (path === 'subs/get-list')
        for (const [at, one] of odd.entries()) Object.assign(body.result.items[at] ?? {}, one);
      else if (path === 'user-passes/get-list')
        Object.assign(body.result.items[0] ?? {}, { user_name: 'می‌خواهم', note: 'n'.repeat(900), ip_usage_cap: ipCap });
      else return undefined;
      return body;
    },
  });
  await again(page, 'subAccounts');
  for (const { username } of odd) {
    await chooseInRow(page, await rowWith(page, 'subAccounts', username), labelOf('editSubAccount'));
    await press(page, 'Save');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(writes).toEqual([]);
  await again(page, 'subUsers');
  await chooseInRow(page, await rowWith(page, 'subUsers', 'می‌خواهم'), labelOf('editSubUser'));
  await fill(page, 'editSubUser', { ipCap: '8' });
  await press(page, 'Save');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(writes).toEqual(['PUT user-passes/update']);
});

it('the emergency stop also stops a sub-account without a name, and names one that it could not read', async () => {
  const { demo, page } = on;
  const nameless = (await allSubAccounts(demo)).find(({ status }) => status === 1)?.['id'];
  vendor.become({
    answer({ path, query }, { result }) {
      if (path !== 'subs/get-list') return undefined;
      const { items } = result;
      for (const item of items) if (item['id'] === nameless) item['username'] = null;
      // One more, on the last page.
      const pages = Math.max(1, Number(result['total_pages']));
      if (query.get('page') === String(pages)) items.push({ id: 'beyond', username: 'beyond count', status: 1 });
      Object.assign(result, { total_items: Number(result['total_items']) + 1, total_pages: pages });
      return JSON.stringify({ success: true, result }).replace('"beyond"', '9007199254740993');
    },
  });
  await ask(page, 'panic.start', undefined);
  const { bulk } = await stateWhere(page, 'the end', (state) => state.bulk.panic?.phase === 'done', 30_000);
  if (bulk.panic === null) throw new Error('There is no emergency stop.');
  expect(bulk.panic).toMatchObject({ mayBeOn: 1, unread: { count: 1, names: ['beyond count'] } });
  expect((await allSubAccounts(demo)).filter(({ status }) => status === 1)).toEqual([]);
  await goTo(page, 'subAccounts');
  await page.getByText(mayBeOnText(bulk.panic, locale)).first().waitFor();
});
