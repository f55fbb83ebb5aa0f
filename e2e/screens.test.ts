// Every screen in every state, in the real window: what axe finds in it, whether all of it fits, and the keyboard.
// Must not judge looks; npm run pictures shows those to a person.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { figureNames } from '../app/texts/figures';
import { until } from '../build/desktop/until.mjs';
import { openStage } from './harness/stage';
import { focused, markStops, misfits } from './screens/in-page.mjs';
import { screenNamed, screens, wizardScreens } from './screens/list';
import { openShowWindow, type ShowWindow } from './screens/show';

const stage = openStage({ tray: 'none' });
let window: ShowWindow;

beforeAll(async () => {
  window = await openShowWindow(stage);
});

/** What axe finds, a line each. `rules`: these alone, where not all. */
async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The debugger puts it there, so the page's security policy stays as strict as it is.
  await page.evaluate(`globalThis.axe === undefined && eval(${JSON.stringify(axe.source)})`);
  const context = JSON.stringify({ exclude: ['[data-live-announcer]'] });
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } }),
  });
  const found: axe.AxeResults = await page.evaluate(`axe.run(${context}, ${options})`);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
}

describe('each screen', () => {
  it.each(screens.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
    const { page } = window;
    await window.show(screen);
    if (screen.isLong === true) await window.stretch();
    expect(await violations(page)).toEqual([]);
    await window.look({ theme: 'dark' });
    expect(await violations(page, ['color-contrast'])).toEqual([]);
    expect(await page.evaluate(misfits)).toEqual([]);
    await window.look({ size: { width: 320, height: 400 } });
    expect(await page.evaluate(misfits)).toEqual([]);
  });
});

/** Presses Tab until the focus has been everywhere, and answers what went wrong on the way. */
async function tabThrough(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  const left = new Set(await page.evaluate(markStops));
  // Rows that come into view on the way are stops as well.
  for (let presses = 0; presses < 200 && left.size > 0; presses += 1) {
    await page.keyboard.press('Tab');
    const { mark, isSeen, isInView } = await page.evaluate(focused);
    if (mark === null) continue;
    if (!isSeen) wrong.push(`${mark}: the focus cannot be seen`);
    if (!isInView) wrong.push(`${mark}: out of view`);
    left.delete(mark);
  }
  return [...wrong, ...[...left].map((mark) => `${mark}: never reached`)];
}

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
    await until('the dialog to close', async () => !(await page.getByRole('alertdialog').isVisible()));
    expect(await asked()).not.toContain('key.forget');
    expect(await asked()).not.toContain('window.hide');
  });

  it('hides the popover with Escape, and goes back from other views first', async () => {
    const { page, asked, show } = window;
    await show(screenNamed('settings-normal'));
    await page.keyboard.press('Escape');
    await until('the figures', () => page.getByRole('group', { name: figureNames.ips, exact: true }).isVisible());
    expect(await asked()).not.toContain('window.hide');
    await page.keyboard.press('Escape');
    await until('the window to be hidden', async () => (await asked()).includes('window.hide'));
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
  const itsStage = openStage({ tray: 'none' });
  let wizard: ShowWindow;

  beforeAll(async () => {
    wizard = await openShowWindow(itsStage, 'wizard');
  });

  it.each(wizardScreens.map((screen) => [screen.name, screen] as const))('%s', async (_name, screen) => {
    const { page } = wizard;
    await wizard.show(screen);
    await wizard.stretch();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(misfits)).toEqual([]);
    await wizard.look({ theme: 'dark' });
    expect(await violations(page, ['color-contrast'])).toEqual([]);
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
