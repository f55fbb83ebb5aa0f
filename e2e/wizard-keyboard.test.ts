// The whole wizard by keyboard alone: only keys, as real input. At every step the focus is where it can be seen and makes sense, and a
// screen reader hears each step's heading, and each change, once.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { wizardPlacesTexts } from '../app/texts/wizard/place-states';
import { placesTexts } from '../app/texts/wizard/places';
import { prepareTexts, proveTexts, receiveTexts, regenerateTexts } from '../app/texts/wizard/wizard';
import { copyTexts, receiptTexts, updateTexts } from '../app/texts/wizard/wizard-after';
import { formatClock } from '../app/texts/format';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';
import { begin, recordPages } from './harness/wizard';
import { heard, listen, onFocus } from './in-page/screen-reader.mjs';
import { focused, markStops } from './screens/in-page.mjs';

const stage = openTestEnvironment({ keyring: process.platform === 'linux' ? 'unlocked' : 'absent' });
const place = 'Nightly scraper';

/** The user's keys on this page, and what went wrong with the focus while they were pressed. */
function keysOn(page: Page) {
  const wrong: string[] = [];
  const press = (key: string) => page.keyboard.press(key);
  const now = () => page.evaluate(onFocus);
  return {
    wrong,
    press,
    type: (text: string) => page.keyboard.type(text),
    down: (key: string) => page.keyboard.down(key),
    up: (key: string) => page.keyboard.up(key),
    /** Waits until this gets the focus automatically. */
    async areOn(kind: string, name: string): Promise<void> {
      await waitFor(`the focus on "${name}"`, async () => {
        const on = await now();
        return on.kind === kind && on.name.startsWith(name);
      });
      await page.evaluate(markStops);
      const { isInView } = await page.evaluate(focused);
      if (!isInView) wrong.push(`${name}: out of view`);
    },
    /** Presses Tab (or Shift+Tab) until this has the focus. Each stop on the way must be seen, and in view. */
    async to(name: string, key = 'Tab'): Promise<void> {
      await page.evaluate(markStops);
      for (let presses = 0; presses < 60; presses += 1) {
        await press(key);
        const { mark, isSeen, isInView } = await page.evaluate(focused);
        if (mark === null) continue;
        if (!isSeen) wrong.push(`${mark}: the focus cannot be seen`);
        if (!isInView) wrong.push(`${mark}: out of view`);
        if ((await now()).name === name) return;
      }
      throw new Error(`${key} never came to "${name}".`);
    },
  };
}

