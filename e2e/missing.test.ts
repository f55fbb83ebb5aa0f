// The vendor lacks one operation after the other, as its own API may: the view of that one says so, and everything else stays. One list
// alone in its area and one behind a tab represent all; that each of them answers so, and no other: app/account/refresh/missing.test.ts.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { areaIds, areas } from '../app/model/lists/areas';
import { type ListId, listIds, listOf } from '../app/model/lists/lists';
import type { AppState } from '../app/model/state/app-state';
import { actionText, actionTexts } from '../app/texts/account/actions';
import { areaTexts } from '../app/texts/account/areas';
import { listTexts } from '../app/texts/account/list-frame';
import { listWords } from '../app/texts/account/lists';
import { popoverTexts } from '../app/texts/status/popover';
import { problemText } from '../app/texts/problems/problems';
import { waitFor } from '../build/desktop/wait-for.mjs';
import {
  type AccountStage,
  chooseInRow,
  field,
  goTo,
  grid,
  labelOf,
  openAccount,
  press,
  rowWith,
} from './harness/account';
import type { DemoServer } from './harness/demo-server';
import { figure } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();
const notOffered = problemText({ kind: 'not-offered' }, 'en', 0).title;
const vendorLists = listIds.filter((list) => listOf(list).operation !== null);

let on: AccountStage;

beforeAll(async () => {
  on = await openAccount(stage, ['--still', '--size', '3']);
});

afterAll(async () => {
  await on.app.quit();
});

/** Goes to the area of a list, and to its tab where there are several. */
async function goToList(page: Page, list: ListId): Promise<Locator> {
  const area = areaIds.find((one) => areas[one].some((id) => id === list)) ?? 'overview';
  await goTo(page, area, areas[area].length > 1 ? list : undefined);
  return grid(page, list);
}

/** What the popover shows of its four figures. */
async function shownFigures(popover: Page): Promise<string[]> {
  const names = ['IP balance', 'Traffic', 'Wallet', 'Auto renew'];
  return await Promise.all(names.map(async (name) => (await figure(popover, name).innerText()).split('\n')[1] ?? ''));
}

/** Reads a list over the bridge, as the window would. */
async function listAnswers(page: Page, list: ListId): Promise<boolean> {
  return await page.evaluate(async (id) => {
    const { ninetray } = globalThis as unknown as {
      ninetray: { call(name: string, input: unknown): Promise<{ ok: boolean }> };
    };
    const query = { page: 1, limit: 10, search: '', sort: null, filters: {} };
    return (await ninetray.call('lists.read', { list: id, ...query })).ok;
  }, list);
}

async function missing(demo: DemoServer, operation: string): Promise<void> {
  await demo.troubles({ kind: 'missing', operations: [operation] });
}

it('each missing list is shown as not offered while the others answer, and is shown once it exists', async () => {
  const { demo, popover, page } = on;
  await stateWhere(page, 'the sub-accounts', (state) => state.subAccounts.firstPage.length === 3);
  const figures = await shownFigures(popover);
  for (const list of ['whitelist', 'transactions'] as const) {
    const { operation } = listOf(list);
    if (operation === null) continue;
    await goTo(page, 'overview');
    await missing(demo, operation);
    const rows = await goToList(page, list);
    const panel = page.getByRole('region', { name: listWords(list).title, exact: true });
    await waitFor(`${list} to be said to be missing`, () => panel.getByText(listTexts.notOffered).isVisible());
    expect(await rows.getByRole('gridcell').count()).toBe(0);
    const others = vendorLists.filter((other) => listOf(other).operation !== operation);
    const answers = await Promise.all(others.map((other) => listAnswers(page, other)));
    expect(others.filter((_, at) => answers[at] === false)).toEqual([]);
    await demo.troubles();
    await goTo(page, 'overview');
    await goToList(page, list);
    await waitFor(`${list} to be there`, async () => (await rows.getByRole('gridcell').count()) > 0);
  }
  const { key, ips, traffic, wallet, autoRenew } = await stateOf(page);
  expect(key.status).toBe('present');
  expect([ips, traffic, wallet, autoRenew].map(({ status }) => status)).toEqual(['fresh', 'fresh', 'fresh', 'fresh']);
  expect(await shownFigures(popover)).toEqual(figures);
}, 120_000);

