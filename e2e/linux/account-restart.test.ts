// Work on many sub-accounts in the account window outlives NineTray: a job killed in its middle, and the emergency stop
// that the tray's menu leads to. Both are undone. (An emergency stop killed in its middle: panic.test.ts.)
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { areaNames } from '../../app/texts/account/areas';
import { bulkTexts, jobTitle, panicConfirm, panicQuestion, panicTexts, panicTitle } from '../../app/texts/account/bulk';
import { trayTexts } from '../../app/texts/status/tray';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { allSubAccounts, goTo, grid, openAccountWindow, press } from '../harness/account';
import type { DemoServer } from '../harness/demo-server';
import { enterKey, popoverOf } from '../harness/popover';
import { openTestEnvironment } from '../harness/test-environment';
import { stateOf, stateWhere } from '../harness/state';

const stage = openTestEnvironment({ keyring: 'unlocked' });
const size = 60;
const args = ['--still', '--size', String(size)];

const isOn = (row: Record<string, unknown>) => row['status'] === 1;
const statuses = async (demo: DemoServer) => (await allSubAccounts(demo)).map(({ id, status }) => ({ id, status }));
const countOn = async (demo: DemoServer) => (await allSubAccounts(demo)).filter(isOn).length;

/** A new profile with the key of a new server, and how to start the application with both. */
async function prepared() {
  const demo = await stage.demoServer(args);
  const profile = stage.folder('profile');
  const launch = (more: readonly string[] = []) =>
    stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin }, args: more });
  const app = await launch();
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', ({ subAccounts, refresh }) => {
    return subAccounts.count.value === size && !refresh.running;
  });
  return { demo, app, popover, launch };
}

/** Started again by the system, hidden; a click on the icon, and the popover's button. */
async function startedAgain(launch: Awaited<ReturnType<typeof prepared>>['launch']) {
  const app = await launch(['--hidden']);
  await stage.desktop.tray.activate();
  // The window that a click opens before the panel is known is made again beside its icon.
  const popover = await waitFor('the popover with the key', async () => {
    const found = await popoverOf(app);
    return (await stateOf(found)).key.status === 'present' ? found : null;
  });
  const page = await openAccountWindow(app, popover);
  await goTo(page, 'subAccounts');
  return { app, page };
}

async function disableAll(page: Page, needed: number): Promise<void> {
  await goTo(page, 'subAccounts');
  await waitFor('the rows', async () => (await grid(page, 'subAccounts').getAttribute('aria-busy')) === 'false');
  await grid(page, 'subAccounts').getByRole('checkbox').first().click();
  await page.getByRole('button', { name: bulkTexts.actions.disable }).click();
  await press(page, bulkTexts.apply({ does: 'disable', count: needed }));
}

it('a job that is killed in the middle is shown as interrupted after a restart, continues, and undoes exactly what it did', async () => {
  const { demo, app, popover, launch } = await prepared();
  const before = await statuses(demo);
  const needed = await countOn(demo);
  await demo.troubles({ kind: 'slow', ms: 60, operations: ['setSubAccountStatus'] });
  await disableAll(await openAccountWindow(app, popover), needed);
  await waitFor('some to be off', async () => (await countOn(demo)) < needed - 10);
  await app.kill();
  expect(await countOn(demo)).toBeGreaterThan(0);

  const again = await startedAgain(launch);
  const found = await stateWhere(again.page, 'it to be interrupted', ({ bulk }) => bulk.bulk?.phase === 'interrupted');
  const job = found.bulk.bulk;
  if (job === null) throw new Error('There is no job.');
  await again.page.getByRole('region', { name: jobTitle(job) }).waitFor();
  // What was sent and not yet written down is not known, and is read before anything more is sent.
  expect(job.counts.changed + job.counts.unknown).toBeGreaterThan(0);
  await demo.troubles();
  await again.page.getByRole('button', { name: bulkTexts.resume, exact: true }).click();
  await stateWhere(again.page, 'the end', ({ bulk }) => bulk.bulk?.phase === 'done', 30_000);
  expect(await countOn(demo)).toBe(0);
  await again.page.getByRole('button', { name: bulkTexts.undo({ count: needed }) }).click();
  await stateWhere(again.page, 'it to be undone', ({ bulk }) => bulk.bulk?.phase === 'undone', 30_000);
  expect(await statuses(demo)).toEqual(before);
  await again.app.quit();
});

it('the emergency stop in the tray asks first, survives a restart, and restores what was on', async () => {
  const { demo, app, launch } = await prepared();
  const before = await statuses(demo);
  const needed = await countOn(demo);
  // A click while the menu is rebuilt is lost.
  await waitFor('the account window', async () => {
    await stage.desktop.tray.clickMenu(trayTexts.emergencyStop.stop);
    return app.electron.windows().some((window) => window.url().includes('account'));
  });
  const page = await app.page('account');
  await page.getByRole('heading', { name: areaNames.subAccounts, level: 1 }).waitFor();
  await page.getByRole('alertdialog', { name: panicQuestion(needed) }).waitFor();
  expect(await statuses(demo)).toEqual(before);
  await press(page, panicConfirm(needed));
  const { bulk } = await stateWhere(page, 'the stop', (state) => state.bulk.panic?.phase === 'done', 30_000);
  if (bulk.panic === null) throw new Error('There is no panic.');
  const title = panicTitle(bulk.panic);
  const banner = (on: Page) => on.getByRole('region', { name: title });
  await banner(page).getByText(panicTexts.on).waitFor();
  expect(await countOn(demo)).toBe(0);
  const entry = trayTexts.emergencyStop.restore({ count: needed, shown: String(needed) });
  await waitFor('the entry', async () => (await stage.desktop.tray.menu()).some(({ label }) => label === entry));
  await app.quit();

  const again = await startedAgain(launch);
  await banner(again.page).waitFor();
  expect(await countOn(demo)).toBe(0);
  await banner(again.page)
    .getByRole('button', { name: panicTexts.restore({ count: needed }) })
    .click();
  await press(again.page, panicTexts.restoreConfirm({ count: needed }));
  const over = await stateWhere(again.page, 'the restored', (state) => state.bulk.panic?.phase === 'undone', 30_000);
  expect(over.bulk.panic?.counts).toMatchObject({ undone: needed, changed: 0, unknown: 0 });
  expect(await statuses(demo)).toEqual(before);
  await again.app.quit();
});
