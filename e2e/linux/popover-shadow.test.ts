// The popover's shadow: with a compositor its window is transparent and has a margin, which must be beside the popover for the
// user. The pictures are for inspection.
import { expect, it } from 'vitest';
import { colourAt, isShaped, visibleWindows } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { popoverTexts } from '../../app/texts/status/popover';
import { popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';

const stage = openTestEnvironment({ tray: 'panel' });

it('the popover has a shadow at its next opening while a compositor runs, and a press in its margin hides it', async () => {
  const app = await stage.launch({ args: ['--demo=3'] });
  const first = await popoverOf(app);
  await stateWhere(first, 'the tray', (state) => state.platform.trayShown && state.ips.value !== null);
  const windows = async () => (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 200);
  const shown = () => waitFor('the popover', async () => (await windows())[0]);
  const hidden = () => waitFor('the popover to hide', async () => (await windows()).length === 0);
  const mouse = async (...args: string[]) => {
    const { code, out } = await run('xdotool', args, { env: stage.env });
    if (code !== 0) throw new Error(out);
  };
  const clickIcon = () => mouse('mousemove', '1262', '16', 'click', '1');
  await shown();
  await first.keyboard.press('Escape');
  await hidden();

  const compositor = await stage.desktop.openCompositor();
  await clickIcon();
  const popover = await shown();
  expect(popover).toMatchObject({ width: 376, height: 576 });
  expect(popover.x + popover.width).toBe(1280);
  expect(await isShaped(stage.env, popover.id)).toBe(false);
  const extents = await run('xprop', ['-id', popover.id, '_GTK_FRAME_EXTENTS'], { env: stage.env });
  expect(extents.out).toContain('= 8, 8, 8, 8');
  const page = await popoverOf(app);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    const file = await stage.picture(`popover-shadow-${theme}`);
    const [left, bottom] = [popover.x, popover.y + popover.height];
    const desktop = await colourAt(stage.env, file, left - 20, bottom + 20);
    expect(await colourAt(stage.env, file, left, bottom - 1)).toBe(desktop);
    // The shadow, below the middle of the popover.
    expect(await colourAt(stage.env, file, left + 180, bottom - 7)).not.toBe(desktop);
  }

  await page.getByRole('button', { name: popoverTexts.sort }).click();
  // It finds its place after it is drawn first.
  await waitFor('the menu right below its button, as without a margin', async () => {
    const [button, menu] = await Promise.all(
      [page.getByRole('button', { name: popoverTexts.sort }), page.getByRole('menu')].map((part) => part.boundingBox()),
    );
    if (!button || !menu) return false;
    const gap = menu.y - button.y - button.height;
    return gap >= 0 && gap < 8;
  });
  await stage.picture('popover-shadow-menu');
  await page.keyboard.press('Escape');

  // Between the border of the window, which resizes it, and the popover.
  await mouse('mousemove', String(popover.x + 100), String(popover.y + popover.height - 7), 'click', '1');
  await hidden();
  await clickIcon();
  await shown();
  await mouse('mousemove', String(popover.x + 100), String(popover.y + popover.height - 12), 'click', '1');
  expect(await windows()).toHaveLength(1);
  await clickIcon();
  await hidden();

  await compositor.close();
  await clickIcon();
  expect(await shown()).toMatchObject({ width: 360, height: 560 });
  await app.quit();
});
