// Sub-accounts are switched from the popover: done, undone, refused, unknown, and flipped in haste.
import { expect, it } from 'vitest';
import { popoverTexts } from '../app/texts/status/popover';
import { waitFor } from '../build/desktop/wait-for.mjs';
import type { DemoServer } from './harness/demo-server';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';

const stage = openTestEnvironment();

async function open() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', (state) => state.subAccounts.firstPage.length === 3);
  const { subAccounts } = await demo.state();
  const first = Object.entries(subAccounts.byId).find(([, { enabled }]) => enabled);
  if (first === undefined) throw new Error('No sub-account is on.');
  const [id, { username }] = first;
  return { app, page, demo, id, username, toggle: page.getByRole('switch', { name: username, exact: true }) };
}

async function enabledAt(demo: DemoServer, id: string): Promise<boolean | undefined> {
  return (await demo.state()).subAccounts.byId[id]?.enabled;
}

it('a switch disables a sub-account at the vendor, and can be undone', async () => {
  const { app, page, demo, id, username, toggle } = await open();
  expect(await toggle.isChecked()).toBe(true);
  await toggle.click({ force: true });
  await waitFor('the vendor to have it off', async () => (await enabledAt(demo, id)) === false);
  await waitFor('the switch to say so', async () => !(await toggle.isChecked()));
  await page.getByRole('button', { name: popoverTexts.undoOf({ username }) }).click();
  await waitFor('the vendor to have it on again', async () => (await enabledAt(demo, id)) === true);
  await waitFor('the switch to say so', async () => await toggle.isChecked());
  await app.quit();
});

it('a switch rolls back when the vendor refuses, and says why', async () => {
  const { app, page, demo, id, toggle } = await open();
  await demo.troubles({ kind: 'successFalse', message: 'Not today', operations: ['setSubAccountStatus'] });
  await toggle.click({ force: true });
  await waitFor('the reason', async () => await page.getByText('Not today').first().isVisible());
  expect(await toggle.isChecked()).toBe(true);
  expect(await enabledAt(demo, id)).toBe(true);
  await app.quit();
});

it('a switch whose answer is lost is sent once, and the row is read again to show the truth', async () => {
  const { app, page, demo, id, toggle } = await open();
  await demo.control('requests/clear', {});
  await demo.troubles({ kind: 'lost', operations: ['setSubAccountStatus'] });
  await toggle.click({ force: true });
  await stateWhere(page, 'the outcome', ({ subAccounts }) => subAccounts.switches[0]?.phase === 'done');
  await waitFor('the switch to show what the vendor has', async () => !(await toggle.isChecked()));
  expect(await enabledAt(demo, id)).toBe(false);
  expect((await demo.state()).requests).toMatchObject({ operations: { setSubAccountStatus: { count: 1 } } });
  await app.quit();
});

it('a switch that is flipped quickly ends in the last requested state', async () => {
  const { app, page, demo, id, toggle } = await open();
  await demo.troubles({ kind: 'slow', ms: 300, operations: ['setSubAccountStatus'] });
  await toggle.click({ force: true });
  await toggle.click({ force: true });
  await toggle.click({ force: true });
  await stateWhere(page, 'the outcome', ({ subAccounts }) => subAccounts.switches[0]?.phase === 'done');
  expect(await toggle.isChecked()).toBe(false);
  expect(await enabledAt(demo, id)).toBe(false);
  await app.quit();
});

it('switches the first one found by its name and Enter alone, and pins it within the search', async () => {
  const { app, page, demo, id, username, toggle } = await open();
  await page.keyboard.type(username);
  await page.keyboard.press('Enter');
  await waitFor('the vendor to have it off', async () => (await enabledAt(demo, id)) === false);
  await waitFor('the switch to say so', async () => !(await toggle.isChecked()));
  await page.getByRole('button', { name: popoverTexts.undoOf({ username }) }).click();
  await waitFor('the vendor to have it on again', async () => (await enabledAt(demo, id)) === true);

  await page.getByRole('button', { name: popoverTexts.pin({ username }) }).click();
  const unpin = page.getByRole('button', { name: popoverTexts.unpin({ username }) });
  await waitFor('the pin to keep the focus', () => unpin.evaluate((button) => button.matches(':focus')));
  expect(await page.getByRole('searchbox').inputValue()).toBe(username);
  await app.quit();
});

it('leads from the details of a row to its form in the account window', async () => {
  const { app, page, username } = await open();
  await page.getByRole('button', { name: popoverTexts.subAccountDetails({ username }) }).click();
  await page.getByRole('button', { name: popoverTexts.edit }).click();
  const account = await app.page('account');
  await account.getByRole('dialog').waitFor();
  expect(await account.getByRole('dialog').textContent()).toContain(username);
  await app.quit();
});
