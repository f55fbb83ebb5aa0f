// The API check in the account window: tried, followed, stopped, saved; an operation's path corrected there and by hand. And the today
// list of the vendor's own application on this computer.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readOperations } from '../app/nineproxy/read-probes';
import { endpoints, isWrite } from '../app/nineproxy/operations/endpoints';
import { operationIds } from '../app/model/api/operation-id';
import { apiCheckTexts as texts } from '../app/texts/account/api-check';
import { areaTexts } from '../app/texts/account/areas';
import { listTexts } from '../app/texts/account/list-frame';
import { popoverTexts } from '../app/texts/status/popover';
import { problemText } from '../app/texts/problems/problems';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { goTo, grid, openAccount } from './harness/account';
import type { DemoServer } from './harness/demo-server';
import { openTestEnvironment } from './harness/test-environment';
import { stateOf, stateWhere } from './harness/state';

const stage = openTestEnvironment();
const notOffered = problemText({ kind: 'not-offered' }, 'en', 0).title;
const open = () => openAccount(stage, ['--still', '--size', '3']);

async function requests(demo: DemoServer): Promise<Record<string, { count: number } | undefined>> {
  return ((await demo.state()).requests as { operations: Record<string, { count: number }> }).operations;
}

const rowOf = (page: Page, operation: string) =>
  page.getByRole('row').filter({ has: page.getByText(operation, { exact: true }) });

it('the API check tries every read once and no write, says what is missing, and saves the report without the key', async () => {
  const { app, demo, page } = await open();
  await demo.troubles({ kind: 'missing', operations: ['listInviteCodes'] });
  await goTo(page, 'apiCheck');
  await page.getByText(texts.never).waitFor();
  await stateWhere(page, 'a quiet moment', ({ refresh }) => !refresh.running);
  await demo.control('requests/clear', {});
  await page.getByRole('button', { name: texts.run }).click();
  await stateWhere(page, 'the end of the check', ({ apiCheck }) => apiCheck.phase === 'done');
  const asked = await requests(demo);
  expect(readOperations.filter((operation) => asked[operation] === undefined)).toEqual([]);
  expect(operationIds.filter(isWrite).filter((operation) => asked[operation] !== undefined)).toEqual([]);

  await rowOf(page, 'listInviteCodes').getByText(notOffered).waitFor();
  await rowOf(page, 'listSubAccounts')
    .getByText(texts.outcomes.answeredItems({ count: 3 }))
    .waitFor();
  await rowOf(page, 'listSubAccounts')
    .getByText(/^\d+ ms$/)
    .waitFor();
  await page.getByRole('region', { name: texts.writes }).getByText('deleteSubAccount', { exact: true }).waitFor();
  const [answered, all] = [String(readOperations.length - 1), String(readOperations.length)];
  const summary = texts.finished({ answered, all, when: '' });
  await page.getByRole('status').getByText(summary).waitFor();

  const file = join(stage.folder('saved'), 'check.txt');
  // The dialog is the system's; only its answer is simulated.
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: texts.save }).click();
  const text = await waitFor('the file', () => readIfThere(file));
  expect(text).toContain(`GET ${endpoints.listInviteCodes.path}`);
  expect(text).toContain(notOffered);
  for (const secret of [demo.key, demo.origin, '127.0.0.1', 'northwind']) expect(text).not.toContain(secret);
  await app.quit();
});

