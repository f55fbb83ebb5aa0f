// Every screen of the popover in every state, in the real window: what axe finds in it, whether all of it fits, and the
// keyboard. npm run pictures is for looks.
import { beforeAll, describe, expect, it } from 'vitest';
import { figureNames, shownFigures } from '../app/texts/figures';
import { popoverTexts } from '../app/texts/status/popover';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { openTestEnvironment } from './harness/test-environment';
import { misfits } from './screens/in-page.mjs';
import { tabThrough, violations } from './screens/page-audit';
import { screenNamed, screens } from './screens/list';
import { openScreenDriver, type ScreenDriver } from './screens/screen-driver';

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
  ])('reaches all of %s', async (name) => {
    await window.show(screenNamed(name));
    expect(await tabThrough(window.page)).toEqual([]);
  });

  it('Escape leaves other views first, and then hides the popover', async () => {
    const { page, asked, show } = window;
    await show(screenNamed('settings-normal'));
    await page.keyboard.press('Escape');
    await waitFor('the figures', () => page.getByRole('group', { name: figureNames.ips, exact: true }).isVisible());
    expect(await asked()).not.toContain('window.hide');
    await page.keyboard.press('Escape');
    await waitFor('the window to be hidden', async () => (await asked()).includes('window.hide'));
  });
});

describe('the details of a figure', () => {
  const names = shownFigures.map((id) => figureNames[id]);
  const boxes = async () =>
    Promise.all(names.map((name) => window.page.getByRole('group', { name, exact: true }).boundingBox()));

  it.each(names)('of %s open below its row, which keeps its cards', async (name) => {
    const { page } = window;
    await window.show(screenNamed('popover-normal'));
    const before = await boxes();
    await page.getByRole('button', { name: popoverTexts.details({ figure: name }), exact: true }).click();
    const details = await page.getByRole('region', { name: popoverTexts.details({ figure: name }) }).boundingBox();
    const after = await boxes();
    expect(after.map((box) => [box?.x, box?.width])).toEqual(before.map((box) => [box?.x, box?.width]));
    const own = after[names.indexOf(name)];
    if (details === null || !own) throw new Error('The card or its details are not drawn.');
    expect(details.y).toBeGreaterThanOrEqual(own.y + own.height);
    const top = before[names.indexOf(name)]?.y;
    const inRow = after.filter((_, at) => before[at]?.y === top);
    expect(inRow.map((box) => box?.y)).toEqual(inRow.map(() => own.y));
  });
});

describe('text twice as large', () => {
  it.each(screens.filter(({ inOtherSizes }) => inOtherSizes).map((screen) => [screen.name, screen] as const))(
    '%s',
    async (_name, screen) => {
      await window.show(screen, { text: 2 });
      expect(await window.page.evaluate(misfits)).toEqual([]);
      if (screen.isLong === true) await window.stretch();
      expect(await violations(window.page, 'all but colours')).toEqual([]);
    },
  );
});
