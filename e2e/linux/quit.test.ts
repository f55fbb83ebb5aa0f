// A quit that would lose the new key, since it is in memory only: the question on the screen, and both answers to it.
import { expect, it } from 'vitest';
import { trayWords } from '../../app/texts/tray';
import { until } from '../../build/desktop/until.mjs';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { run } from '../../build/run.mjs';
import { openBrowser, regenerateInDashboard } from '../harness/person-browser';
import { enterKey, popoverOf } from '../harness/popover';
import { openStage } from '../harness/stage';
import { stateOf, stateWhere } from '../harness/state';
import { begin, giveKey, goToField, recordPages } from '../harness/wizard';

const stage = openStage();

it('is asked about, and lost only when a person says so', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const dashboard = `${demo.origin}/dashboard/`;
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await recordPages(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  const wizard = await begin(page, app, 'on-purpose');
  await goToField(wizard);
  const browser = await openBrowser(stage, dashboard);
  await giveKey(wizard, await regenerateInDashboard(browser.page, dashboard));
  await browser.app.kill();

  const { env, tray } = stage.desktop;
  const inFront = async () => (await run('xdotool', ['getactivewindow'], { env, limit: 20_000 })).out.trim();
  /** The tray's Quit, until the question has the keyboard. */
  const askToQuit = async () => {
    const own = (await visibleWindows(env, app.pid)).map(({ id }) => id);
    await tray.clickMenu(trayWords.quit);
    return until('the question', async () => {
      const window = await inFront();
      return /^\d+$/.test(window) && !own.includes(window) ? window : null;
    });
  };
  const answer = async (...keys: string[]) => {
    expect((await run('xdotool', ['key', ...keys], { env, limit: 20_000 })).code).toBe(0);
  };

  const question = await askToQuit();
  await stage.picture('quit-question');
  await answer('Escape');
  await until('the question to go', async () => (await inFront()) !== question);
  expect((await stateOf(page)).rotation.current).toMatchObject({ step: 'copy', copied: null });

  await askToQuit();
  const ended = app.electron.waitForEvent('close');
  await answer('Tab', 'Return');
  await ended;
});