it('the wizard can be completed by keyboard, with visible focus and announcements at every step', {
  timeout: 120_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await recordPages(app);
  const file = join(stage.folder('receipt'), 'receipt.txt');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  const wizard = await begin(page, app, 'on-purpose');
  const keys = keysOn(wizard);
  await keys.areOn('h1', prepareTexts.title['on-purpose']);
  await wizard.evaluate(listen);

  await keys.to(placesTexts.add);
  await keys.press('Enter');
  await keys.areOn('input', placesTexts.name);
  await keys.type(place);
  await keys.press('Enter');
  await stateWhere(wizard, 'the place', ({ rotation }) => rotation.places.length === 1);
  await keys.areOn('button', placesTexts.add);
  for (const { title } of Object.values(prepareTexts.self).toReversed()) {
    await keys.to(title, 'Shift+Tab');
    await keys.press('Space');
    expect(await wizard.getByLabel(title).isChecked()).toBe(true);
  }
  await keys.to(prepareTexts.next);
  await keys.press('Enter');

  await keys.areOn('h1', regenerateTexts.title);
  await keys.to(regenerateTexts.open);
  await keys.press('Enter');
  // The next thing to do has the focus, and the link to the button for a second time does not.
  await keys.areOn('button', regenerateTexts.haveKey);
  await keys.to(regenerateTexts.openAgain, 'Shift+Tab');
  await keys.press('Enter');
  await keys.areOn('alertdialog', regenerateTexts.againTitle);
  await keys.press('Tab');
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  expect((await wizard.evaluate(onFocus)).name).toContain(regenerateTexts.reasons['wrong-account']);
  await keys.press('Escape');
  await keys.areOn('button', regenerateTexts.openAgain);
  const watched = await stateWhere(wizard, 'the old key to be watched', ({ rotation }) => {
    return rotation.current?.oldKey.status === 'alive';
  });
  const key = await demo.regenerate();

  await keys.areOn('h1', receiveTexts.title);
  await keys.to(receiveTexts.label);
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), key);
  await keys.press('ControlOrMeta+V');

  await keys.areOn('h1', copyTexts.title);
  const isShown = async () => (await wizard.locator('body').textContent())?.includes(key) ?? false;
  await keys.to(copyTexts.hold);
  await keys.down('Space');
  await waitFor('the key to be shown', isShown);
  await keys.up('Space');
  await waitFor('the key to be hidden', async () => !(await isShown()));
  await keys.to(copyTexts.copy);
  await keys.press('Enter');
  await stateWhere(wizard, 'the copy', ({ rotation }) => rotation.clipboard.outcome === 'copied');
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(key);
  await stateWhere(wizard, 'the old key to be dead', ({ rotation }) => rotation.current?.proof.oldDead === 'proved');
  await keys.to(copyTexts.next);
  await keys.press('Enter');

  await keys.areOn('h1', updateTexts.title);
  await keys.to(place);
  await keys.press('Space');
  await stateWhere(wizard, 'the tick', ({ rotation }) => rotation.current?.places[0]?.tickedAt !== null);
  await keys.to(updateTexts.next);
  await keys.press('Enter');

  await keys.areOn('h1', receiptTexts.title);
  await keys.to(receiptTexts.export);
  await keys.press('Enter');
  await wizard.getByText(receiptTexts.exported).waitFor();
  await keys.to(receiptTexts.done);
  const lines = await wizard.evaluate(heard);
  await keys.press('Enter');
  await waitFor('the window to close', () => wizard.isClosed());
  await stateWhere(page, 'the receipt', ({ rotation }) => rotation.current === null && rotation.receipts.length === 1);
  await app.quit();

  expect(keys.wrong).toEqual([]);
  for (const title of [regenerateTexts.title, receiveTexts.title, copyTexts.title, updateTexts.title])
    expect(lines.filter((line) => line === `focus: ${title}`)).toHaveLength(1);
  expect(lines.filter((line) => line === `focus: ${receiptTexts.title}`)).toHaveLength(1);
  const sent = watched.rotation.current?.sentToDashboard[0]?.at ?? 0;
  const changes = [
    regenerateTexts.opened({ at: formatClock(sent, 'en-US') }),
    `${regenerateTexts.watchTitle}: ${regenerateTexts.alive}.`,
    `${regenerateTexts.watchTitle}: ${regenerateTexts.refusedOnce}.`,
    `${regenerateTexts.watchTitle}: ${regenerateTexts.dead}.`,
    receiveTexts.receiving,
    `${proveTexts.answers.proved}.`,
    `${proveTexts.sameAccount.proved}.`,
    `${proveTexts.oldDead.proved}.`,
    `${copyTexts.copied}.`,
    updateTexts.progress({ done: '1', all: '1' }),
    receiptTexts.exported,
  ];
  // Some come at the same time: so each is removed once, and nothing may be left.
  const said = lines.filter((line) => line.startsWith('says: ')).map((line) => line.slice('says: '.length));
  const rest = changes.reduce((text, change) => {
    expect(text).toContain(change);
    return text.replace(change, '');
  }, said.join(' '));
  expect(rest.trim()).toBe('');
  // The state at the beginning of a step is not a change.
  expect(lines.filter((line) => line.startsWith('missed: '))).toEqual([
    `missed: ${wizardPlacesTexts.has({ count: 1, has: '0', all: '1' })}${wizardPlacesTexts.hasSomeLine}`,
    `missed: ${updateTexts.progress({ done: '0', all: '1' })}`,
  ]);
});
