// A small display, and one that is scaled until it is small: every window is whole on it, with what is at its edges.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trayTexts } from '../../app/texts/status/tray';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { stateWhere } from '../harness/state';
import { openTestEnvironment } from '../harness/test-environment';
import { begin } from '../harness/wizard';

const display = { width: 800, height: 480 };
const stage = openTestEnvironment({ screen: `${display.width}x${display.height}` });

/** The windows that can be seen, without frames, in pixels. */
const windowsOf = async (app: RunningApp) =>
  (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 100);

async function expectWhole(app: RunningApp): Promise<void> {
  for (const { x, y, width, height } of await windowsOf(app)) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(display.width);
    expect(y + height).toBeLessThanOrEqual(display.height);
  }
}

it.each([1, 1.5, 2])('popover, account window and wizard are whole on 800 × 480 at scale %s', async (scale) => {
  const profile = stage.folder('profile');
  mkdirSync(profile, { recursive: true });
  // Larger than the display, as remembered from another one.
  const remembered = { popover: { width: 600, height: 1200 }, accountWindow: { width: 1600, height: 1000 } };
  writeFileSync(join(profile, 'settings.json'), JSON.stringify(remembered));
  const app = await stage.launch({
    profile,
    args: ['--demo=3', '--hidden'],
    switches: [`--force-device-scale-factor=${scale}`],
  });
  const { tray } = stage.desktop;
  expect((await run('xdotool', ['mousemove', '700', '470'], { env: stage.env, limit: 20_000 })).code).toBe(0);
  await tray.activate();
  const popover = await popoverOf(app);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.value !== null);
  await waitFor('the popover', async () => (await windowsOf(app)).length === 1);
  await expectWhole(app);
  await stage.picture(`small-popover-${scale}`);
  await popover.keyboard.press('Escape');
  await waitFor('the popover to hide', async () => (await windowsOf(app)).length === 0);

  await tray.clickMenu(trayTexts.open);
  const account = await app.page('account');
  await waitFor('the account window', async () => (await windowsOf(app)).length === 1);
  await waitFor('its content', () => account.getByRole('navigation').first().isVisible());
  await expectWhole(app);
  await stage.picture(`small-account-${scale}`);

  await begin(account, app, 'on-purpose');
  await waitFor('the wizard', async () => (await windowsOf(app)).length === 2);
  await expectWhole(app);
  await stage.picture(`small-wizard-${scale}`);
  await app.quit();
});
