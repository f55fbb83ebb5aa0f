// A quit that would lose the new key, since it is in memory only: the question on the screen, and both answers to it.
import { expect, it } from 'vitest';
import { popoverTexts } from '../../app/texts/status/popover';
import { trayTexts } from '../../app/texts/status/tray';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { run } from '../../build/run.mjs';
import { openBrowser, regenerateInDashboard } from '../harness/user-browser';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateOf, stateWhere } from '../harness/state';
import { begin, giveKey, goToField, recordPages } from '../harness/wizard';

const stage = openTestEnvironment();

it('a quit asks about an unsaved key however it is started, and loses the key only when the user agrees', async () => {
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
  const ownWindows = async () => (await visibleWindows(env, app.pid)).map(({ id }) => id);
  /** The tray's Quit, until the question has the keyboard. */
  const askToQuit = async () => {
    const own = await ownWindows();
    await tray.clickMenu(trayTexts.quit);
    return waitFor('the question', async () => {
      const window = await inFront();
      return /^\d+$/.test(window) && !own.includes(window) ? window : null;
    });
  };
  const answer = async (...keys: string[]) => {
    expect((await run('xdotool', ['key', ...keys], { env, limit: 20_000 })).code).toBe(0);
  };

  // The keys of Electron's default menu: none of them reloads the page or opens developer tools.
  await wizard.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().includes('wizard')) window.focus();
  });
  await waitFor('a window of NineTray in front', async () => (await ownWindows()).includes(await inFront()));
  // The window manager names the active window before that window has the keyboard.
  await waitFor('the wizard to have the keyboard', () =>
    app.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL().includes('wizard') === true,
    ),
  );
  await answer('ctrl+r', 'F5', 'ctrl+shift+r', 'ctrl+shift+i');
  const ofMain = await app.electron.evaluate(({ BrowserWindow, Menu }) => ({
    menu: Menu.getApplicationMenu(),
    tools: BrowserWindow.getAllWindows().some(({ webContents }) => webContents.isDevToolsOpened()),
  }));
  expect(ofMain).toEqual({ menu: null, tools: false });
  expect(await wizard.evaluate(() => 'sameDocument' in globalThis)).toBe(true);

  // Ctrl+Q in the wizard, and a quit from anywhere in the code.
  const before = await inFront();
  await answer('ctrl+q');
  const first = await waitFor('the question after Ctrl+Q', async () => {
    const window = await inFront();
    return /^\d+$/.test(window) && window !== before ? window : null;
  });
  await app.electron.evaluate(({ app: electron }) => electron.quit());
  await answer('Escape');
  await waitFor('the question to go', async () => (await inFront()) !== first);

  const question = await askToQuit();
  await stage.picture('quit-question');
  await answer('Escape');
  await waitFor('the question to go', async () => (await inFront()) !== question);
  expect((await stateOf(page)).rotation.current).toMatchObject({ step: 'copy', copied: null });

  await askToQuit();
  const ended = app.electron.waitForEvent('close');
  await answer('Tab', 'Return');
  await ended;
});

/** The application with a profile of its own, its wizard at the copy step. */
async function atCopyStep() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin }, profile: stage.folder('profile') });
  const page = await popoverOf(app);
  await recordPages(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  const wizard = await begin(page, app, 'on-purpose');
  await goToField(wizard);
  await giveKey(wizard, await demo.regenerate());
  await stateWhere(wizard, 'the copy step', ({ rotation }) => rotation.current?.step === 'copy');
  return { app, wizard };
}

it('NineTray does not delay the end of the user’s session', async () => {
  const { app } = await atCopyStep();
  const child = app.electron.process();
  process.kill(app.pid, 'SIGTERM');
  await waitFor('the application to end', () => child.exitCode !== null || child.signalCode !== null, 5000);
  expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
});

it('a quit succeeds while the popover loses the focus', async () => {
  const app = await stage.launch({ profile: stage.folder('profile'), args: ['--demo=3'] });
  const page = await popoverOf(app);
  const isFocused = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isFocused()));
  await waitFor('the popover to have the focus', isFocused);
  const child = app.electron.process();
  await app.electron.evaluate(({ app: electron, BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.once('blur', () => electron.quit());
  });
  // The account window takes the focus.
  await page.getByRole('button', { name: popoverTexts.openAccount }).click();
  await waitFor('the application to end', () => child.exitCode !== null || child.signalCode !== null, 40_000);
  expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
});

it('a quit succeeds though the page of the copy step refuses to close first', async () => {
  await stage.desktop.setKeyring('unlocked');
  const { app, wizard } = await atCopyStep();
  // A page that was not used cannot refuse.
  await wizard.getByRole('heading', { level: 1 }).click();
  const child = app.electron.process();
  app.electron
    .evaluate(({ app: electron }) => {
      // The windows are destroyed late, so that the page's answer is there first.
      Object.assign(globalThis, { setImmediate: (destroy: () => void) => setTimeout(destroy, 1500) });
      electron.quit();
    })
    .catch(() => undefined);
  await waitFor('the application to end', () => child.exitCode !== null || child.signalCode !== null, 40_000);
  expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null });
});
