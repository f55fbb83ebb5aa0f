// Every screen of the account window in every state, in the real window: what axe finds in it, whether all of it fits,
// and the keyboard. npm run pictures is for looks.
import { beforeAll, expect, it } from 'vitest';
import { areas } from '../app/model/lists/areas';
import { areaTexts } from '../app/texts/account/areas';
import { formatAge } from '../app/texts/format';
import { settingsTexts } from '../app/texts/settings';
import { openTestEnvironment } from './harness/test-environment';
import { accountData, areaScreens } from './screens/account-screens';
import { dialogScreens } from './screens/account-dialogs';
import { firstField, linesOf, misfits } from './screens/in-page.mjs';
import { momentOfPictures } from './screens/list';
import { tabThrough, violations } from './screens/page-audit';
import { openScreenDriver, type ScreenDriver } from './screens/screen-driver';

const accountScreens = [...areaScreens, ...dialogScreens];
const testEnvironment = openTestEnvironment({ tray: 'none' });
const narrowest = { width: 640, height: 480 };
const named = accountScreens.map((screen) => [screen.name, screen] as const);
const pictured = named.filter(([, { isUnpictured }]) => isUnpictured !== true);
const others = named.filter(([, { isUnpictured }]) => isUnpictured === true);
let account: ScreenDriver;

beforeAll(async () => {
  account = await openScreenDriver(testEnvironment, 'account', { data: accountData });
});

it.each(pictured)('%s', async (_name, screen) => {
  const { page } = account;
  await account.show(screen);
  if (screen.isLong === true) await account.stretch();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(misfits)).toEqual([]);
  await account.look({ size: narrowest });
  expect(await page.evaluate(misfits)).toEqual([]);
});

// They look nearly like others whose colours are checked.
it.each(others)('%s, in the smallest window', async (_name, screen) => {
  await account.show(screen, { size: narrowest });
  expect(await violations(account.page, 'all but colours')).toEqual([]);
  expect(await account.page.evaluate(misfits)).toEqual([]);
});

it('the lists of an area are chosen by tabs, and in one field where these have no room', async () => {
  const proxy = accountScreens.find(({ name }) => name === 'account-proxy');
  if (proxy === undefined) throw new Error('There is no such screen.');
  const [tabs, field] = [account.page.getByRole('tab'), account.page.getByRole('combobox', { name: areaTexts.lists })];
  await account.show(proxy);
  expect([await tabs.count(), await field.count()]).toEqual([areas.proxy.length, 0]);
  await account.look({ size: narrowest });
  expect([await tabs.count(), await field.count()]).toEqual([0, 1]);
});

it('the age in the sidebar takes one line, also where amounts are hidden', async () => {
  const screen = accountScreens.find(({ name }) => name === 'account-overview-hidden-amounts');
  if (screen === undefined) throw new Error('There is no such screen.');
  await account.show(screen);
  const age = areaTexts.lastUpdated({ age: formatAge(momentOfPictures, momentOfPictures, 'en-US') });
  expect(await account.page.getByText(age, { exact: true }).evaluate(linesOf)).toBe(1);
});

it('why a shortcut does nothing stands below its buttons, as wide as the row', async () => {
  const screen = accountScreens.find(({ name }) => name === 'account-settings-shortcut-not-allowed');
  if (screen === undefined) throw new Error('There is no such screen.');
  await account.show(screen, { size: narrowest });
  const { shortcut } = settingsTexts;
  const why = await account.page.getByText(shortcut.notAllowed).boundingBox();
  const button = await account.page.getByRole('button', { name: shortcut.recordName }).boundingBox();
  if (why === null || button === null) throw new Error('They are not in the page.');
  expect(why.y).toBeGreaterThanOrEqual(button.y + button.height);
  expect(why.x + why.width).toBeGreaterThan(button.x + button.width);
});

it.each(pictured.filter(([, { inOtherSizes }]) => inOtherSizes))(
  '%s with text twice as large, in the dark',
  async (_name, screen) => {
    await account.show(screen, { text: 2, theme: 'dark' });
    expect(await account.page.evaluate(misfits)).toEqual([]);
    expect(await violations(account.page)).toEqual([]);
  },
);

it.each([
  'account-overview',
  'account-sub-accounts',
  'account-wallet',
  'account-create-sub-account',
  'account-make-codes-review',
  'account-bulk-bar',
  'account-panic-ask',
  'account-api-check-done',
  'account-settings-normal',
  'account-licenses-text',
])('lets the keyboard reach all of %s, in the smallest window', async (name) => {
  const screen = accountScreens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`There is no screen "${name}".`);
  await account.show(screen, { size: narrowest });
  expect(await tabThrough(account.page)).toEqual([]);
});

it.each([
  'account-edit-sub-account',
  'account-create-sub-user',
  'account-edit-sub-user',
  'account-edit-connection',
  'account-redeem-codes',
  'account-places-add',
  'account-places-find',
  'account-access-new',
  'account-access-port',
  'account-api-check-correct',
  'account-licenses',
])('the first field of %s has the focus', async (name) => {
  const screen = accountScreens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`There is no screen "${name}".`);
  await account.show(screen);
  const { first, focused } = await account.page.evaluate(firstField);
  expect(first).not.toBe('');
  expect(focused).toBe(first);
});

it('Escape closes the question whether the key shall be removed, and removes nothing', async () => {
  const screen = accountScreens.find(({ name }) => name === 'account-settings-remove-key');
  if (screen === undefined) throw new Error('There is no such screen.');
  await account.show(screen);
  await account.page.keyboard.press('Escape');
  await account.page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await account.asked()).not.toContain('key.forget');
});
