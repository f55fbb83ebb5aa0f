// The global shortcut on X11: recorded in the settings, heard from another application, and reported where another program has it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Api } from '../../app/bridge/contract';
import { settingsTexts } from '../../app/texts/settings';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { stateWhere } from '../harness/state';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();
const texts = settingsTexts.shortcut;

const press = async (keys: string) =>
  expect((await run('xdotool', ['key', keys], { env: stage.env, limit: 20_000 })).code).toBe(0);
const windowsOf = async (app: RunningApp) =>
  (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 200);
const shows = (app: RunningApp, count: number) =>
  waitFor(`${count} windows`, async () => (await windowsOf(app)).length === count);

/** A profile whose settings have the shortcut. */
function profileWith(openShortcut: string): string {
  const profile = stage.folder('profile');
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'settings.json'), JSON.stringify({ openShortcut }));
  return profile;
}

it('the shortcut is recorded, opens and hides the popover from anywhere, is there after a restart, and can be taken', async () => {
  const profile = stage.folder('profile');
  const first = await stage.launch({ profile, args: ['--demo=3'] });
  const page = await popoverOf(first);
  await stateWhere(page, 'no shortcut at first', ({ settings }) => settings.openShortcut === null);
  await shows(first, 1);
  await page.keyboard.press('Escape');
  await shows(first, 0);

  await page.evaluate(() =>
    (globalThis as unknown as { ninetray: Api }).ninetray.call('account.open', { area: 'settings' }),
  );
  const account = await first.page('account');
  await waitFor('it to have the focus', async () => (await account.evaluate('document.hasFocus()')) === true);
  await account.getByRole('button', { name: texts.recordName }).click();
  await account.getByRole('button', { name: texts.recording }).waitFor();
  await press('ctrl+alt+n');
  await stateWhere(page, 'the shortcut', ({ settings }) => settings.openShortcut === 'Control+Alt+N');
  expect(JSON.parse(readFileSync(join(profile, 'settings.json'), 'utf8'))).toMatchObject({
    openShortcut: 'Control+Alt+N',
  });
  await stage.picture('shortcut-recorded');

  // Its own keys, recorded again, open nothing meanwhile.
  await shows(first, 1);
  await account.getByRole('button', { name: texts.recordName }).click();
  await account.getByRole('button', { name: texts.recording }).waitFor();
  await press('ctrl+alt+n');
  await account.getByRole('button', { name: texts.recordName }).waitFor();
  await shows(first, 1);
  await press('ctrl+w');
  await shows(first, 0);
  await press('ctrl+alt+n');
  await shows(first, 1);
  await press('ctrl+alt+n');
  await shows(first, 0);
  await first.quit();

  // After a restart, and from the moment that it runs.
  const again = await stage.launch({ profile, args: ['--demo=3', '--hidden'] });
  await stage.desktop.tray.tooltip();
  await waitFor('the shortcut to be registered', () =>
    again.electron.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+N')),
  );
  await press('ctrl+alt+n');
  await popoverOf(again);
  await shows(again, 1);

  // Another program has the keys: here another NineTray.
  const other = await stage.launch({ profile: profileWith('Control+Alt+N'), args: ['--demo=3'] });
  const otherPage = await popoverOf(other);
  await stateWhere(otherPage, 'the message', ({ platform }) => platform.shortcutProblem === 'taken');
  await other.quit();
  await again.quit();
});
