// Sub-accounts in the account window, one by one: read, created with IPs and traffic, refused, lost on the way,
// changed, switched, viewed, deleted. What was spent is what the second step said, and the vendor's own figures confirm
// it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '../app/model/problem';
import { actionProblemText, actionTexts, actionText } from '../app/texts/account/actions';
import { areaNames, areaTexts } from '../app/texts/account/areas';
import { shortcutTexts } from '../app/texts/account/shortcuts';
import { formatBytes, formatCount } from '../app/texts/format';
import { errorText, fieldText, formTexts } from '../app/texts/account/forms';
import { listWords } from '../app/texts/account/lists';
import { popoverTexts } from '../app/texts/status/popover';
import { waitFor } from '../build/desktop/wait-for.mjs';
import {
  type AccountStage,
  chooseInRow,
  field,
  fill,
  goTo,
  grid,
  labelOf,
  openAccount,
  press,
  pressControl,
  rowWith,
  vendorRows,
} from './harness/account';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();
const locale = 'en-US';
const GB = 1_000_000_000;
const create = 'createSubAccount';
const outlay = { ips: 25, traffic: 2 * GB };
let on: AccountStage;
/** The username of the one that is created, changed and deleted. */
let made = '';

beforeAll(async () => {
  on = await openAccount(stage);
  on.popover.setDefaultTimeout(10_000);
  await goTo(on.page, 'subAccounts');
});

afterAll(async () => {
  await on.app.quit();
});

const balances = async () => (await on.demo.state()).balances;
const subs = () => vendorRows(on.demo, 'subs/get-list');
const sub = async (username: string) => (await subs()).find((row) => row['username'] === username);

/** How often each write was sent since the record was cleared. */
async function writes(operation: string): Promise<number> {
  const { operations } = (await on.demo.state()).requests as { operations: Record<string, { count: number }> };
  return operations[operation]?.count ?? 0;
}

async function toCreate(page: Page): Promise<void> {
  await stateWhere(page, 'fresh figures', (state) => state.ips.status === 'fresh' && !state.refresh.running);
  await page.getByRole('button', { name: labelOf(create) }).click();
}

/** The table of the second step: what each balance is now and afterwards. */
async function inTable(page: Page, what: 'IPs' | 'Traffic'): Promise<string[]> {
  const row = page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('row').filter({ hasText: what });
  return await row.getByRole('cell').allInnerTexts();
}

const shown = (page: Page, problem: Problem) =>
  waitFor(`what ${problem.kind} says`, () =>
    page
      .getByRole('dialog')
      .getByText(actionProblemText(problem, locale, 0).title)
      .first()
      .isVisible(),
  );

it('the keyboard alone opens the sub-accounts, finds one and shows the shortcuts', async () => {
  const { page } = on;
  await goTo(page, 'overview');
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: areaNames.subAccounts }).waitFor();
  const search = page.getByRole('searchbox');
  await search.waitFor();
  await page.keyboard.press('/');
  await page.locator('input[type="search"]:focus').waitFor();
  await page.keyboard.type('a/');
  expect(await search.inputValue()).toBe('a/');
  await search.fill('');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: shortcutTexts.title }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('sub-accounts are listed as the vendor has them', async () => {
  const rows = await subs();
  expect(rows).toHaveLength(12);
  for (const { username, number_of_ips: ips, status, setting } of rows) {
    const row = await rowWith(on.page, 'subAccounts', String(username));
    const [, name, , count, , topUp] = await row.getByRole('gridcell').allInnerTexts();
    const { auto_add_ips: ofIps, auto_add_traffic: ofTraffic } = setting as Record<string, number>;
    const toppedUp = ofIps === 1 ? (ofTraffic === 1 ? 'Both' : 'IPs') : ofTraffic === 1 ? 'Traffic' : 'Off';
    expect([name, count, topUp]).toEqual([username, formatCount(Number(ips), locale), toppedUp]);
    expect(await row.getByRole('switch').getAttribute('aria-checked')).toBe(String(status === 1));
  }
});