it('a figure that can no longer be read keeps its value and age beside fresh ones', async () => {
  const { demo, popover, page } = on;
  const shown = await shownFigures(popover);
  const figures = ['account', 'wallet', 'ips', 'traffic', 'autoRenew'] as const;
  const cases = [
    ['getAccountInfo', 'overview', ['account', 'wallet']],
    ['getBalanceData', 'proxy', ['ips', 'traffic']],
    ['getAutoRenew', 'wallet', ['autoRenew']],
  ] as const;
  for (const [operation, area, away] of cases) {
    await missing(demo, operation);
    await goTo(page, area);
    await page.getByRole('button', { name: popoverTexts.refresh }).first().click();
    const isAway = (state: AppState) => figures.filter((name) => state[name].problem?.kind === 'not-offered');
    const state = await stateWhere(
      page,
      operation,
      (now) => isAway(now).join() === away.join() && !now.refresh.running,
    );
    const fresh = figures.filter((name) => state[name].status === 'fresh');
    expect([...fresh, ...away].toSorted()).toEqual(figures.toSorted());
    expect(figures.filter((name) => state[name].value === null)).toEqual([]);
    await waitFor(`${area} to say so`, () => page.getByText(notOffered).first().isVisible());
    expect(await shownFigures(popover)).toEqual(shown);
    await demo.troubles();
    await page.getByRole('button', { name: popoverTexts.refresh }).first().click();
    await stateWhere(page, 'all figures', (now) => isAway(now).length === 0 && !now.refresh.running);
    await waitFor(`${area} to be well`, async () => (await page.getByText(notOffered).count()) === 0);
  }

  await goTo(page, 'overview');
  await missing(demo, 'getAffiliateStats');
  await goTo(page, 'affiliate');
  await waitFor('the affiliate area to say so', () => page.getByText(notOffered).isVisible());
  const referred = page.getByRole('grid', { name: listWords('referredUsers').title });
  await waitFor('its lists', async () => (await referred.getByRole('gridcell').count()) > 0);
}, 120_000);

it('an action that 9Proxy does not offer shows that and changes nothing', async () => {
  const { demo, page } = on;
  const refused = () => page.getByRole('alert').getByText(notOffered).first();

  await missing(demo, 'createWhitelist');
  const whitelist = await goToList(page, 'whitelist');
  await waitFor('the whitelist', async () => (await whitelist.getByRole('gridcell').count()) > 0);
  const rows = await whitelist.getByRole('row').count();
  await page.getByRole('button', { name: labelOf('createWhitelistEntry') }).click();
  await field(page, 'createWhitelistEntry', 'ip').fill('198.51.100.7');
  await press(page, actionText('createWhitelistEntry').button(nothing));
  await refused().waitFor();
  // What was typed is not lost.
  expect(await field(page, 'createWhitelistEntry', 'ip').inputValue()).toBe('198.51.100.7');
  await press(page, actionTexts.cancel);
  expect(await whitelist.getByRole('row').count()).toBe(rows);

  await missing(demo, 'updateSubUser');
  await goToList(page, 'subUsers');
  await chooseInRow(page, await rowWith(page, 'subUsers', 'price-watch'), labelOf('disableSubUser'));
  await refused().waitFor();
  await press(page, actionTexts.close);

  await missing(demo, 'updateAutoRenew');
  await goTo(page, 'wallet');
  await page.getByRole('button', { name: areaTexts.turnRenewOff }).click();
  await press(page, actionText('setAutoRenew').button({ ...nothing, input: { on: false } }));
  await refused().waitFor();
  await press(page, actionTexts.close);

  const { operations } = (await demo.state()).requests as { operations: Record<string, { statuses: unknown }> };
  for (const operation of ['createWhitelist', 'updateSubUser', 'updateAutoRenew']) {
    expect([operation, operations[operation]?.statuses]).toEqual([operation, { 404: 1 }]);
  }
  expect((await stateOf(page)).autoRenew.value?.on).toBe(true);
}, 120_000);

/** For a button whose words take no values. */
const nothing = { input: {}, rows: [], packageName: null, locale: 'en' };
