// A real panel: the icon is in it, a click on it opens the popover beside it, a second click hides it. The picture is for inspection.
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isShaped, visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';

const stage = openTestEnvironment({ tray: 'panel' });

it('the icon is in xfce4-panel, and a click opens and hides the popover', async () => {
  const app = await stage.launch({ args: ['--demo=3'] });
  const page = await popoverOf(app);
  await stateWhere(page, 'the tray', (state) => state.platform.trayShown && state.ips.value !== null);
  const windows = async () => (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 200);
  await waitFor('the popover', async () => (await windows()).length === 1);
  await page.keyboard.press('Escape');
  await waitFor('the popover to hide', async () => (await windows()).length === 0);

  // The panel's tray is its last plug-in: the icon is at its right end.
  const click = () => run('xdotool', ['mousemove', '1262', '16', 'click', '1'], { env: stage.env });
  await click();
  await waitFor('the popover beside the icon', async () => (await windows()).some(({ x, width }) => x + width > 1100));
  expect(statSync(await stage.picture('panel')).size).toBeGreaterThan(10_000);
  // Its corners are rounded, with or without a compositor.
  const [popover] = await windows();
  expect(await isShaped(stage.env, popover?.id)).toBe(true);
  await click();
  await waitFor('the popover to hide', async () => (await windows()).length === 0);
  await app.quit();
});
