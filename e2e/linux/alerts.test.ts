// Alerts as the user gets them: one notification per event, and a click that opens the matching page.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { areaNames } from '../../app/texts/account/areas';
import { alertTexts, testNotification } from '../../app/texts/account/alerts';
import { applicationId } from '../../app/model/application-id';
import { trayTexts } from '../../app/texts/status/tray';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import type { Api } from '../../app/bridge/contract';
import type { DemoServer } from '../harness/demo-server';
import { popoverOf } from '../harness/popover';
import { stateWhere } from '../harness/state';
import { openTestEnvironment } from '../harness/test-environment';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment({ notifications: true });

/** All notifications of low IPs that the desktop was ever asked to show, in order. */
const low = async () => (await stage.notifications.shown()).filter(({ title }) => title === 'IPs are running low');
const lastLow = async () => {
  const last = (await low()).at(-1);
  if (last === undefined) throw new Error('No notification of low IPs was shown.');
  return last;
};

/** Sets the IPs at 9Proxy, and asks again until the tray shows them: a read that is running may have started before. */
async function comesTo(demo: DemoServer, ips: number): Promise<void> {
  const { tray } = stage.desktop;
  await demo.control('balances', { ips });
  await waitFor(`${ips} IPs`, async () => {
    if ((await tray.tooltip()).includes(`${ips} IPs`)) return true;
    await tray.clickMenu(trayTexts.refresh);
    return false;
  });
}

it('a low balance is notified once, not again after a restart, and again when it recovered and fell a second time', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 900, traffic: 50_000_000_000, wallet: 500 });
  const options = { profile: stage.profile, env: { NINETRAY_API_URL: demo.origin } };
  const kept = await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  expect(kept.code).toBe(0);
  const falls = (ips: number) => comesTo(demo, ips);

  const first = await stage.launch(options);
  await falls(900);
  expect(await low()).toEqual([]);
  await falls(7);
  await waitFor('the notification', async () => (await low()).length === 1);
  expect(await lastLow()).toMatchObject({
    application: 'NineTray',
    body: '7 IPs left, below your threshold of 50.',
    actions: ['default'],
    hints: { 'desktop-entry': applicationId },
    open: true,
  });
  await falls(6);
  expect(await low()).toHaveLength(1);
  // A click could no longer lead anywhere.
  await first.quit();
  expect(await lastLow()).toMatchObject({ open: false });

  // A terminal command judges by the same memory, and leaves it as it is.
  await demo.control('balances', { ips: 5 });
  const gate = await runCommand(stage, ['--status', '--json', '--below', 'ips=500,wallet=10'], options);
  expect(gate.code).toBe(6);
  const open = expect.arrayContaining([expect.objectContaining({ id: 'ips-low' })]);
  expect(JSON.parse(gate.out)).toMatchObject({ exitCode: 6, below: ['ips'], alerts: open });

  const second = await stage.launch(options);
  await falls(4);
  expect(await low()).toHaveLength(1);

  await falls(900);
  await falls(8);
  await waitFor('the second notification', async () => (await low()).length === 2);
  // It ended unseen: the notification is closed, and shown again when the event recurs.
  await falls(900);
  await waitFor('it to be taken away', async () => !(await lastLow()).open);
  await falls(9);
  await waitFor('the third notification', async () => (await low()).length === 3);
  await stage.notifications.click((await lastLow()).id);
  const page = await second.page('account');
  await waitFor('the area', () => page.getByRole('heading', { level: 1, name: areaNames.proxy }).isVisible());
  await second.quit();
});

it('a terminal command notifies of nothing: an alert that only it saw is notified when the application runs', async () => {
  const before = (await stage.notifications.shown()).length;
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 9, traffic: 50_000_000_000, wallet: 500 });
  const options = { profile: stage.folder('alone'), env: { NINETRAY_API_URL: demo.origin } };
  await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  expect((await runCommand(stage, ['--status', '--below=ips=10'], options)).code).toBe(6);
  expect((await runCommand(stage, ['--status', '--below=ips=9'], options)).code).toBe(0);
  expect((await runCommand(stage, ['--status', '--below=gold=9'], options)).code).toBe(1);
  await demo.troubles({ kind: 'html', operations: ['getBalanceData'] });
  expect((await runCommand(stage, ['--status', '--below=ips=2'], options)).code).toBe(5);
  await demo.troubles();
  expect((await stage.notifications.shown()).length).toBe(before);
  const app = await stage.launch(options);
  await waitFor('the notification', async () =>
    (await stage.notifications.shown())
      .slice(before)
      .some(({ title, body }) => `${title} ${body}`.includes('IPs are running low')),
  );
  await app.quit();
});

