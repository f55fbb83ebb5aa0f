// Every screen of the wizard in every state, in the real window: what axe finds in it, whether all of it fits, and the
// keyboard. npm run pictures is for looks.
import { beforeAll, expect, it } from 'vitest';
import { openTestEnvironment } from './harness/test-environment';
import { misfits } from './screens/in-page.mjs';
import { tabThrough, violations } from './screens/page-audit';
import { screenNamed, wizardScreens } from './screens/list';
import { openScreenDriver, type ScreenDriver } from './screens/screen-driver';

const testEnvironment = openTestEnvironment({ tray: 'none' });
let wizard: ScreenDriver;

beforeAll(async () => {
  wizard = await openScreenDriver(testEnvironment, 'wizard');
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

it.each([
  'wizard-prepare',
  'wizard-no-sandbox',
  'wizard-regenerate-watching',
  'wizard-receive',
  'wizard-copy',
  'wizard-update',
])('lets the keyboard reach all of %s, in the smallest window', async (name) => {
  await wizard.show(screenNamed(name), { size: { width: 560, height: 480 } });
  expect(await wizard.page.evaluate(misfits)).toEqual([]);
  expect(await tabThrough(wizard.page)).toEqual([]);
});