it('sub-accounts are created with what the second step said, and nothing is sent before it', async () => {
  const { page, demo, popover } = on;
  const before = await balances();
  const known = (await subs()).map((row) => row['username']);
  const { traffic } = await stateOf(page);
  const packages = traffic.value?.packages ?? [];
  const usable = packages.filter(({ expiresAt }) => expiresAt === null || expiresAt > Date.now());
  const from = usable.find(({ left }) => left >= outlay.traffic);
  if (from === undefined) throw new Error('The demo has no package with that much.');
  await demo.control('requests/clear', {});

  await toCreate(page);
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText(formTexts.available({ amount: formatCount(before.ips, locale) }))
    .first()
    .waitFor();
  // The first field has the focus.
  await page.keyboard.type('short');
  expect(await field(page, create, 'password').inputValue()).toBe('short');
  await fill(page, create, { ips: '2.5' });
  await press(page, actionTexts.next);
  await dialog.getByText(errorText({ field: 'password', why: 'too-short', limit: 6 }, 'password', locale)).waitFor();
  await dialog.getByText(errorText({ field: 'ips', why: 'not-whole' }, 'count', locale)).waitFor();
  await fill(page, create, { password: 'secret-77', ips: String(before.ips + 1), note: 'From a test' });
  await field(page, create, 'note').focus();
  await dialog.getByText(errorText({ field: 'ips', why: 'too-big', limit: before.ips }, 'count', locale)).waitFor();
  expect(await field(page, create, 'ips').getAttribute('aria-invalid')).toBe('true');
  await fill(page, create, { ips: String(outlay.ips), traffic: String(outlay.traffic / GB) });
  // What has expired is not offered, whatever is left of it.
  const offered = await field(page, create, 'packageId').getByRole('option').all();
  const ids = await Promise.all(offered.map((option) => option.getAttribute('value')));
  expect(ids).toEqual(['', ...usable.map(({ id }) => String(id))]);
  expect(usable.length).toBeLessThan(packages.length);
  await field(page, create, 'packageId').selectOption(String(from.id));
  await press(page, actionTexts.next);

  const words = actionText(create).means({
    input: { ...outlay, packageId: from.id },
    rows: [],
    packageName: from.name,
    locale,
  });
  for (const sentence of words) await dialog.getByText(sentence).waitFor();
  const after = { ips: before.ips - outlay.ips, traffic: before.traffic - outlay.traffic };
  expect(await inTable(page, 'IPs')).toEqual([formatCount(before.ips, locale), formatCount(after.ips, locale)]);
  expect(await inTable(page, 'Traffic')).toEqual([
    formatBytes(before.traffic, locale),
    formatBytes(after.traffic, locale),
  ]);
  expect(await writes(create)).toBe(0);
  expect(await balances()).toEqual(before);

  await press(page, /^Create it with/);
  const sheet = page.getByRole('dialog', {
    name: actionText(create).done({ input: {}, rows: [], packageName: null, locale }, null),
  });
  await sheet.waitFor();
  expect(await writes(create)).toBe(1);
  expect(await balances()).toEqual({ ...before, ...after });
  const added = (await subs()).find(({ username }) => !known.includes(username));
  expect(added).toMatchObject({
    number_of_ips: outlay.ips,
    traffic_data: outlay.traffic,
    note: 'From a test',
    status: 1,
  });
  made = String(added?.['username']);
  await sheet.getByText(made, { exact: true }).waitFor();
  await sheet.getByRole('button', { name: actionTexts.copyBoth }).click();
  await sheet.getByText(actionTexts.copied).waitFor();
  const clipboard = await on.app.electron.evaluate((electron) => electron.clipboard.readText());
  expect(clipboard).toBe(`${made}\nsecret-77`);
  await page.keyboard.press('Escape');
  await sheet.getByRole('button', { name: actionTexts.finish }).click();
  const row = page.locator('[data-new]').filter({ hasText: made });
  await row.waitFor();
  await rowWith(page, 'subAccounts', made);
  await stateWhere(popover, 'the new balance', ({ ips }) => ips.value?.total === after.ips && ips.status === 'fresh');
  await stateWhere(popover, 'it in the popover', ({ subAccounts }) =>
    subAccounts.firstPage.some(({ username }) => username === made),
  );
  await popover.getByRole('searchbox', { name: popoverTexts.search }).fill(made);
  await popover.getByRole('switch', { name: made, exact: true }).waitFor({ state: 'attached' });
});

