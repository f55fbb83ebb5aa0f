// The user's actions in the wizard's window, by accessible names, and the step that it shows. Classes and test ids must
// not be used: users and screen readers don't see them.
import type { Locator, Page } from 'playwright-core';
import { placesTexts } from '../../app/texts/wizard/places';
import { prepareTexts, receiveTexts, regenerateTexts } from '../../app/texts/wizard/wizard';
import type { RunningApp } from './running-app';
import { stateWhere } from './state';

/** A button by its whole name. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Main writes down what it would open in the user's browser, instead of opening it. Returns how to read that. */
export async function recordPages(app: RunningApp): Promise<() => Promise<string[]>> {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  return () => app.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
}

/** Begins a rotation as the buttons in settings do, and returns the wizard's window. */
export async function begin(page: Page, app: RunningApp, entry: 'on-purpose' | 'refused'): Promise<Page> {
  await page.evaluate((why) => {
    const { ninetray } = globalThis as unknown as {
      ninetray: { call(name: string, input: unknown): Promise<unknown> };
    };
    return ninetray.call('rotation.begin', { entry: why });
  }, entry);
  return app.page('wizard');
}

/** Ticks everything that the first step asks for, and continues. */
export async function getReady(wizard: Page): Promise<void> {
  for (const { title } of Object.values(prepareTexts.self)) await wizard.getByLabel(title).check();
  const nowhereElse = wizard.getByLabel(placesTexts.nowhereElse);
  if (await nowhereElse.isVisible()) await nowhereElse.check();
  await button(wizard, prepareTexts.next).click();
}

/** From the first step of a rotation on purpose to the field for the new key, by way of the dashboard. */
export async function goToField(wizard: Page): Promise<void> {
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  await button(wizard, regenerateTexts.haveKey).click();
  await wizard.getByLabel(receiveTexts.label).waitFor();
}

/** Enters this key in the wizard's field, and waits until it is stored. */
export async function giveKey(wizard: Page, key: string): Promise<void> {
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  await stateWhere(wizard, 'the key to be kept', ({ rotation }) => rotation.current?.newFingerprint != null);
}
