// A test of each screen of each window, in an application of its own environment.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEnvironment } from '../harness/test-environment';
import { accountData, areaScreens } from './account-screens';
import { dialogScreens } from './account-dialogs';
import { type Screen, screens, wizardScreens } from './list';
import { openScreenDriver, type ScreenDriver } from './screen-driver';

const windows = [
  ['popover', screens, null],
  ['wizard', wizardScreens, null],
  ['account', [...areaScreens, ...dialogScreens], accountData],
] as const;

/** Declares the tests: each screen, or each that is `among` them, has no faults. `env` is added to the application's environment. */
export function testEveryScreen(
  env: NodeJS.ProcessEnv,
  faults: (page: Page, screen: Screen) => Promise<string[]>,
  among: (screen: Screen) => boolean = () => true,
): void {
  const stage = openTestEnvironment({ tray: 'none' });
  describe.each(windows)('the %s', (name, all, data) => {
    let driver: ScreenDriver;

    beforeAll(async () => {
      driver = await openScreenDriver(stage, name, { env, data });
    });

    it.each(all.filter(among).map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
      await driver.show(screen);
      expect(await faults(driver.page, screen)).toEqual([]);
    });
  });
}