it('show a refusal of the vendor and keep everything that was typed', async () => {
  const { page, demo } = on;
  await demo.control('requests/clear', {});
  await demo.troubles({ kind: 'successFalse', message: 'Insufficient IP balance', operations: [create] });
  const before = await balances();
  await toCreate(page);
  await fill(page, create, { password: 'secret-78', ips: '3' });
  await press(page, actionTexts.next);
  await press(page, /^Create it with/);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(formTexts.refusedHere({ message: 'Insufficient IP balance' })).waitFor();
  expect(await field(page, create, 'ips').inputValue()).toBe('3');
  expect(await field(page, create, 'password').inputValue()).toBe('secret-78');
  await demo.troubles({ kind: 'successFalse', message: 'Not today', operations: [create] });
  await press(page, actionTexts.next);
  await press(page, /^Create it with/);
  await shown(page, { kind: 'rejected', message: 'Not today' });
  await demo.troubles();
  await press(page, actionTexts.cancel);
  expect([await writes(create), await balances()]).toEqual([2, before]);
});

it('a creation whose answer is lost is not sent twice: the outcome is reported as unknown, and the list is read again', async () => {
  const { page, demo } = on;
  const known = (await subs()).map((row) => row['username']);
  await toCreate(page);
  await fill(page, create, { password: 'secret-79', ips: '1' });
  await press(page, actionTexts.next);
  await demo.control('requests/clear', {});
  await demo.troubles({ kind: 'lost', operations: [create] });
  await press(page, /^Create it with/);
  const dialog = page.getByRole('dialog', { name: actionTexts.unknownTitle });
  await dialog.getByText(actionTexts.unknownNext).waitFor();
  expect(await writes(create)).toBe(1);
  const reads = await writes('listSubAccounts');
  await press(page, actionTexts.unknownLook);
  await waitFor('the list to be read again', async () => (await writes('listSubAccounts')) > reads);
  const added = (await subs()).filter(({ username }) => !known.includes(username));
  expect(added).toHaveLength(1);
  await rowWith(page, 'subAccounts', String(added[0]?.['username']));
  expect(await writes(create)).toBe(1);
  await demo.troubles();
});

it('the note and both kinds of automatic top-up can be changed', async () => {
  const { page } = on;
  await chooseInRow(page, await rowWith(page, 'subAccounts', made), labelOf('editSubAccount'));
  const switchOf = (name: 'topUpIps' | 'topUpTraffic') =>
    page.getByRole('dialog').getByRole('switch', { name: fieldText('editSubAccount', name).label });
  await fill(page, 'editSubAccount', { note: 'Changed' });
  await pressControl(switchOf('topUpIps'));
  await press(page, 'Save');
  const needed = errorText({ field: 'topUpIpsBelow', why: 'missing' }, 'count', locale);
  await page.getByRole('dialog').getByText(needed).first().waitFor();
  await pressControl(switchOf('topUpTraffic'));
  await fill(page, 'editSubAccount', {
    topUpIpsBelow: '5',
    topUpIpsBy: '10',
    topUpTrafficBelow: '0.5',
    topUpTrafficBy: '1.5',
  });
  await press(page, 'Save');
  await waitFor('the note', async () => (await sub(made))?.['note'] === 'Changed');
  expect((await sub(made))?.['setting']).toMatchObject({
    auto_add_ips: 1,
    auto_add_when_number_ips: 5,
    number_ips_auto_add: 10,
    auto_add_traffic: 1,
    auto_add_when_traffic_bellow: 0.5 * GB,
    amount_traffic_auto_add: 1.5 * GB,
  });
  const row = await rowWith(page, 'subAccounts', 'Changed');
  await row.getByText('Both', { exact: true }).waitFor();
  // Opened again: the form has what was saved, and turns one of them off.
  await chooseInRow(page, row, labelOf('editSubAccount'));
  expect(await field(page, 'editSubAccount', 'topUpTrafficBy').inputValue()).toBe('1.5');
  await pressControl(switchOf('topUpTraffic'));
  await press(page, 'Save');
  const setting = async () => (await sub(made))?.['setting'] as Record<string, unknown>;
  await waitFor('the traffic top-up to be off', async () => (await setting())['auto_add_traffic'] === 0);
  expect(await setting()).toMatchObject({ auto_add_ips: 1, number_ips_auto_add: 10 });
});

