// Another language chosen in the settings of a running application: the window at once, and the tray's tooltip and menu,
// notifications, the popover and terminal commands from then on.
import { expect, it } from 'vitest';
import { alertText } from '../../app/texts/account/alerts';
import { areaNames } from '../../app/texts/account/areas';
import { figureNames } from '../../app/texts/figures';
import { settingsTexts } from '../../app/texts/settings';
import { popoverTexts } from '../../app/texts/status/popover';
import { trayTexts } from '../../app/texts/status/tray';
import { setTextLanguage } from '../../app/texts/texts';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { translation } from '../../build/texts/translations.mjs';
import { goTo, openAccountWindow } from '../harness/account';
import { enterKey, popoverOf } from '../harness/popover';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment({ notifications: true });

it('Vietnamese, chosen in the settings, is the language of the window, the tray, a notification, the popover and a terminal', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 900, traffic: 50_000_000_000, wallet: 500 });
  const env = { NINETRAY_API_URL: demo.origin };
  const app = await stage.launch({ env });
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ ips }) => ips.status === 'fresh');
  const english = await openAccountWindow(app, popover);
  await goTo(english, 'settings');
  const closed = english.waitForEvent('close');
  await english.getByRole('combobox', { name: settingsTexts.language.label }).selectOption('vi');
  await closed;

  const page = await app.page('account');
  const locale = 'vi-US-u-nu-latn';
  setTextLanguage(locale, translation('vi'));
  await page.locator(`html[lang="vi"][data-locale="${locale}"]`).waitFor({ state: 'attached' });
  await page.getByRole('heading', { level: 1, name: areaNames.settings }).waitFor();
  await page.getByText(settingsTexts.language.review).waitFor();
  expect(await page.getByRole('combobox', { name: settingsTexts.language.label }).inputValue()).toBe('vi');
  await stage.picture('vietnamese-settings');

  const { tray } = stage.desktop;
  await waitFor('the tooltip', async () =>
    (await tray.tooltip()).includes(trayTexts.ips({ count: 900, shown: '900' })),
  );
  const labels = async () => (await tray.menu()).map(({ label }) => label);
  for (const word of [trayTexts.open, trayTexts.refresh, trayTexts.settings, trayTexts.quit])
    expect(await labels()).toContain(word);

  await demo.control('balances', { ips: 7 });
  await tray.clickMenu(trayTexts.refresh);
  const { alerts } = await stateWhere(page, 'the alert', (state) => state.alerts.length > 0);
  const [{ about } = { about: null }] = alerts;
  if (about === null) throw new Error('No alert.');
  const { title, detail } = alertText(about, Date.now(), locale);
  await waitFor('the notification', async () =>
    (await stage.notifications.shown()).some((shown) => shown.title === title && shown.body === detail),
  );
  expect(await tray.tooltip()).toContain(trayTexts.ips({ count: 7, shown: '7' }));

  const { code, out } = await runCommand(stage, ['--status'], { env });
  expect(code).toBe(0);
  for (const name of Object.values(figureNames)) expect(out).toContain(name);

  const gone = popover.waitForEvent('close');
  await tray.activate();
  await gone;
  const renewed = await app.page('popover');
  await renewed.locator(`html[lang="vi"][data-locale="${locale}"]`).waitFor({ state: 'attached' });
  await renewed.getByRole('button', { name: popoverTexts.openAccount }).waitFor();
  await stage.picture('vietnamese-popover');
  await app.quit();
});
