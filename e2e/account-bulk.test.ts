// Work on many sub-accounts in the account window: chosen, reviewed, done with progress, refused for one, undone,
// stopped in its middle. What is undone is as it was before, by the vendor's own list. (Kills and the emergency stop:
// e2e/linux/account-restart.test.ts.)
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bulkTexts as texts, changeMeanings, changesText, jobCounts, jobTitle } from '../app/texts/account/bulk';
import { selectedText } from '../app/texts/account/list-frame';
import { waitFor } from '../build/desktop/wait-for.mjs';
import {
  type AccountStage,
  allSubAccounts,
  fill,
  goTo,
  grid,
  openAccount,
  press,
  pressControl,
  rowWith,
} from './harness/account';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();
const locale = 'en-US';
const size = 130;
const topUpSwitch = 'Top up IPs automatically';
let on: AccountStage;

beforeAll(async () => {
  on = await openAccount(stage, ['--still', '--size', String(size)]);
  await goTo(on.page, 'subAccounts');
});

afterAll(async () => {
  await on.app.quit();
});

const isOn = (row: Record<string, unknown>) => row['status'] === 1;
const job = (page: Page, title: string) => page.getByRole('region', { name: title });

/** Opens the dialog of a change in the bar of the selection. */
async function toDo(page: Page, change: keyof typeof texts.actions): Promise<Locator> {
  await page.getByRole('region', { name: texts.bar }).getByRole('button', { name: texts.actions[change] }).click();
  return page.getByRole('dialog');
}

async function jobWhere(phase: string) {
  const { bulk } = await stateWhere(on.page, `the job to be ${phase}`, (state) => state.bulk.bulk?.phase === phase);
  if (bulk.bulk === null) throw new Error('There is no job.');
  return bulk.bulk;
}

/** Undoes what the last job changed, and dismisses it. */
async function undo(changed: number): Promise<void> {
  const { page } = on;
  await page.getByRole('button', { name: texts.undo({ count: changed }) }).click();
  const done = await jobWhere('undone');
  expect(done.counts).toMatchObject({ undone: changed, changed: 0, unknown: 0 });
  await job(page, jobTitle(done)).getByRole('button', { name: texts.dismiss }).click();
  await stateWhere(page, 'no job', ({ bulk }) => bulk.bulk === null);
}

it('a job disables the selected sub-accounts, reports which were refused, and can be undone', async () => {
  const { page, demo } = on;
  const before = await allSubAccounts(demo);
  await rowWith(page, 'subAccounts', String(before.at(-1)?.['username']));
  const rows = grid(page, 'subAccounts').getByRole('row');
  const boxes = rows.getByRole('checkbox');
  // The first box is that of the head.
  await boxes.nth(1).click();
  await boxes.nth(6).click({ modifiers: ['Shift'] });
  await boxes.nth(8).click();
  const names = await Promise.all(
    [1, 2, 3, 4, 5, 6, 8].map((at) => rows.nth(at).getByRole('gridcell').nth(1).innerText()),
  );
  await page.getByRole('status').getByText(selectedText(7, false)).first().waitFor();
  const chosen = before.filter(({ username }) => names.includes(String(username)));
  const needed = chosen.filter(isOn);
  expect(chosen).toHaveLength(7);
  expect(needed.length).toBeGreaterThan(2);

  const dialog = await toDo(page, 'disable');
  await dialog.getByText(changesText('disable', { changes: needed.length, total: 7 })).waitFor();
  expect(await dialog.getByRole('listitem').count()).toBe(7);
  expect(await allSubAccounts(demo)).toEqual(before);
  await demo.troubles({ kind: 'successFalse', message: 'Not this one', operations: ['setSubAccountStatus'], times: 1 });
  await press(page, texts.apply({ does: 'disable', count: needed.length }));
  const done = await jobWhere('done');
  const { changed, refused, same } = done.counts;
  expect({ changed, refused, same }).toEqual({
    changed: needed.length - 1,
    refused: 1,
    same: 7 - needed.length,
  });
  const section = job(page, jobTitle(done));
  await section.getByText(jobCounts(done)).waitFor();
  await section.getByRole('button', { name: texts.showRows }).click();
  const details = page.getByRole('dialog', { name: jobTitle(done) });
  const outcomes = details.getByRole('region', { name: texts.rows }).getByRole('listitem');
  await waitFor('each of them', async () => (await outcomes.count()) === 7);
  const [worst] = await outcomes.allInnerTexts();
  expect(worst).toContain(texts.outcomes.refused);
  expect(worst).toContain('Not this one');
  await details.getByRole('button', { name: texts.close }).click();
  const spared = needed.filter(({ username }) => worst?.includes(String(username)));
  const off = before.map((row) => (needed.includes(row) && !spared.includes(row) ? { ...row, status: 2 } : row));
  expect(spared).toHaveLength(1);
  expect(await allSubAccounts(demo)).toEqual(off);
  await undo(changed);
  expect(await allSubAccounts(demo)).toEqual(before);
});

