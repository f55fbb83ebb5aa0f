// Known keys go through everything that NineTray does with a key, on a desktop with a real keyring. Afterwards, and all the while, they
// are in no file, no output, no heap or memory of a window, and in no process's arguments or environment.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { keepingTitle } from '../../app/texts/key-storage';
import { onboardingTexts as texts, readyTexts } from '../../app/texts/onboarding';
import { popoverTexts } from '../../app/texts/status/popover';
import { settingsTexts } from '../../app/texts/settings';
import { alive } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import {
  files,
  heapSnapshot,
  sightings,
  sightingsInFolder,
  sightingsInWindows,
  watchProcesses,
} from '../harness/canary';
import type { DemoServer } from '../harness/demo-server';
import { openAccountWindow } from '../harness/account';
import { popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { callAll } from '../in-page/hostile.mjs';

const stage = openTestEnvironment({ keyring: 'unlocked' });

/** Types character by character, as a user would. */
async function type(page: Page, key: string): Promise<void> {
  await page.getByLabel(texts.fieldLabel).focus();
  await page.keyboard.type(key);
  await page.keyboard.press('Enter');
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', { name: texts.keep }).click();
  await stateWhere(
    page,
    'the figures',
    ({ key, ips, refresh }) => key.status === 'present' && ips.status === 'fresh' && !refresh.running,
  );
}

async function toReplace(page: Page): Promise<void> {
  await page.getByRole('button', { name: popoverTexts.settings }).click();
  await page.getByRole('button', { name: settingsTexts.key.replace }).click();
}

async function copy(app: RunningApp, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
}

/** Every call of the switches, the list, the settings and the demo. */
async function useEverything(page: Page, demo: DemoServer): Promise<void> {
  const { subAccounts } = await demo.state();
  const [id, sub] = Object.entries(subAccounts.byId)[0] ?? [];
  if (id === undefined || sub === undefined) throw new Error('There is no sub-account.');
  const toggle = page.getByRole('switch', { name: sub.username, exact: true });
  await toggle.click({ force: true });
  await page.getByRole('button', { name: popoverTexts.undoOf({ username: sub.username }) }).click();
  await waitFor('the vendor to have it as before', async () => {
    const now = await demo.state();
    return now.subAccounts.byId[id]?.enabled === sub.enabled;
  });
  const list = { search: sub.username, sort: 'newest', descending: true, offset: 0, limit: 10 };
  const answers = await page.evaluate(callAll, [
    ['subAccounts.setVisible', { visible: true }],
    ['subAccounts.query', list],
    ['subAccounts.pin', { id: Number(id), pinned: true }],
    ['settings.change', { theme: 'dark', hideAmounts: true, pace: 'quick' }],
    ['settings.change', { hideAmounts: false }],
    ['account.refresh', undefined],
  ]);
  expect(new Set(answers)).toEqual(new Set(['ok']));
}

/** A batch of reads for each thing that a vendor can do wrong, the worst being to repeat the key. */
async function survive(page: Page, demo: DemoServer): Promise<void> {
  for (const trouble of [
    { kind: 'echoKey', as: 'json' },
    { kind: 'echoKey', as: 'html' },
    { kind: 'redirectToSelf' },
    { kind: 'redirect', to: `${demo.origin}/elsewhere` },
    { kind: 'html' },
    { kind: 'rateLimited', seconds: 1, as: 'seconds', times: 2 },
    { kind: 'truncated' },
    { kind: 'successFalse', message: `No such key ${demo.key}` },
  ]) {
    await demo.troubles(trouble);
    await page.evaluate(callAll, [['account.refresh', undefined]]);
  }
  await demo.troubles({ kind: 'echoKey', as: 'json', operations: ['setSubAccountStatus'] });
  const { subAccounts } = await demo.state();
  const [id = ''] = Object.keys(subAccounts.byId);
  await page.evaluate(callAll, [['subAccounts.switch', { id: Number(id), enabled: false }]]);
  await stateWhere(page, 'the refusal', (state) =>
    state.subAccounts.switches.some(({ problem }) => problem !== undefined),
  );
  await demo.troubles();
  await page.evaluate(callAll, [['account.refresh', undefined]]);
}

it('no key leaves a trace in files, output, windows or processes, in any flow', { timeout: 240_000 }, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const env = { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' };
  const keys = [demo.key, `no-${demo.key.split('').toReversed().join('').slice(3)}`];
  const [, wrong = ''] = keys;
  const printed: string[] = [];
  const processes = watchProcesses();
  const command = async (args: readonly string[], input = '') => {
    const { code, out, err } = await runCommand(stage, args, { input, env });
    printed.push(out, err);
    return code;
  };
  const onDisk = () => [...sightingsInFolder(stage.profile, keys), ...sightingsInFolder(stage.desktop.folder, keys)];
  const inHeap = async (page: Page) => sightings('heap', await heapSnapshot(page), keys);

  // First run: a key that is refused, one that the vendor repeats, one that is kept.
  const first = await stage.launch({ env });
  let page = await popoverOf(first);
  await page.getByRole('button', { name: texts.haveKey }).click();
  await type(page, wrong);
  await page.getByRole('alert').waitFor();
  await demo.troubles({ kind: 'echoKey', as: 'json' });
  await copy(first, demo.key);
  await page.getByRole('button', { name: texts.pasteFromClipboard }).click();
  await page.getByRole('button', { name: texts.pasteFromClipboard }).waitFor();
  await demo.troubles();
  await type(page, demo.key);
  await keep(page);
  await page.getByRole('button', { name: readyTexts.done }).click();
  expect(await inHeap(page)).toEqual([]);
  await useEverything(page, demo);
  await survive(page, demo);
  expect(await page.evaluate(callAll, [['demo.start', undefined]])).toEqual(['ok']);
  expect(await page.evaluate(callAll, [['demo.stop', undefined]])).toEqual(['ok']);
  await stateWhere(page, 'the account', ({ source, ips }) => source.kind === 'custom' && ips.status === 'fresh');
  expect(await command(['--status'])).toBe(0);
  expect([...onDisk(), ...(await inHeap(page))]).toEqual([]);

  // Regenerated: refused, then replaced, by the button that reads the clipboard.
  keys.push(await demo.regenerate());
  await page.evaluate(callAll, [['account.refresh', undefined]]);
  await stateWhere(page, 'the refusal', ({ key }) => key.status === 'refused');
  expect(await command(['--status', '--json'])).toBe(3);
  await first.quit();
  const second = await stage.launch({ env });
  await stage.desktop.tray.activate();
  page = await popoverOf(second);
  await stateWhere(page, 'the refusal', ({ key }) => key.status === 'refused');
  await toReplace(page);
  await copy(second, keys[2] ?? '');
  await page.getByRole('button', { name: texts.pasteFromClipboard }).click();
  await keep(page);
  await copy(second, 'something else');
  // That one never was in a window, not even in freed memory.
  expect([...(await inHeap(page)), ...(await sightingsInWindows(second.pid, keys))]).toEqual([]);

  // And again, from a terminal.
  keys.push(await demo.regenerate());
  expect(await command(['--set-key'], keys[3])).toBe(0);
  await stateWhere(page, 'the figures', ({ key, ips }) => key.status === 'present' && ips.status === 'fresh');
  printed.push(first.output(), second.output());
  // A crash, with whatever the system or Chromium would write about it.
  process.kill(second.pid, 'SIGSEGV');
  await waitFor('the crash', () => alive([second.pid]).length === 0);
  await second.kill();
  expect(await command(['--status'])).toBe(0);
  expect(onDisk()).toEqual([]);

  // A locked keyring: the helper reads the key, once it is unlocked.
  await stage.desktop.setKeyring('locked');
  const third = await stage.launch({ env, args: ['--hidden'] });
  await stage.desktop.tray.activate();
  page = await popoverOf(third);
  await stateWhere(page, 'the locked keyring', ({ key }) => key.status === 'locked');
  await stage.desktop.setKeyring('unlocked');
  await page.evaluate(callAll, [['key.retry', undefined]]);
  await stateWhere(page, 'the figures', ({ key, ips }) => key.status === 'present' && ips.status === 'fresh');
  expect([...onDisk(), ...(await inHeap(page))]).toEqual([]);
  expect(await (await openAccountWindow(third, page)).evaluate(callAll, [['key.forget', undefined]])).toEqual(['ok']);
  await third.quit();
  printed.push(third.output());

  const started = processes.stop();
  // The searches were not blind.
  expect(started.some((text) => text.startsWith('cmdline') && text.includes('--keyring-helper'))).toBe(true);
  expect(started.some((text) => text.startsWith('environ') && text.includes(demo.origin))).toBe(true);
  expect(readFileSync(join(stage.profile, 'logs/main.log'), 'utf8')).toContain('key kept');
  expect(files(stage.profile).length).toBeGreaterThan(10);
  expect(sightings('a process', started.join('\n'), keys)).toEqual([]);
  expect(sightings('output', printed.join('\n'), keys)).toEqual([]);
  expect(onDisk()).toEqual([]);
});

it('an unprotected key is written, with consent, to its own file only, and removing the key deletes it', async () => {
  await stage.desktop.setKeyring('absent');
  const demo = await stage.demoServer();
  const profile = stage.folder('profile');
  const app = await stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin } });
  const page = await popoverOf(app);
  await page.getByRole('button', { name: texts.haveKey }).click();
  await type(page, demo.key);
  await page.getByRole('radio', { name: keepingTitle.unprotected }).check({ force: true });
  expect(await page.getByRole('button', { name: texts.keep }).isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: texts.consent }).check({ force: true });
  await keep(page);
  const kept = sightingsInFolder(profile, [demo.key]);
  expect(kept).toContain('key.json: key 1 in base64');
  expect(kept.filter((line) => !/^key\.[\w.]*json[\w.]*: key 1 in base64$/.test(line))).toEqual([]);
  await page.getByRole('button', { name: readyTexts.done }).click();
  expect(await (await openAccountWindow(app, page)).evaluate(callAll, [['key.forget', undefined]])).toEqual(['ok']);
  expect(sightingsInFolder(profile, [demo.key])).toEqual([]);
  await app.quit();
});