it('NineTray continues while the notification service hangs, and its alert is shown when the service answers again', async () => {
  const { tray } = stage.desktop;
  const before = (await low()).length;
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 900, traffic: 50_000_000_000, wallet: 500 });
  const options = { profile: stage.folder('hung'), env: { NINETRAY_API_URL: demo.origin } };
  await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  const app = await stage.launch(options);
  await comesTo(demo, 900);
  stage.notifications.hang();
  try {
    await comesTo(demo, 7);
    await comesTo(demo, 6);
    expect(await tray.tooltip()).toContain('6 IPs');
  } finally {
    stage.notifications.goOn();
  }
  await waitFor('the notification', async () => (await lastLow()).open);
  expect(await low()).toHaveLength(before + 1);
  await app.quit();
});

it('a notification about the demo account is marked as demo', async () => {
  const app = await stage.launch({ profile: stage.folder('demo'), args: ['--demo=3'] });
  const page = await popoverOf(app);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  const before = (await stage.notifications.shown()).length;
  await page.evaluate(() =>
    (globalThis as unknown as { ninetray: Api }).ninetray.call('settings.change', {
      lowAt: { ips: 1_000_000_000, traffic: 0, wallet: 0 },
    }),
  );
  const titles = async () => (await stage.notifications.shown()).slice(before).map(({ title }) => title);
  await waitFor('the notification', async () => (await titles()).includes('Demo: IPs are running low'));
  expect((await titles()).every((title) => title.startsWith('Demo: '))).toBe(true);
  await app.quit();
});

it('NineTray works without libnotify, and says that it cannot notify', async () => {
  const { tray } = stage.desktop;
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const folder = stage.folder('no-library');
  for (const version of [1, 4, 5]) writeFileSync(join(folder, `libnotify.so.${version}`), '');
  const env = { NINETRAY_API_URL: demo.origin, LD_LIBRARY_PATH: folder };
  const options = { profile: stage.folder('without'), env };
  await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  const before = (await stage.notifications.shown()).length;
  const app = await stage.launch(options);
  await comesTo(demo, 7);
  await tray.clickMenu(trayTexts.open);
  const page = await app.page('account');
  await page.getByRole('navigation').getByRole('button', { name: areaNames.alerts }).click();
  await page.getByText('IPs are running low').waitFor();
  await page.getByRole('navigation').getByRole('button', { name: areaNames.settings, exact: true }).click();
  await page.getByRole('button', { name: alertTexts.test }).click();
  await page.getByText(alertTexts.testNot).waitFor();
  expect(await stage.notifications.shown()).toHaveLength(before);
  await app.quit();
});

it('a notification contains no markup, and a test notification is shown or reported as not shown', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const options = { profile: stage.folder('words'), env: { NINETRAY_API_URL: demo.origin } };
  await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  await demo.control('auto-renew', {
    on: true,
    lastStatus: -1,
    lastMessage: 'No <a href="https://a.example">money</a>',
  });
  const app = await stage.launch(options);
  const find = async (title: string) => (await stage.notifications.shown()).findLast((one) => one.title === title);
  const told = await waitFor('the vendor’s words', () => find('9Proxy reports that auto renew failed'));
  expect(told.body).toBe('9Proxy says: “No ‹a href="https://a.example"›money‹/a›”');

  await stage.notifications.click(told.id);
  const page = await app.page('account');
  await waitFor('the area', () => page.getByRole('heading', { level: 1, name: areaNames.wallet }).isVisible());
  await page.getByRole('navigation').getByRole('button', { name: areaNames.settings, exact: true }).click();
  await page.getByRole('button', { name: alertTexts.test }).click();
  await page.getByText(alertTexts.testShown).waitFor();
  const test = await waitFor('the test', () => find(testNotification.title));
  expect(test).toMatchObject({ body: testNotification.body, open: true });
  await stage.notifications.dismiss(test.id);
  await stage.notifications.close();
  await page.getByRole('button', { name: alertTexts.test }).click();
  await page.getByText(alertTexts.testNot).waitFor();
  await app.quit();
});
