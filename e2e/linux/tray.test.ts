// The tray as a desktop sees it: item, tooltip, menu, a click on the icon, a click in the menu, a panel that comes late.
import { expect, it } from 'vitest';
import { trayTexts } from '../../app/texts/status/tray';
import { popoverTexts } from '../../app/texts/status/popover';
import { visibleWindows, windowIconSize } from '../../build/desktop/screen.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment({ keyring: 'unlocked' });

it('the tray shows the figures in its tooltip and menu, opens the popover, and switches a pinned sub-account', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', (state) => state.subAccounts.firstPage.length === 3 && !state.refresh.running);
  const { tray } = stage.desktop;
  const { balances, subAccounts } = await demo.state();
  const ips = balances.ips.toLocaleString('en-US');

  await waitFor('the tooltip', async () => (await tray.tooltip()).includes(`${ips} IPs`));
  const labels = async () => (await tray.menu()).map(({ label }) => label);
  await waitFor('the menu', async () => (await labels()).some((label) => label.includes(ips)));
  for (const word of [trayTexts.refresh, trayTexts.open, trayTexts.settings, trayTexts.quit]) {
    expect(await labels()).toContain(word);
  }
  expect((await labels()).filter((label) => label !== '').length).toBeLessThanOrEqual(12);

  const [id, sub] = Object.entries(subAccounts.byId).find(([, { enabled }]) => enabled) ?? [];
  if (id === undefined || sub === undefined) throw new Error('No sub-account is on.');
  await page.getByRole('button', { name: popoverTexts.pin({ username: sub.username }) }).click();
  const pinned = async () =>
    (await tray.menu()).find(({ label, checked }) => label.includes(sub.username) && checked !== null);
  await waitFor('the pinned sub-account in the menu', async () => (await pinned())?.checked === true);
  await tray.clickMenu(new RegExp(sub.username));
  await waitFor('the vendor to have it off', async () => (await demo.state()).subAccounts.byId[id]?.enabled === false);
  await waitFor('the check mark to go', async () => (await pinned())?.checked === false);

  await demo.control('balances', { ips: 7 });
  await tray.clickMenu(trayTexts.refresh);
  await waitFor('the new figure', async () => (await tray.tooltip()).includes('7 IPs'));
  await app.quit();
});

it('a click on the icon opens the popover, the next hides it, and a second start shows it', async () => {
  const app = await stage.launch();
  const { tray } = stage.desktop;
  const windows = async () => (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 200);
  const page = await popoverOf(app);
  await waitFor('the popover', async () => (await windows()).length === 1);
  await page.keyboard.press('Escape');
  await waitFor('the popover to hide', async () => (await windows()).length === 0);
  await tray.activate();
  await waitFor('the popover', async () => (await windows()).length === 1);
  const [window] = await windows();
  if (window === undefined) throw new Error('No window.');
  expect(window.x).toBeGreaterThanOrEqual(0);
  expect(window.x + window.width).toBeLessThanOrEqual(1280);
  expect(window.y + window.height).toBeLessThanOrEqual(800);
  await tray.activate();
  await waitFor('the popover to hide', async () => (await windows()).length === 0);

  // It hands over to the one that runs and ends at once.
  expect(await runCommand(stage, [])).toMatchObject({ code: 0 });
  await waitFor('the popover', async () => (await windows()).length === 1);
  await tray.clickMenu(trayTexts.quit);
  await waitFor('the item to go', async () => (await tray.items())?.length === 0);
});

it('the popover and the account window have NineTray’s icon in panels and switchers', async () => {
  const app = await stage.launch({ profile: stage.folder('icons'), args: ['--demo=3'] });
  const page = await popoverOf(app);
  await stateWhere(page, 'the figures', (state) => state.ips.value !== null);
  const icons = async () => {
    const windows = (await visibleWindows(stage.env, app.pid)).filter(({ width }) => width > 200);
    return Promise.all(windows.map(({ id }) => windowIconSize(stage.env, id)));
  };
  const icon = { width: 256, height: 256 };
  await waitFor('the popover', async () => (await icons()).length === 1);
  expect(await icons()).toEqual([icon]);
  await stage.desktop.tray.clickMenu(trayTexts.open);
  await app.page('account');
  await waitFor('the account window', async () =>
    (await visibleWindows(stage.env, app.pid)).some(({ width }) => width > 900),
  );
  expect(new Set((await icons()).map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(icon)]));
  await app.quit();
});

it('Ctrl+W closes the account window, and NineTray stays in the tray', async () => {
  const app = await stage.launch({ profile: stage.folder('close'), args: ['--demo=3'] });
  await stateWhere(await popoverOf(app), 'the figures', (state) => state.ips.value !== null);
  await stage.desktop.tray.clickMenu(trayTexts.open);
  const account = await app.page('account');
  const isOpen = async () => (await visibleWindows(stage.env, app.pid)).some(({ width }) => width > 900);
  await waitFor('the account window', isOpen);
  await waitFor('it to have the focus', async () => (await account.evaluate('document.hasFocus()')) === true);
  // A real key: the window hears it before its page does.
  await run('xdotool', ['key', 'ctrl+w'], { env: stage.env });
  await waitFor('the account window to close', async () => !(await isOpen()));
  expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
  await app.quit();
});

it('NineTray opens as a window without a tray, and moves to a tray that appears later', async () => {
  const { tray } = stage.desktop;
  await tray.unwatch();
  const app = await stage.launch({ profile: stage.folder('profile'), args: ['--demo=3'] });
  const page = await popoverOf(app);
  await stateWhere(page, 'no tray', (state) => !state.platform.trayShown && state.ips.value !== null);
  await waitFor('a window', async () => (await visibleWindows(stage.env, app.pid)).some(({ width }) => width > 200));
  await tray.watch();
  await waitFor('the item', async () => (await tray.items())?.length === 1);
  await stateWhere(page, 'the tray', (state) => state.platform.trayShown);
  expect(await tray.tooltip()).toContain('NineTray');
  await app.quit();
});

it('opens at home each time: out of the settings, the search empty and with the focus', async () => {
  const app = await stage.launch({ profile: stage.folder('home'), args: ['--demo'] });
  const page = await popoverOf(app);
  const isShown = async () => (await visibleWindows(stage.env, app.pid)).some(({ width }) => width > 200);
  const { tray } = stage.desktop;
  await stateWhere(page, 'the figures', (state) => state.ips.value !== null);
  const search = page.getByRole('searchbox');
  const hasFocus = () => search.evaluate((field) => field.matches(':focus'));
  await search.fill('a');
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 200));
  await tray.activate();
  await waitFor('the popover to hide', async () => !(await isShown()));
  await tray.activate();
  await waitFor('the popover', isShown);
  // The page hears that it was hidden by a message of its own, which may come after the window is back.
  await waitFor('an empty search', async () => (await search.inputValue()) === '');
  await waitFor('the search field to have the focus', hasFocus);
  expect(await page.getByRole('main').evaluate((main) => main.scrollTop)).toBe(0);

  await page.getByRole('button', { name: popoverTexts.settings }).click();
  await waitFor('the settings', () => page.getByRole('heading', { name: popoverTexts.settings, level: 1 }).isVisible());
  await tray.activate();
  await waitFor('the popover to hide', async () => !(await isShown()));
  await tray.activate();
  await waitFor('the popover', isShown);
  await waitFor('the search field to have the focus', hasFocus);
  await app.quit();
});
