// The first minutes: a key is entered, the account's figures come, and they change with the account.
import { expect, it } from 'vitest';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { enterKey, figure, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment();

it('the first run stores a key, shows the four figures, and updates them when they change', async () => {
  const demo = await stage.demoServer();
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);

  const { balances } = await demo.state();
  const ips = figure(page, 'IP balance');
  await waitFor('the IP balance', async () =>
    (await ips.textContent())?.includes(balances.ips.toLocaleString('en-US')),
  );
  for (const name of ['Traffic', 'Wallet', 'Auto renew']) await figure(page, name).waitFor();

  await demo.control('balances', { ips: 54_321 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitFor('the new IP balance', async () => (await ips.textContent())?.includes('54,321'));
  expect(await app.quit()).toBe(0);
});

it('shows the demo account without a key', async () => {
  const app = await stage.launch({ profile: stage.folder('profile'), args: ['--demo'] });
  const page = await popoverOf(app);
  await waitFor('a figure', async () => /\d/.test((await figure(page, 'IP balance').textContent()) ?? ''));
  expect(await app.quit()).toBe(0);
});
