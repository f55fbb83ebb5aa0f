// The user's actions in the popover, by accessible names. Classes and test ids must not be used: users and screen
// readers don't see them.
import type { Locator, Page } from 'playwright-core';
import { onboardingTexts, readyTexts } from '../../app/texts/onboarding';
import type { RunningApp } from './running-app';

/** The popover's page, as soon as there is one. */
export function popoverOf(app: RunningApp): Promise<Page> {
  return app.page('popover');
}

/** One of the four figures: "IP balance", "Traffic", "Wallet", "Auto renew". */
export function figure(page: Page, name: string): Locator {
  return page.getByRole('group', { name, exact: true });
}

/** First run with a key, to the end: typed, checked, stored as suggested, or in the way that is named. */
export async function enterKey(page: Page, key: string, storage?: string): Promise<void> {
  await page.getByRole('button', { name: onboardingTexts.haveKey }).click();
  await page.getByLabel(onboardingTexts.fieldLabel).fill(key);
  await page.getByRole('button', { name: onboardingTexts.check }).click();
  if (storage !== undefined) await page.getByRole('radio', { name: storage }).check({ force: true });
  await saveFirstKey(page);
}

/** Saves a first key that was checked, and passes the end of the first run. */
export async function saveFirstKey(page: Page): Promise<void> {
  await page.getByRole('button', { name: onboardingTexts.keep }).click();
  await page.getByRole('button', { name: readyTexts.done }).click();
}
