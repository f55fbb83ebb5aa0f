// A known key goes through all of the account window: every area and list, the API check, a saved list. The window never holds it; share
// codes and passwords it holds only after the user showed one, and they are in no file, output, argument or environment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { areaIds, areas } from '../../app/model/lists/areas';
import type { ListId } from '../../app/model/lists/lists';
import { apiCheckTexts } from '../../app/texts/account/api-check';
import { listTexts } from '../../app/texts/account/list-frame';
import { listWords } from '../../app/texts/account/lists';
import { onboardingTexts } from '../../app/texts/onboarding';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { goTo, grid, openAccountWindow, vendorRows } from '../harness/account';
import {
  files,
  heapSnapshot,
  sightings,
  sightingsInFolder,
  sightingsInWindows,
  watchProcesses,
} from '../harness/canary';
import { popoverOf, saveFirstKey } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';

const stage = openTestEnvironment({ keyring: 'unlocked' });

/** The system's dialog is simulated: whatever is saved goes to `file`. */
async function saveTo(app: RunningApp, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** Every area, and every tab of its lists, until it says what it has. */
async function walk(page: Page): Promise<void> {
  for (const area of areaIds) {
    const lists: readonly ListId[] = areas[area];
    await goTo(page, area);
    for (const list of lists) {
      if (lists.length > 1) await goTo(page, area, list);
      const place = page.getByRole('region', { name: listWords(list).title, exact: true });
      await waitFor(`${list} to be read`, async () => (await place.locator('[aria-busy="true"]').count()) === 0);
    }
  }
}

async function saveList(app: RunningApp, page: Page, list: ListId, file: string): Promise<string> {
  await saveTo(app, file);
  await page
    .getByRole('region', { name: listWords(list).title, exact: true })
    .getByRole('button', { name: listTexts.save })
    .click();
  await page.getByText(listTexts.saved).first().waitFor();
  return readFileSync(file, 'utf8');
}

it('the account window shows everything without the key, and a secret only on request', {
  timeout: 300_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '6']);
  const processes = watchProcesses();
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' } });
  const popover = await popoverOf(app);
  const passwords = (await vendorRows(demo, 'user-passes/get-list')).map((row) => String(row['use_key']));
  const codes = (await vendorRows(demo, 'cd-keys/list-share-code?keyword=')).map((row) => String(row['code']));
  const secrets = [...passwords, ...codes];
  expect([passwords.length, codes.length].every((count) => count > 1)).toBe(true);
  expect(secrets.every((text) => text.length >= 12)).toBe(true);

  // By the clipboard, so that no window ever had it.
  await popover.getByRole('button', { name: onboardingTexts.haveKey }).click();
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), demo.key);
  await popover.getByRole('button', { name: onboardingTexts.pasteFromClipboard }).click();
  await saveFirstKey(popover);
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('something else'));
  await stateWhere(popover, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);

  const page = await openAccountWindow(app, popover);
  await walk(page);
  await goTo(page, 'apiCheck');
  await page.getByRole('button', { name: apiCheckTexts.run }).click();
  await stateWhere(page, 'the end of the check', ({ apiCheck }) => apiCheck.phase === 'done');
  const folder = stage.folder('saved');
  await saveTo(app, join(folder, 'check.txt'));
  await page.getByRole('button', { name: apiCheckTexts.save }).click();
  await waitFor('the saved check', () => files(folder).length === 1);
  await goTo(page, 'subUsers');
  const saved = await saveList(app, page, 'subUsers', join(folder, 'sub-users.csv'));
  expect(saved.split('\n').length).toBeGreaterThan(passwords.length);
  // The worst possible vendor repeats the key in its answers.
  for (const as of ['json', 'html']) {
    await demo.troubles({ kind: 'echoKey', as });
    await goTo(page, 'whitelist');
    await page.getByRole('alert').first().waitFor();
    await goTo(page, 'wallet', 'deposits');
    await page.getByRole('alert').first().waitFor();
  }
  await demo.troubles();

  // The first of each, which were on the screen; a search for all of them would take minutes.
  const known = [demo.key, ...passwords.slice(0, 1), ...codes.slice(0, 1)];
  const heap = await heapSnapshot(page);
  expect(heap).toContain(listWords('deposits').title);
  expect(sightings('heap', heap, known)).toEqual([]);
  expect(await sightingsInWindows(app.pid, known)).toEqual([]);

  for (const [area, list, column, of] of [
    ['subUsers', 'subUsers', 'password', passwords],
    ['shareCodes', 'codesMade', 'code', codes],
  ] as const) {
    await goTo(page, area);
    const show = listTexts.showSecret({ column: listWords(list).columns[column] ?? '' });
    await grid(page, list).getByRole('button', { name: show }).first().click();
    const content = await waitFor(`one ${column}`, async () => {
      const text = await page.content();
      return of.some((secret) => text.includes(secret)) ? text : null;
    });
    expect(of.filter((secret) => content.includes(secret))).toHaveLength(1);
    if (of === passwords) continue;
    // The search before was not blind, and the other codes are still where they belong.
    const [shown = '', ...others] = of.toSorted((a, b) => Number(content.includes(b)) - Number(content.includes(a)));
    const found = await sightingsInWindows(app.pid, [shown, ...others.slice(0, 1)]);
    expect(found.every((line) => line.includes('key 1 '))).toBe(true);
    expect(found.length > 0 || process.getuid?.() !== 0).toBe(true);
  }
  await app.quit();

  const started = processes.stop();
  expect(started.some((text) => text.startsWith('environ') && text.includes(demo.origin))).toBe(true);
  expect(files(stage.profile).length).toBeGreaterThan(10);
  expect(sightings('a process', started.join('\n'), known)).toEqual([]);
  const everything = [demo.key, ...secrets];
  expect(sightings('output', app.output(), everything)).toEqual([]);
  for (const place of [stage.profile, stage.desktop.folder, folder]) {
    expect(sightingsInFolder(place, everything)).toEqual([]);
  }
});
