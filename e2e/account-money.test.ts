// Share codes, wallet, purchases, usage and affiliate in the account window: what is read, what is spent after a second step, what stays
// secret, what the vendor refuses, and what is not known. The vendor's own lists say what is true.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areas } from '../app/model/lists/areas';
import type { AreaId } from '../app/model/lists/areas';
import { actionTexts } from '../app/texts/account/actions';
import { areaTexts } from '../app/texts/account/areas';
import { errorText } from '../app/texts/account/forms';
import { listTexts } from '../app/texts/account/list-frame';
import { listWords } from '../app/texts/account/lists';
import { waitFor } from '../build/desktop/wait-for.mjs';
import {
  type AccountStage,
  chooseInRow,
  fill,
  goTo,
  grid,
  labelOf,
  openAccount,
  press,
  vendorRows,
} from './harness/account';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();
let on: AccountStage;

beforeAll(async () => {
  on = await openAccount(stage);
});

afterAll(async () => {
  await on.app.quit();
});

const made = () => vendorRows(on.demo, 'cd-keys/list-share-code?keyword=');
const clipboard = () => on.app.electron.evaluate(({ clipboard: system }) => system.readText());

describe('share codes', () => {
  it('are created for IPs after a second step that says what they cost, and stay masked', async () => {
    const { page, demo } = on;
    await goTo(page, 'shareCodes');
    const before = await demo.state();
    const known = new Set((await made()).map(({ code }) => code));
    await page.getByRole('button', { name: labelOf('makeIpCodes') }).click();
    await fill(page, 'makeIpCodes', { ips: '7', codes: '0' });
    await press(page, actionTexts.next);
    await page
      .getByRole('dialog')
      .getByText(errorText({ field: 'codes', why: 'too-small', limit: 1 }, 'count', 'en-US'))
      .waitFor();
    await fill(page, 'makeIpCodes', { codes: '3' });
    await press(page, actionTexts.next);
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
    for (const amount of [before.balances.ips, before.balances.ips - 21]) {
      await dialog.getByText(amount.toLocaleString('en-US'), { exact: false }).first().waitFor();
    }
    expect((await demo.state()).balances.ips).toBe(before.balances.ips);
    await press(page, /^Create 3 codes for 21 IPs$/);
    await dialog.getByRole('button', { name: actionTexts.copyAll({ count: 3 }) }).waitFor();
    const fresh = (await made()).map(({ code }) => String(code)).filter((code) => !known.has(code));
    expect(fresh).toHaveLength(3);
    expect((await demo.state()).balances.ips).toBe(before.balances.ips - 21);
    for (const code of fresh) expect(await page.content()).not.toContain(code);
    await dialog.getByRole('button', { name: actionTexts.copyAll({ count: 3 }) }).click();
    await waitFor('the codes on the clipboard', async () => {
      const copied = (await clipboard()).split(/\r?\n/);
      return fresh.every((code) => copied.includes(code));
    });
    await press(page, actionTexts.close);
    await stateWhere(page, 'the balance', ({ ips }) => ips.value?.total === before.balances.ips - 21);
  });

  it('are revealed one at a time, copied, and revoked: the IPs come back', async () => {
    const { page, demo } = on;
    const { balances } = await demo.state();
    const mine = (await made()).filter((code) => code['number_of_ips'] === 7 && code['status'] === 1);
    const rows = grid(page, 'codesMade').getByRole('row').filter({ hasText: '7' }).filter({ hasText: 'Unused' });
    const column = listWords('codesMade').columns['code'] ?? '';
    await rows
      .first()
      .getByRole('button', { name: listTexts.showSecret({ column }) })
      .click();
    const shown = () => mine.filter(({ code }) => content.includes(String(code))).length;
    let content = '';
    await waitFor('one code to be shown', async () => {
      content = await page.content();
      return shown() === 1;
    });
    await rows
      .nth(1)
      .getByRole('button', { name: listTexts.showSecret({ column }) })
      .click();
    content = await page.content();
    expect(shown()).toBe(1);
    await chooseInRow(page, rows.first(), labelOf('revokeCodes'));
    await press(page, /^Revoke 1 code$/);
    await waitFor('the IPs to come back', async () => (await demo.state()).balances.ips === balances.ips + 7);
  });

  it('are refused in the vendor’s words, and an unanswered request is reported as unknown, sent once and checked', async () => {
    const { page, demo } = on;
    await demo.troubles({
      kind: 'successFalse',
      message: 'Daily limit of codes',
      operations: ['generateIpShareCodes'],
    });
    await page.getByRole('button', { name: labelOf('makeIpCodes') }).click();
    await fill(page, 'makeIpCodes', { ips: '5', codes: '2' });
    await press(page, actionTexts.next);
    await press(page, /^Create 2 codes/);
    await waitFor('the refusal', () => page.getByRole('dialog').getByText('Daily limit of codes').first().isVisible());
    await press(page, actionTexts.cancel);
    await demo.troubles({ kind: 'lost', operations: ['generateIpShareCodes'] });
    await demo.control('requests/clear', {});
    const before = (await made()).length;
    await page.getByRole('button', { name: labelOf('makeIpCodes') }).click();
    await fill(page, 'makeIpCodes', { ips: '5', codes: '2' });
    await press(page, actionTexts.next);
    await press(page, /^Create 2 codes/);
    await page.getByRole('dialog').getByText(actionTexts.unknownLine).waitFor();
    await press(page, actionTexts.unknownLook);
    await waitFor('the codes in the list', async () => (await made()).length === before + 2);
    const { requests } = await demo.state();
    expect(requests).toMatchObject({ operations: { generateIpShareCodes: { count: 1 } } });
    await demo.troubles();
  });

  it('are created for traffic from a package', async () => {
    const { page, demo } = on;
    const before = await demo.state();
    await page.getByRole('button', { name: labelOf('makeTrafficCodes') }).click();
    const packages = page.getByRole('dialog').getByRole('combobox');
    const { traffic } = await stateOf(page);
    const [one] = (traffic.value?.packages ?? []).filter(
      ({ left, expiresAt }) => left > 3e9 && expiresAt !== null && expiresAt > Date.now(),
    );
    if (one === undefined) throw new Error('The demo has no package with enough left.');
    await packages.selectOption(String(one.id));
    await fill(page, 'makeTrafficCodes', { traffic: '1.5', codes: '2' });
    await press(page, actionTexts.next);
    await press(page, /^Create 2 codes/);
    await waitFor(
      'the traffic to go',
      async () => (await demo.state()).balances.traffic === before.balances.traffic - 3e9,
    );
    await press(page, actionTexts.close);
    expect((await made()).filter((code) => code['amount_traffic'] === 1_500_000_000)).toHaveLength(2);
  });

  it('are redeemed, and an unknown one is refused', async () => {
    const { page, demo } = on;
    await goTo(page, 'shareCodes', 'codesRedeemed');
    const { codes } = (await demo.control('redeemable')) as { codes: { code: string; ips: number }[] };
    const [one] = codes.filter(({ ips }) => ips > 0);
    if (one === undefined) throw new Error('The demo has nothing to redeem.');
    const before = await demo.state();
    await page.getByRole('button', { name: labelOf('redeemCodes') }).click();
    await fill(page, 'redeemCodes', { codes: 'NOSUCHCODE123' });
    await press(page, actionTexts.next);
    await press(page, /^Redeem 1 code$/);
    await waitFor('the refusal', () =>
      page
        .getByRole('dialog')
        .getByText(/9Proxy refuses/)
        .first()
        .isVisible(),
    );
    await fill(page, 'redeemCodes', { codes: one.code });
    await press(page, actionTexts.next);
    await press(page, /^Redeem 1 code$/);
    await waitFor('the IPs', async () => (await demo.state()).balances.ips === before.balances.ips + one.ips);
    const used = await vendorRows(demo, 'cd-keys/list-use-code?keyword=');
    expect(used.map(({ code }) => code)).toContain(one.code);
  });
});

