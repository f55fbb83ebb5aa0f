// The vendor goes away and comes back: figures stay with their age, the reason is said, and a read brings them up to date.
import { expect, it } from 'vitest';
import { until } from '../build/desktop/until.mjs';
import { enterKey, figure, popoverOf } from './harness/popover';
import { openStage } from './harness/stage';
import { stateWhere } from './harness/state';

const stage = openStage();

it('keeps the figures while nobody answers, and reads again as soon as somebody does', async () => {
  const demo = await stage.demoServer(['--still', '--seed', '4']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  const { ips } = await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh');

  await demo.stop();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const away = await stateWhere(page, 'the failure', (state) => state.ips.status === 'failed');
  expect(away.ips).toMatchObject({
    value: ips.value,
    asOf: ips.asOf,
    problem: { kind: 'unreachable', why: 'refused' },
  });
  expect(away.key.status).toBe('present');
  const total = ips.value?.total.toLocaleString('en-US') ?? 'no total';
  expect(await figure(page, 'IP balance').textContent()).toContain(total);
  await until(
    'the status line',
    async () => !/all is well/i.test((await page.getByRole('status').first().textContent()) ?? ''),
  );

  const again = await stage.demoServer(['--still', '--seed', '4', '--port', new URL(demo.origin).port]);
  expect(again.key).toBe(demo.key);
  await again.control('balances', { ips: 1234 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await until('the new figure', async () => (await figure(page, 'IP balance').textContent())?.includes('1,234'));
  await app.quit();
});

it('gives each failing capability its own reason, and leaves the others alone', async () => {
  const demo = await stage.demoServer();
  await demo.troubles(
    { kind: 'missing', operations: ['getAutoRenew'] },
    { kind: 'refuseKey', operations: ['listSubAccounts'] },
  );
  const app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  const state = await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  expect(state.key.status).toBe('present');
  expect(state.autoRenew).toMatchObject({ status: 'absent', problem: { kind: 'not-offered' } });
  expect(state.subAccounts.count).toMatchObject({ status: 'absent', problem: { kind: 'not-offered' } });
  expect(state.wallet.status).toBe('fresh');
  await app.quit();
});
