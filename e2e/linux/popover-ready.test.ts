// The popover's window is kept for a user who opens it often, and closed for another; with shortened times.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsTexts } from '../../app/texts/settings';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { goTo, openAccountWindow } from '../harness/account';
import { hurryTimers } from '../harness/hurry';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();

/** One minute in main takes 0.3 s. */
const FASTER = 200;
const MINUTE = 60_000;

type Popover = 'none' | 'hidden' | 'shown';

function popover({ electron }: RunningApp): Promise<Popover> {
  return electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter(({ webContents }) =>
      webContents.getURL().includes('popover'),
    );
    if (window === undefined) return 'none';
    return window.isVisible() ? 'shown' : 'hidden';
  });
}

function processOf({ electron }: RunningApp): Promise<number | undefined> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
}

function becomes(app: RunningApp, wanted: Popover): Promise<unknown> {
  return waitFor(`the popover to be ${wanted}`, async () => (await popover(app)) === wanted);
}

async function openAndHide(app: RunningApp): Promise<void> {
  await stage.desktop.tray.activate();
  await becomes(app, 'shown');
  await stage.desktop.tray.activate();
  await waitFor('the popover to hide', async () => (await popover(app)) !== 'shown');
}

/** Waits so many of main's minutes: timers that were to end before have ended. */
async function minutesPass({ electron }: RunningApp, minutes: number): Promise<void> {
  await electron.evaluate((_electron, ms) => new Promise((resolve) => void setTimeout(resolve, ms)), minutes * MINUTE);
}

/** Asked again while main still loads, when an answer can be lost ("Resulting promise was garbage collected"). */
async function setOnBattery({ electron }: RunningApp, onBattery: boolean): Promise<void> {
  await waitFor('the power', () =>
    electron.evaluate(({ powerMonitor }, on) => {
      powerMonitor.isOnBatteryPower = () => on;
      powerMonitor.emit(on ? 'on-battery' : 'on-ac');
      return true;
    }, onBattery),
  );
}

it('the popover is closed for a user who opens it rarely, and kept for one who opens it often, also after a restart', async () => {
  const app = await stage.launch({ args: ['--hidden'] });
  await setOnBattery(app, false);
  await hurryTimers(app, FASTER);
  await openAndHide(app);
  await becomes(app, 'none');

  for (let opening = 2; opening < 10; opening += 1) await openAndHide(app);
  await stage.desktop.tray.activate();
  await becomes(app, 'shown');
  const used = await processOf(app);
  await stage.desktop.tray.activate();
  await becomes(app, 'hidden');
  await minutesPass(app, 30);
  expect(await popover(app)).toBe('hidden');
  // What was typed in the one that was used is gone with its process.
  expect(await processOf(app)).not.toBe(used);
  await setOnBattery(app, true);
  await becomes(app, 'none');
  await app.quit();

  const next = await stage.launch({ args: ['--hidden'] });
  await setOnBattery(next, false);
  await becomes(next, 'hidden');
  await stage.desktop.tray.activate();
  await becomes(next, 'shown');
  const log = readFileSync(join(stage.profile, 'logs/main.log'), 'utf8');
  for (const reason of ['opened-rarely', 'opened-often', 'on-battery']) expect(log).toContain(reason);
  await next.quit();
});

it('the setting makes and closes the window at once', async () => {
  const app = await stage.launch({ profile: stage.folder('setting'), args: ['--demo=3', '--hidden'] });
  await setOnBattery(app, false);
  await stage.desktop.tray.item();
  await stage.desktop.tray.activate();
  await becomes(app, 'shown');
  const account = await openAccountWindow(app, await app.page('popover'));
  await goTo(account, 'settings');
  await becomes(app, 'hidden');
  await hurryTimers(app, FASTER);
  await openAndHide(app);
  await becomes(app, 'none');
  const choices = account.getByRole('radiogroup', { name: settingsTexts.ready.label });
  await choices.getByText(settingsTexts.ready.always).click();
  await becomes(app, 'hidden');
  await minutesPass(app, 30);
  expect(await popover(app)).toBe('hidden');
  await choices.getByText(settingsTexts.ready.never).click();
  await becomes(app, 'none');
  await app.quit();
});
