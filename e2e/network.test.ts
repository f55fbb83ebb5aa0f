// The vendor goes away and comes back: figures stay with their age, the reason is shown, and a read brings them up to date.
import { expect, it } from 'vitest';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { enterKey, figure, popoverOf } from './harness/popover';
import { hurryTimers } from './harness/hurry';
import { openTestEnvironment } from './harness/test-environment';
import { startPassThrough } from './harness/network/pass-through';
import { stateOf, stateWhere } from './harness/state';
import type { AppState } from '../app/model/state/app-state';

const stage = openTestEnvironment();

/** A refresh by hand, without the button that may be disabled meanwhile. */
const refreshNow = () =>
  (globalThis as unknown as { ninetray: { call(name: string): Promise<unknown> } }).ninetray.call('account.refresh');

it('keeps the figures while the server does not answer, and reads again as soon as it does', async () => {
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
  await waitFor(
    'the status line',
    async () => !/all is well/i.test((await page.getByRole('status').first().textContent()) ?? ''),
  );

  const again = await stage.demoServer(['--still', '--seed', '4', '--port', new URL(demo.origin).port]);
  expect(again.key).toBe(demo.key);
  await again.control('balances', { ips: 1234 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitFor('the new figure', async () => (await figure(page, 'IP balance').textContent())?.includes('1,234'));

  // A rate limit: refreshes by hand send nothing before its time, and the reason says until when.
  await again.troubles({ kind: 'rateLimited', seconds: 120 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const limited = await stateWhere(
    page,
    'the limit',
    (state) => state.ips.status === 'failed' && !state.refresh.running,
  );
  expect(limited.ips.problem).toMatchObject({ kind: 'rate-limited', until: expect.any(Number) });
  const { requests } = await again.state();
  for (let press = 0; press < 10; press += 1) await page.evaluate(refreshNow);
  expect((await again.state()).requests).toEqual(requests);
  await app.quit();
});

it('each failing capability shows its own reason, and the others are not affected', async () => {
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

it('reading and switching continue after answers that are too long, stall, or come late', async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const vendor = await startPassThrough(demo.origin);
  const app = await stage.launch({
    profile: stage.folder('profile'),
    env: { NINETRAY_API_URL: vendor.origin },
    switches: ['--js-flags=--expose-gc'],
  });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  const refresh = async (what: string, fits: (state: AppState) => boolean) => {
    const { lastAt } = (await stateOf(page)).refresh;
    await page.getByRole('button', { name: 'Refresh' }).click();
    const isOver = (state: AppState) => !state.refresh.running && state.refresh.lastAt !== lastAt && fits(state);
    await stateWhere(page, what, isOver, 30_000);
  };

  vendor.become('too-long');
  for (let round = 0; round < 3; round += 1) await refresh('the long answers', ({ ips }) => ips.status === 'failed');
  vendor.become('pass');
  await refresh('figures after long answers', ({ ips }) => ips.status === 'fresh');

  // Timers run faster: ten seconds without an answer are one.
  await hurryTimers(app, 10);
  vendor.become('half');
  const stalled = refresh('the stalled answers', ({ ips }) => ips.status === 'failed');
  await waitFor('two stalled answers', () => vendor.halves() >= 2);
  await app.electron.evaluate(() => (globalThis as unknown as { gc(): void }).gc());
  await stalled;
  vendor.become('pass');
  await refresh('figures after stalled answers', ({ ips }) => ips.status === 'fresh');
  await waitFor('the connections to be closed', () => vendor.open() <= 6);

  const names = (await stateOf(page)).subAccounts.firstPage.map(({ username }) => username);
  const toggle = (at: number) => page.getByRole('switch', { name: names[at] ?? '', exact: true });
  const isDone = (at: number) => (state: AppState) =>
    state.subAccounts.switches.some(({ username, phase }) => username === names[at] && phase === 'done');
  const isUnknown = ({ subAccounts }: AppState) =>
    subAccounts.switches.some(({ problem }) => problem?.kind === 'outcome-unknown');
  vendor.become('half');
  await toggle(0).click({ force: true });
  await stateWhere(page, 'the unknown outcome', isUnknown);
  vendor.become('pass');
  await toggle(1).click({ force: true });
  await stateWhere(page, 'the next switch', isDone(1));

  vendor.become({ late: 1_100 });
  await toggle(2).click({ force: true });
  await stateWhere(page, 'the late switch', isDone(2), 30_000);
  await refresh('figures from late answers', ({ ips }) => ips.status === 'fresh');
  const atVendor = Object.values((await demo.state()).subAccounts.byId);
  for (const [at, name] of names.entries()) {
    expect(await toggle(at).isChecked()).toBe(atVendor.find(({ username }) => username === name)?.enabled);
  }
  await app.quit();
  vendor.close();
}, 120_000);
