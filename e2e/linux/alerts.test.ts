// Alerts as a person gets them: one notification when something runs low, none twice, and a click that leads to the place.
import { expect, it } from 'vitest';
import { areaNames } from '../../app/texts/areas';
import { trayWords } from '../../app/texts/tray';
import { until } from '../../build/desktop/until.mjs';
import { type Notifications, recordNotifications } from '../harness/notifications';
import { openStage } from '../harness/stage';
import { runCommand } from '../harness/terminal';

const stage = openStage();

it('tells once of what runs low, not again after a restart, and again when it came back and fell a second time', async () => {
  const { tray } = stage.desktop;
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 900, traffic: 50_000_000_000, wallet: 500 });
  const options = { profile: stage.profile, env: { NINETRAY_API_URL: demo.origin } };
  const kept = await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  expect(kept.code).toBe(0);
  const lowOf = async (notifications: Notifications) =>
    (await notifications.shown()).filter(({ title }) => title === 'IPs are running low');
  const has = (ips: number) => until(`${ips} IPs`, async () => (await tray.tooltip()).includes(`${ips} IPs`));
  const falls = async (ips: number) => {
    await demo.control('balances', { ips });
    await tray.clickMenu(trayWords.refresh);
    await has(ips);
  };

  const first = await stage.launch(options);
  await tray.item();
  const before = await recordNotifications(first);
  await has(900);
  expect(await lowOf(before)).toEqual([]);
  await falls(7);
  await until('the notification', async () => (await lowOf(before)).length === 1);
  expect(await lowOf(before)).toEqual([
    { title: 'IPs are running low', body: '7 IPs left, below the 50 that you set.', open: true },
  ]);
  await falls(6);
  expect(await lowOf(before)).toHaveLength(1);
  await first.quit();

  // A terminal command judges by the same memory, and leaves it as it is.
  await demo.control('balances', { ips: 5 });
  const gate = await runCommand(stage, ['--status', '--json', '--below=ips=500,wallet=10'], options);
  expect(gate.code).toBe(6);
  const open = expect.arrayContaining([expect.objectContaining({ id: 'ips-low' })]);
  expect(JSON.parse(gate.out)).toMatchObject({ exitCode: 6, below: ['ips'], alerts: open });

  // No balance is read before the recording begins.
  await demo.troubles({ kind: 'html', operations: ['getBalanceData'] });
  const second = await stage.launch(options);
  await tray.item();
  const after = await recordNotifications(second);
  await demo.troubles();
  await falls(4);
  expect(await lowOf(after)).toEqual([]);

  await falls(900);
  await falls(8);
  await until('the second notification', async () => (await lowOf(after)).length === 1);
  await after.clickLast();
  const page = await second.page('account');
  await until('the area', () => page.getByRole('heading', { level: 1, name: areaNames.proxy }).isVisible());
  await falls(600);
  await second.quit();
});

it('leaves a terminal command alone: an alert that only it saw is told when the application runs', async () => {
  const { tray } = stage.desktop;
  const demo = await stage.demoServer(['--still', '--size', '3']);
  await demo.control('balances', { ips: 9, traffic: 50_000_000_000, wallet: 500 });
  const options = { profile: stage.folder('alone'), env: { NINETRAY_API_URL: demo.origin } };
  await runCommand(stage, ['--set-key', '--storage=unprotected'], { ...options, input: demo.key });
  expect((await runCommand(stage, ['--status', '--below=ips=10'], options)).code).toBe(6);
  expect((await runCommand(stage, ['--status', '--below=ips=9'], options)).code).toBe(0);
  expect((await runCommand(stage, ['--status', '--below=gold=9'], options)).code).toBe(1);
  await demo.troubles({ kind: 'html', operations: ['getBalanceData'] });
  expect((await runCommand(stage, ['--status', '--below=ips=2'], options)).code).toBe(5);
  const app = await stage.launch(options);
  await tray.item();
  const notifications = await recordNotifications(app);
  await demo.troubles();
  await until('the notification', async () => {
    // A read that is under way began in trouble.
    await tray.clickMenu(trayWords.refresh);
    return (await notifications.shown()).some(({ title, body }) => `${title} ${body}`.includes('IPs are running low'));
  });
  await app.quit();
});