it('a job sets automatic top-up for all matches, and its undo restores what each had', async () => {
  const { page, demo } = on;
  const before = await allSubAccounts(demo);
  await grid(page, 'subAccounts').getByRole('checkbox').first().click();
  await page.getByRole('status').getByText(selectedText(size, true)).waitFor();
  const dialog = await toDo(page, 'topUp');
  await pressControl(dialog.getByRole('switch', { name: topUpSwitch }));
  await press(page, texts.next);
  await dialog.locator('[aria-invalid="true"]').first().waitFor();
  await fill(page, 'editSubAccount', { topUpIpsBelow: '1', topUpIpsBy: '12' });
  await press(page, texts.next);
  const change = { does: 'topUp' as const, topUpIps: true, topUpIpsBelow: 1, topUpIpsBy: 12 };
  const [line = ''] = changeMeanings(
    { ...change, topUpTraffic: false, topUpTrafficBelow: null, topUpTrafficBy: null },
    locale,
  );
  await dialog.getByText(line).waitFor();
  expect(await allSubAccounts(demo)).toEqual(before);
  await press(page, /^Set automatic top-up of/);
  const { counts } = await jobWhere('done');
  expect(counts).toMatchObject({ refused: 0, unknown: 0 });
  for (const { setting } of await allSubAccounts(demo)) {
    expect(setting).toMatchObject({
      auto_add_ips: 1,
      auto_add_when_number_ips: 1,
      number_ips_auto_add: 12,
      auto_add_traffic: 0,
    });
  }
  await undo(counts.changed);
  expect((await allSubAccounts(demo)).map(ruleOf)).toEqual(before.map(ruleOf));
});

/** Its automatic top-up: amounts of one that is off mean nothing. */
function ruleOf({ id, setting }: Record<string, unknown>) {
  const rule = setting as Record<string, unknown>;
  const ips = rule['auto_add_ips'] === 1 ? [rule['auto_add_when_number_ips'], rule['number_ips_auto_add']] : 'off';
  const traffic =
    rule['auto_add_traffic'] === 1 ? [rule['auto_add_when_traffic_bellow'], rule['amount_traffic_auto_add']] : 'off';
  return { id, ips, traffic };
}

it('a job stops in the middle on request, continues, and can be undone as a whole', async () => {
  const { page, demo } = on;
  const before = await allSubAccounts(demo);
  const needed = before.filter(isOn).length;
  await page.getByRole('combobox', { name: 'Status' }).selectOption('enabled');
  const shown = grid(page, 'subAccounts');
  await waitFor('those that are on', async () => (await shown.getAttribute('aria-rowcount')) === String(needed + 1));
  await waitFor('their rows', async () => (await shown.getAttribute('aria-busy')) === 'false');
  await shown.getByRole('checkbox').first().click();
  await toDo(page, 'disable');
  await demo.troubles({ kind: 'slow', ms: 50, operations: ['setSubAccountStatus'] });
  await press(page, texts.apply({ does: 'disable', count: needed }));
  const progress = page.getByRole('progressbar', { name: texts.progress });
  await waitFor('some progress', async () => Number(await progress.getAttribute('aria-valuenow')) >= 5);
  await page.getByRole('button', { name: texts.stop, exact: true }).click();
  const stopped = await jobWhere('cancelled');
  await job(page, jobTitle(stopped)).waitFor();
  const offNow = async () => needed - (await allSubAccounts(demo)).filter(isOn).length;
  expect(stopped.counts.changed).toBe(await offNow());
  expect(stopped.counts.waiting).toBe(needed - stopped.counts.changed);
  expect(stopped.counts.waiting).toBeGreaterThan(0);

  await demo.troubles();
  await demo.control('requests/clear', {});
  await page.getByRole('button', { name: texts.resume }).click();
  const { counts } = await jobWhere('done');
  const { mostInFlight } = (await demo.state()).requests as { mostInFlight: number };
  expect(mostInFlight).toBeLessThanOrEqual(2);
  expect(counts).toMatchObject({ changed: needed, waiting: 0, unknown: 0 });
  expect(await offNow()).toBe(needed);
  await undo(needed);
  const was = (rows: Record<string, unknown>[]) => rows.map(({ id, status }) => ({ id, status }));
  expect(was(await allSubAccounts(demo))).toEqual(was(before));
  expect((await stateOf(page)).bulk.bulk).toBeNull();
});