describe('the wallet', () => {
  it('shows deposits and transactions, and switches auto renew after a second step', async () => {
    const { page } = on;
    await goTo(page, 'wallet');
    const { autoRenew, wallet } = await stateOf(page);
    await page
      .getByText((wallet.value?.amount ?? 0).toLocaleString('en-US', { style: 'currency', currency: 'USD' }))
      .first()
      .waitFor();
    const isOn = autoRenew.value?.on === true;
    for (const want of [!isOn, isOn]) {
      await page.getByRole('button', { name: want ? areaTexts.turnRenewOn : areaTexts.turnRenewOff }).click();
      await press(page, actionTexts.buttons.setAutoRenew({ on: want }));
      await stateWhere(page, 'auto renew', (state) => state.autoRenew.value?.on === want);
      await page.getByRole('button', { name: want ? areaTexts.turnRenewOff : areaTexts.turnRenewOn }).waitFor();
    }
    expect((await stateOf(page)).autoRenew.value?.on).toBe(isOn);
  });

  it('says why auto renew could not be switched', async () => {
    const { page, demo } = on;
    const before = (await stateOf(page)).autoRenew.value?.on;
    await demo.troubles({ kind: 'successFalse', message: 'Not enough in the wallet', operations: ['updateAutoRenew'] });
    await page.getByRole('button', { name: /^Turn auto renew/ }).click();
    await press(page, /^Turn auto renew/);
    await waitFor('the reason', () => page.getByText('Not enough in the wallet').first().isVisible());
    await press(page, actionTexts.close);
    await demo.troubles();
    expect((await stateOf(page)).autoRenew.value?.on).toBe(before);
  });
});

describe('every list', () => {
  const all = (Object.keys(areas) as AreaId[]).flatMap((area) => areas[area].map((list) => [area, list] as const));
  // Without the application on this computer there is nothing to read; e2e/api-check.test.ts turns it on.
  it.each(all.filter(([, list]) => list !== 'localToday'))('%s: %s has rows', async (area, list) => {
    const { page } = on;
    await goTo(page, area, areas[area].length > 1 ? list : undefined);
    await waitFor('rows', async () => (await grid(page, list).getByRole('row').count()) > 1);
    expect(await page.getByText(listTexts.notOffered).count()).toBe(0);
  });

  it('is filtered by the vendor, and shows all rows when the filter is removed', async () => {
    const { page } = on;
    await goTo(page, 'proxy', 'purchases');
    const rows = () => grid(page, 'purchases').getByRole('row').count();
    await waitFor('rows', async () => (await rows()) > 5);
    await page
      .getByRole('region', { name: listWords('purchases').title })
      .getByRole('combobox')
      .first()
      .selectOption('failed');
    await waitFor('fewer', async () => (await grid(page, 'purchases').getByText('Paid').count()) === 0);
    await page.getByRole('combobox').first().selectOption('');
    await waitFor('all of them again', async () => (await rows()) > 5);
    expect(await grid(page, 'purchases').getByText('Paid').count()).toBeGreaterThan(0);
  });
});
