// Every screen in every state, in the real window: what axe finds in it, whether all of it fits, and the keyboard.
// Must not judge looks; npm run pictures shows those to a person.
import { beforeAll, describe, expect, it } from 'vitest';
import { figureNames } from '../app/texts/figures';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { openTestEnvironment } from './harness/test-environment';
import { accountData, areaScreens } from './screens/account-screens';
import { dialogScreens } from './screens/account-dialogs';
import { misfits } from './screens/in-page.mjs';
import { tabThrough, violations } from './screens/page-audit';
import { screenNamed, screens, wizardScreens } from './screens/list';
import { openScreenDriver, type ScreenDriver } from './screens/screen-driver';

const accountScreens = [...areaScreens, ...dialogScreens];
const stage = openTestEnvironment({ tray: 'none' });
let window: ScreenDriver;

beforeAll(async () => {
  window = await openScreenDriver(stage);
});

describe('each screen', () => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
    const { page } = window;
    await window.show(screen);
    if (screen.isLong === true) await window.stretch();
    expect(await violations(page)).toEqual([]);
    await window.look({ theme: 'dark' });
    expect(await violations(page, 'colours')).toEqual([]);
    expect(await page.evaluate(misfits)).toEqual([]);
    await window.look({ size: { width: 320, height: 400 } });
    expect(await page.evaluate(misfits)).toEqual([]);
  });
});

describe('the keyboard', () => {
  it.each([
    'popover-normal',
    'popover-refused',
    'popover-undo-offered',
    'popover-private',
    'popover-traffic',
    'key-first-run',
    'key-guide',
    'key-not-taken-offline',
    'key-candidate-unprotected',
    'settings-normal',
    'settings-forget',
  ])('reaches all of %s', async (name) => {
    await window.show(screenNamed(name));
    expect(await tabThrough(window.page)).toEqual([]);
  });

  it('goes round in a dialog, and Escape leaves it without doing anything', async () => {
    const { page, asked, show } = window;
    await show(screenNamed('settings-forget'));
    await page.keyboard.press('Escape');
    await waitFor('the dialog to close', async () => !(await page.getByRole('alertdialog').isVisible()));
    expect(await asked()).not.toContain('key.forget');
    expect(await asked()).not.toContain('window.hide');
  });

  it('hides the popover with Escape, and goes back from other views first', async () => {
    const { page, asked, show } = window;
    await show(screenNamed('settings-normal'));
    await page.keyboard.press('Escape');
    await waitFor('the figures', () => page.getByRole('group', { name: figureNames.ips, exact: true }).isVisible());
    expect(await asked()).not.toContain('window.hide');
    await page.keyboard.press('Escape');
    await waitFor('the window to be hidden', async () => (await asked()).includes('window.hide'));
  });
});

describe('text twice as large', () => {
  it.each(screens.filter(({ inOtherSizes }) => inOtherSizes).map((screen) => [screen.name, screen] as const))(
    '%s',
    async (_name, screen) => {
      await window.show(screen, { text: 2 });
      expect(await window.page.evaluate(misfits)).toEqual([]);
      if (screen.isLong === true) await window.stretch();
      expect(await violations(window.page)).toEqual([]);
    },
  );
});

describe('the wizard', () => {
  const itsStage = openTestEnvironment({ tray: 'none' });
  let wizard: ScreenDriver;

  beforeAll(async () => {
    wizard = await openScreenDriver(itsStage, 'wizard');
  });

  it.each(wizardScreens.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
    const { page } = wizard;
    await wizard.show(screen);
    await wizard.stretch();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(misfits)).toEqual([]);
    await wizard.look({ theme: 'dark' });
    expect(await violations(page, 'colours')).toEqual([]);
  });

  it.each(['wizard-prepare', 'wizard-regenerate-watching', 'wizard-receive', 'wizard-copy', 'wizard-update'])(
    'lets the keyboard reach all of %s, in the smallest window',
    async (name) => {
      await wizard.show(screenNamed(name), { size: { width: 560, height: 480 } });
      expect(await wizard.page.evaluate(misfits)).toEqual([]);
      expect(await tabThrough(wizard.page)).toEqual([]);
    },
  );
});

describe('the account window', () => {
  const itsStage = openTestEnvironment({ tray: 'none' });
  const narrowest = { width: 640, height: 480 };
  const named = accountScreens.map((screen) => [screen.name, screen] as const);
  const pictured = named.filter(([, { isUnpictured }]) => isUnpictured !== true);
  const others = named.filter(([, { isUnpictured }]) => isUnpictured === true);
  let account: ScreenDriver;

  beforeAll(async () => {
    account = await openScreenDriver(itsStage, 'account', { data: accountData });
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

  // They look nearly as others do, whose colours are looked at.
  it.each(others)('%s, in the smallest window', async (_name, screen) => {
    await account.show(screen, { size: narrowest });
    expect(await violations(account.page, 'all but colours')).toEqual([]);
    expect(await account.page.evaluate(misfits)).toEqual([]);
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
  ])('lets the keyboard reach all of %s, in the smallest window', async (name) => {
    const screen = accountScreens.find((one) => one.name === name);
    if (screen === undefined) throw new Error(`There is no screen "${name}".`);
    await account.show(screen, { size: narrowest });
    expect(await tabThrough(account.page)).toEqual([]);
  });
});