it('the API check shows its progress, and stops on request', async () => {
  const { app, demo, page } = await open();
  await goTo(page, 'apiCheck');
  await demo.troubles({ kind: 'slow', ms: 400 });
  await page.getByRole('button', { name: texts.run }).click();
  // A number is shown for a moment only: which one is seen does not matter.
  const isTried = ({ outcome }: { outcome: string }) => outcome === 'answers' || outcome === 'fails';
  await stateWhere(page, 'two answers', (state) => state.apiCheck.rows.filter(isTried).length >= 2);
  const numbers = { tried: String.raw`\d+`, answered: String.raw`\d+`, all: String(readOperations.length) };
  const progress = new RegExp(`^${texts.running(numbers)}$`);
  const stopped = new RegExp(`^${texts.stopped({ ...numbers, when: '.+' })}$`);
  await page.getByRole('status').getByText(progress).waitFor();
  await page.getByRole('button', { name: texts.cancel, exact: true }).click();
  const { apiCheck } = await stateWhere(page, 'the stop', (state) => state.apiCheck.phase === 'cancelled');
  expect(apiCheck.rows.filter(({ outcome }) => outcome === 'trying')).toEqual([]);
  expect(apiCheck.rows.filter(({ outcome }) => outcome === 'not-tried').length).toBeGreaterThan(5);
  await page.getByRole('status').getByText(stopped).waitFor();
  const last = readOperations.at(-1) ?? '';
  await demo.control('requests/clear', {});
  await demo.troubles();
  await page.getByRole('button', { name: texts.again }).click();
  await stateWhere(page, 'the end of the second', (state) => state.apiCheck.phase === 'done');
  expect((await requests(demo))[last]?.count).toBe(1);
  await app.quit();
});

