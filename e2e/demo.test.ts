// The demo as a new user tries it: example places, a gateway with a script behind it, and a regeneration that none of them notices.
import fs from 'node:fs';
import { expect, it } from 'vitest';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { receiveTexts, regenerateTexts } from '../app/texts/wizard/wizard';
import type { AppState } from '../app/model/state/app-state';
import { popoverOf } from './harness/popover';
import { stateOf, stateWhere } from './harness/state';
import { openTestEnvironment } from './harness/test-environment';
import { openBrowser, regenerateInDashboard } from './harness/user-browser';
import { begin, button, getReady, recordPages } from './harness/wizard';

const stage = openTestEnvironment();

/** A folder for temporary files of one application. */
function temporaryFolder() {
  const folder = stage.folder('temporary');
  return {
    env: { TMPDIR: folder, TEMP: folder, TMP: folder },
    demos: () => fs.readdirSync(folder).filter((name) => name.startsWith('ninetray-demo-')),
  };
}

const answered = (calls: number) => (state: AppState) => (state.exampleScript?.answered ?? 0) >= calls;

const exampleTexts = ({ places }: AppState) =>
  places.rows.flatMap(({ place: { update } }) => (update?.by === 'file' ? [fs.readFileSync(update.path, 'utf8')] : []));

it('a regeneration in the demo updates its places, and its script misses no call', async () => {
  const temporary = temporaryFolder();
  const app = await stage.launch({ profile: stage.folder('profile'), args: ['--demo=3'], env: temporary.env });
  const popover = await popoverOf(app);
  await recordPages(app);
  const before = await stateWhere(popover, 'calls of the script', answered(2), 30_000);
  expect(before.places.rows.map(({ readiness }) => readiness)).toEqual([
    'untried',
    'untried',
    'untried',
    'hand',
    'gateway',
  ]);
  expect(before.notice.severity).toBe('fine');
  expect(temporary.demos()).toHaveLength(1);

  const wizard = await begin(popover, app, 'on-purpose');
  await getReady(wizard);
  await button(wizard, regenerateTexts.open).click();
  const browser = await openBrowser(stage, 'about:blank');
  const key = await regenerateInDashboard(browser.page, `${before.source.origin}/dashboard/`);
  await browser.app.kill();
  await stateWhere(popover, 'the script to wait', ({ access }) => access.holding?.reads === 1, 30_000);
  const haveKey = button(wizard, regenerateTexts.haveKey);
  if (await haveKey.isVisible()) await haveKey.click();
  await wizard.getByLabel(receiveTexts.label).fill(key);
  await button(wizard, receiveTexts.submit).click();
  const isDone = ({ places }: AppState) =>
    places.run?.rows.every(({ state }) => state === 'done' || state === 'manual');
  const updated = await stateWhere(popover, 'the places', (state) => isDone(state) === true, 30_000);
  expect(updated.places.run?.rows.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'manual', 'done']);
  for (const text of exampleTexts(updated)) expect(text).toContain(key);

  const calls = updated.exampleScript?.calls ?? 0;
  const { exampleScript, access } = await stateWhere(popover, 'more calls', answered(calls + 3), 30_000);
  expect(exampleScript?.answered).toBe(exampleScript?.calls);
  expect(access.lastHold).toMatchObject({ answered: 1, gaveUp: 0 });
  expect(await app.quit()).toBe(0);
  expect(temporary.demos()).toEqual([]);
}, 180_000);

it('a demo that was killed leaves its folder only, which the next demo removes', async () => {
  const temporary = temporaryFolder();
  const profile = stage.folder('profile');
  const first = await stage.launch({ profile, args: ['--demo=3'], env: temporary.env });
  const { access, source } = await stateWhere(await popoverOf(first), 'calls of the script', answered(1), 30_000);
  const left = temporary.demos();
  expect(left).toHaveLength(1);
  process.kill(first.pid, 'SIGKILL');
  // Its gateway and its simulated 9Proxy are gone with it.
  for (const address of [access.addresses[0] ?? '', source.origin]) {
    const answers = () =>
      fetch(address).then(
        () => true,
        () => false,
      );
    await waitFor(`${address} to be gone`, async () => !(await answers()));
  }
  expect(temporary.demos()).toEqual(left);

  const second = await stage.launch({ profile, args: ['--demo=3'], env: temporary.env });
  const popover = await popoverOf(second);
  await stateWhere(popover, 'calls of the script', answered(1), 30_000);
  expect(temporary.demos()).toHaveLength(1);
  expect(temporary.demos()).not.toEqual(left);
  await popover.evaluate(() => {
    const { ninetray } = globalThis as unknown as {
      ninetray: { call(name: string, input: unknown): Promise<unknown> };
    };
    return ninetray.call('demo.stop', undefined);
  });
  await waitFor('the folder to go', () => temporary.demos().length === 0);
  expect((await stateOf(popover)).exampleScript).toBeUndefined();
  expect(await second.quit()).toBe(0);
}, 180_000);
