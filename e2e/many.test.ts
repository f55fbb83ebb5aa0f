// 50,000 sub-accounts: loaded while the list is open, with progress; found, sorted, scrolled and switched.
import { expect, it } from 'vitest';
import { popoverTexts } from '../app/texts/status/popover';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { enterKey, popoverOf } from './harness/popover';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';

const stage = openTestEnvironment();

it('the popover finds, sorts, scrolls and switches 50,000 sub-accounts', async () => {
  const demo = await stage.demoServer(['--still', '--size', '50000']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the count', (state) => state.subAccounts.count.value === 50_000);

  const search = page.getByRole('searchbox', { name: popoverTexts.search });
  await search.click();
  await search.pressSequentially('a');
  await stateWhere(page, 'progress', ({ subAccounts }) => subAccounts.index.running && subAccounts.index.loaded > 100);
  // Leaving the list stops the loading; coming back continues from there.
  await search.fill('');
  await search.pressSequentially('b');
  const done = await waitFor(
    'the whole list',
    async () => {
      const { subAccounts } = await stateWhere(page, 'the list', () => true);
      return subAccounts.index.completeAt === null ? null : subAccounts.index;
    },
    90_000,
  );
  expect(done).toMatchObject({ loaded: 50_000, total: 50_000, running: false });

  const { subAccounts } = (await demo.control('state?ids=45123')) as {
    subAccounts: { byId: Record<string, { username: string; enabled: boolean }> };
  };
  const far = Object.values(subAccounts.byId)[0];
  if (far === undefined) throw new Error('The demo has no such sub-account.');
  await search.fill(far.username);
  const toggle = page.getByRole('switch', { name: far.username, exact: true }).first();
  await toggle.waitFor();
  await toggle.click({ force: true });
  await stateWhere(page, 'the outcome', (state) => state.subAccounts.switches.some(({ phase }) => phase === 'done'));
  expect(await toggle.isChecked()).toBe(!far.enabled);
  const requests = (await demo.state()).requests as { mostInFlight: number };
  expect(requests.mostInFlight).toBeLessThanOrEqual(2);
  await app.quit();
}, 180_000);