it('a corrected path is used at once, from the dialog and from settings.json', async () => {
  const { app, demo, page } = await open();
  const profile = await app.electron.evaluate(({ app: main }) => main.getPath('userData'));
  const file = join(profile, 'settings.json');
  const wrong = '/client/v1/wallet/no-such-place';
  const right = endpoints.getAutoRenew.path;
  const renewIs = (what: string, kind: string | undefined) =>
    stateWhere(page, what, ({ autoRenew, refresh }) => autoRenew.problem?.kind === kind && !refresh.running, 3_000);
  const correct = async (path: string, previous: RegExp | string) => {
    await page.getByRole('button', { name: texts.correct({ operation: 'getAutoRenew' }) }).click();
    const field = page.getByRole('dialog').getByLabel(texts.path);
    expect(await field.inputValue()).toMatch(previous);
    await field.fill(path);
    await page.getByRole('dialog').getByRole('button', { name: texts.apply }).click();
  };
  await goTo(page, 'apiCheck');

  await correct('no slash', right);
  await page.getByRole('dialog').getByText(texts.pathHint).first().waitFor();
  await page.getByRole('dialog').getByLabel(texts.path).fill(wrong);
  await page.getByRole('dialog').getByRole('button', { name: texts.apply }).click();
  await renewIs('the wrong path to count', 'not-offered');
  await rowOf(page, 'getAutoRenew').getByText(texts.corrected, { exact: true }).waitFor();
  expect(settingsIn(file).endpoints).toEqual({ getAutoRenew: { path: wrong } });

  await page.getByRole('button', { name: texts.correct({ operation: 'getAutoRenew' }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: texts.restore }).click();
  await renewIs('it to answer again', undefined);
  expect(settingsIn(file).endpoints).toEqual({});

  // By hand, as an editor would.
  edit(file, { getAutoRenew: { path: wrong } });
  await renewIs('the edit to count', 'not-offered');
  await rowOf(page, 'getAutoRenew').getByText(wrong).waitFor();
  edit(file, {});
  await renewIs('the edit back to count', undefined);
  await rowOf(page, 'getAutoRenew').getByText(right).waitFor();
  expect((await stateOf(page)).key.status).toBe('present');
  expect((await requests(demo))['getAutoRenew']?.count).toBeGreaterThan(2);
  await app.quit();
});

it('an unusable proxy sends nothing, and an edit of settings.json that was not read is never overwritten', async () => {
  const { app, demo, page } = await open();
  const profile = await app.electron.evaluate(({ app: main }) => main.getPath('userData'));
  const file = join(profile, 'settings.json');
  await goTo(page, 'apiCheck');
  const correct = async (path: string) => {
    await page.getByRole('button', { name: texts.correct({ operation: 'getAutoRenew' }) }).click();
    await page.getByRole('dialog').getByLabel(texts.path).fill(path);
    await page.getByRole('dialog').getByRole('button', { name: texts.apply }).click();
    await waitFor('the correction', async () => readFileSync(file, 'utf8').includes(path));
  };
  await correct('/client/v1/wallet/first');

  for (const proxy of [
    { mode: 'Given', url: 'socks5://127.0.0.1:1080' },
    { mode: 'given', url: 8080 },
  ]) {
    writeFileSync(file, JSON.stringify({ ...settingsIn(file), proxy }));
    const { notice } = await stateWhere(page, 'nobody to be asked', ({ refresh }) => refresh.reason === 'settings');
    expect(notice).toMatchObject({ says: { problem: { kind: 'setting-unusable', setting: 'proxy' } } });
    // What was sent before the edit was read does not count.
    await demo.control('requests/clear', {});
    await page.getByRole('button', { name: popoverTexts.refresh }).first().click();
    expect(await requests(demo)).toEqual({});
    writeFileSync(file, JSON.stringify({ ...settingsIn(file), proxy: { mode: 'direct' } }));
    await stateWhere(
      page,
      'figures again',
      ({ refresh, ips }) => refresh.reason !== 'settings' && ips.status === 'fresh',
    );
  }

  const mistaken = `${readFileSync(file, 'utf8').trimEnd().slice(0, -1)},}`;
  writeFileSync(file, mistaken);
  const storageHas = (kind: string) =>
    stateWhere(page, kind, ({ storage }) => storage.some((problem) => problem.kind === kind));
  await storageHas('edit-unreadable');
  await correct('/client/v1/wallet/second');
  const { storage } = await storageHas('edit-set-aside');
  const copy = storage.flatMap((problem) => (problem.kind === 'edit-set-aside' ? [problem.copy] : []))[0] ?? '';
  expect(readFileSync(join(profile, copy), 'utf8')).toBe(mistaken);
  await app.quit();
});

it('the today list of the application on this computer is read if enabled, and nothing else is requested from it', async () => {
  const { app, demo, page } = await open();
  const port = new URL(demo.origin).port;
  await goTo(page, 'proxy', 'localToday');
  const toggle = page.getByRole('switch', { name: areaTexts.localOff });
  expect(await toggle.isChecked()).toBe(false);
  expect((await requests(demo))['/api/today_list']).toBeUndefined();

  await page.getByLabel(areaTexts.localPort).fill('9');
  await page.getByLabel(areaTexts.localPort).press('Enter');
  await toggle.click({ force: true });
  await page.getByText(listTexts.localAppLine).or(page.getByText(absent.title)).first().waitFor();
  await page.getByLabel(areaTexts.localPort).fill('99999');
  await page.getByText(areaTexts.portRange).waitFor();
  await page.getByLabel(areaTexts.localPort).fill(port);
  await page.getByLabel(areaTexts.localPort).press('Enter');
  await waitFor('the addresses', async () => (await grid(page, 'localToday').getByRole('gridcell').count()) > 10);
  const { settings } = await stateOf(page);
  expect(settings.localApp).toEqual({ on: true, port: Number(port) });

  const asked = await requests(demo);
  expect(asked['/api/today_list']?.count).toBeGreaterThan(0);
  expect(Object.keys(asked).filter((name) => name.startsWith('/api/'))).toEqual(['/api/today_list']);

  await toggle.click({ force: true });
  await waitFor('the list to go', async () => (await grid(page, 'localToday').count()) === 0);
  await app.quit();
});

const absent = problemText({ kind: 'local-app-absent' }, 'en', 0);

function settingsIn(file: string): { endpoints?: unknown } {
  return JSON.parse(readFileSync(file, 'utf8')) as { endpoints?: unknown };
}

/** Writes other corrections into the settings, and leaves the rest as it is. */
function edit(file: string, corrections: object): void {
  writeFileSync(file, `${JSON.stringify({ ...settingsIn(file), endpoints: corrections }, null, 2)}\n`);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8') || null;
  } catch {
    return null;
  }
}