it('sub-accounts are disabled and enabled in their row, from their menu and by Undo, and the popover shows it', async () => {
  const { page, popover } = on;
  const row = () => rowWith(page, 'subAccounts', made);
  const inRow = async () => (await row()).getByRole('switch').click();
  const undo = () => page.getByRole('button', { name: popoverTexts.undoOf({ username: made }) }).click();
  const inMenu = async (label: string) => chooseInRow(page, await row(), label);
  for (const [does, status] of [
    [inRow, 2],
    [undo, 1],
    [() => inMenu(areaTexts.disable), 2],
    [() => inMenu(areaTexts.enable), 1],
  ] as const) {
    await does();
    await waitFor(`its status to be ${status}`, async () => (await sub(made))?.['status'] === status);
    await expect
      .poll(async () => (await row()).getByRole('switch').getAttribute('aria-checked'))
      .toBe(String(status === 1));
    await stateWhere(popover, 'the popover to say so', ({ subAccounts }) =>
      subAccounts.firstPage.some(({ username, enabled }) => username === made && enabled === (status === 1)),
    );
  }
});

it('each sub-account shows its own usage', async () => {
  const { page, demo } = on;
  const [entry] = await vendorRows(demo, 'subs/list-usage');
  const username = String(entry?.['username']);
  const its = await vendorRows(demo, `subs/list-usage?username=${username}`);
  await chooseInRow(page, await rowWith(page, 'subAccounts', username), areaTexts.showUsage);
  await page.getByRole('heading', { name: areaTexts.usageOf({ username }), level: 1 }).waitFor();
  await rowWith(page, 'subAccountUsage', String(its[0]?.['ip']));
  const count = await grid(page, 'subAccountUsage').getAttribute('aria-rowcount');
  const all = await fetch(`${demo.origin}/client/v1/subs/list-usage?username=${username}&limit=1&api-key=${demo.key}`);
  const { result } = (await all.json()) as { result: { total_items: number } };
  expect(Number(count)).toBe(result.total_items + 1);
  await page.getByRole('button', { name: areaTexts.allSubAccounts }).click();
  await rowWith(page, 'subAccounts', made);
});

it('sub-accounts are deleted after a second step, and their balance returns to the account', async () => {
  const { page, popover } = on;
  const before = await balances();
  await stateWhere(page, 'fresh figures', ({ ips, refresh }) => ips.value?.total === before.ips && !refresh.running);
  const remove = async () => chooseInRow(page, await rowWith(page, 'subAccounts', made), labelOf('deleteSubAccount'));
  await remove();
  const after = { ips: before.ips + outlay.ips, traffic: before.traffic + outlay.traffic };
  await page
    .getByRole('alertdialog')
    .getByText(/It still holds 25 IPs and 2 GB/)
    .waitFor();
  expect(await inTable(page, 'IPs')).toEqual([formatCount(before.ips, locale), formatCount(after.ips, locale)]);
  await press(page, actionTexts.cancel);
  expect(await sub(made)).toBeDefined();
  await remove();
  await press(page, `Delete ${made}`);
  await waitFor('it to be gone', async () => (await sub(made)) === undefined);
  expect(await balances()).toEqual({ ...before, ...after });
  const rows = page.getByRole('region', { name: listWords('subAccounts').title, exact: true }).getByRole('row');
  await waitFor('the row to go', async () => (await rows.filter({ hasText: made }).count()) === 0);
  await stateWhere(popover, 'the balance', ({ ips }) => ips.value?.total === after.ips);
});
