// Known keys go through the whole wizard, on a desktop with a real keyring: pasted and never shown, then typed and shown. They are in no
// journal, receipt, file, output, argument or environment; and in a window only while it has to hold one.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onboardingTexts } from '../../app/texts/onboarding';
import { receiveTexts } from '../../app/texts/wizard/wizard';
import { copyTexts, receiptTexts, updateTexts } from '../../app/texts/wizard/wizard-after';
import { alive } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import {
  files,
  heapSnapshot,
  sightings,
  sightingsInFolder,
  sightingsInWindows,
  watchProcesses,
  windowProcesses,
} from '../harness/canary';
import type { DemoServer } from '../harness/demo-server';
import { popoverOf, saveFirstKey } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { begin, button, goToField, recordPages } from '../harness/wizard';
import { callAll } from '../in-page/hostile.mjs';

const stage = openTestEnvironment({ keyring: 'unlocked' });
const place = { id: 'p1', name: 'Nightly scraper', kind: 'env-file', where: '~/scraper/.env', note: 'Tell Ada' };

async function copy(app: RunningApp, text: string): Promise<void> {
  await app.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
}

/** The system's dialog is simulated: whatever is saved goes to `file`. */
async function saveTo(app: RunningApp, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** Brings the first key in by the clipboard, so that it is in no window, and begins a rotation. */
async function prepare(app: RunningApp, demo: DemoServer): Promise<{ popover: Page; wizard: Page }> {
  const popover = await popoverOf(app);
  await recordPages(app);
  await popover.getByRole('button', { name: onboardingTexts.haveKey }).click();
  await copy(app, demo.key);
  await popover.getByRole('button', { name: onboardingTexts.pasteFromClipboard }).click();
  await saveFirstKey(popover);
  await stateWhere(popover, 'the figures', ({ ips, refresh }) => ips.status === 'fresh' && !refresh.running);
  const wizard = await begin(popover, app, 'on-purpose');
  expect(await wizard.evaluate(callAll, [['places.change', { places: [place] }]])).toEqual(['ok']);
  return { popover, wizard };
}

const atStep = (page: Page, step: string) =>
  stateWhere(page, `the step ${step}`, ({ rotation }) => rotation.current?.step === step);

it('a key that is pasted and never shown is in no window and in no trace of the wizard', {
  timeout: 240_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const env = { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' };
  const keys = [demo.key];
  const printed: string[] = [];
  const processes = watchProcesses();
  const journal = () => readFileSync(join(stage.profile, 'rotation.json'), 'utf8');
  const onDisk = () => [...sightingsInFolder(stage.profile, keys), ...sightingsInFolder(stage.desktop.folder, keys)];
  const inReach = async (page: Page) => [...onDisk(), ...sightings('heap', await heapSnapshot(page), keys)];

  const first = await stage.launch({ env });
  let { wizard } = await prepare(first, demo);
  await goToField(wizard);
  const key = await demo.regenerate();
  keys.push(key);
  // The worst possible vendor repeats the key in its answer to the proof.
  await demo.troubles({ kind: 'echoKey', as: 'json', operations: ['getAccountInfo'] });
  await copy(first, `export NINEPROXY_API_KEY="${key}"\n`);
  await button(wizard, receiveTexts.paste).click();
  const waits = await stateWhere(wizard, 'the answer', ({ rotation }) => {
    return rotation.current?.proof.waitingFor?.kind === 'rejected';
  });
  expect(waits.rotation.current?.clipboardCleared).toBe(true);
  expect(journal()).toContain('rejected');
  expect(await inReach(wizard)).toEqual([]);
  await demo.troubles({ kind: 'echoKey', as: 'html', operations: ['getAccountInfo'] });
  await wizard.evaluate(callAll, [['rotation.proveNow', undefined]]);
  await stateWhere(wizard, 'the other answer', ({ rotation }) => {
    return rotation.current?.proof.waitingFor?.kind === 'server-trouble';
  });
  expect(await inReach(wizard)).toEqual([]);
  await demo.troubles();
  await wizard.evaluate(callAll, [['rotation.proveNow', undefined]]);
  await atStep(wizard, 'copy');

  await button(wizard, copyTexts.copy).click();
  await stateWhere(wizard, 'the copy', ({ rotation }) => rotation.clipboard.outcome === 'copied');
  const saved = join(stage.folder('saved'), 'key.txt');
  await saveTo(first, saved);
  await button(wizard, copyTexts.save).click();
  await waitFor('the file', () => existsSync(saved) && readFileSync(saved, 'utf8') === key);
  // Main has read it, kept it, sent it, copied it and saved it; no window ever had it, not even in freed memory.
  expect([...(await inReach(wizard)), ...(await sightingsInWindows(first.pid, keys))]).toEqual([]);
  // A crash with the key in hand, with whatever the system or Chromium would write about it.
  process.kill(first.pid, 'SIGSEGV');
  await waitFor('the crash', () => alive([first.pid]).length === 0);
  await first.kill();
  printed.push(first.output());
  expect(onDisk()).toEqual([]);

  const second = await stage.launch({ env });
  wizard = await second.page('wizard');
  await atStep(wizard, 'copy');
  await button(wizard, copyTexts.next).click();
  await wizard.getByRole('checkbox', { name: place.name }).check({ force: true });
  await button(wizard, updateTexts.next).click();
  const { rotation } = await atStep(wizard, 'receipt');
  const receipt = join(stage.folder('receipt'), 'receipt.txt');
  await saveTo(second, receipt);
  await button(wizard, receiptTexts.export).click();
  await wizard.getByText(receiptTexts.exported).waitFor();
  const text = readFileSync(receipt, 'utf8');
  for (const part of [place.name, rotation.current?.newFingerprint, rotation.current?.oldFingerprint])
    expect(text).toContain(part);
  expect(sightings('the receipt', text, keys)).toEqual([]);
  expect(await inReach(wizard)).toEqual([]);

  await button(wizard, receiptTexts.done).click();
  await waitFor('the window to close', () => wizard.isClosed());
  const command = await runCommand(stage, ['--status', '--json'], { env });
  expect(command.code).toBe(0);
  expect([...onDisk(), ...(await sightingsInWindows(second.pid, keys))]).toEqual([]);
  await second.quit();
  printed.push(second.output(), command.out, command.err);

  const started = processes.stop();
  // The searches were not blind.
  expect(started.some((each) => each.startsWith('environ') && each.includes(demo.origin))).toBe(true);
  expect(journal()).toContain(rotation.current?.newFingerprint);
  expect(readFileSync(join(stage.profile, 'logs/main.log'), 'utf8')).toContain('rotation');
  expect(files(stage.profile).length).toBeGreaterThan(10);
  expect(sightings('a process', started.join('\n'), keys)).toEqual([]);
  expect(sightings('output', printed.join('\n'), keys)).toEqual([]);
  expect(onDisk()).toEqual([]);
});

it('a key that is typed and shown is out of reach once it is hidden and the step is left, and gone with the window', {
  timeout: 300_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const profile = stage.folder('profile');
  const app = await stage.launch({ profile, env: { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' } });
  const { popover, wizard } = await prepare(app, demo);
  await goToField(wizard);
  const key = await demo.regenerate();
  const keys = [demo.key, key];
  const inHeap = async (page: Page) => sightings('heap', await heapSnapshot(page), keys);

  await wizard.getByLabel(receiveTexts.label).focus();
  await wizard.keyboard.type(key);
  expect(await inHeap(wizard)).toContain('heap: key 2 in clear');
  await wizard.keyboard.press('Enter');
  await atStep(wizard, 'copy');
  await waitFor('the typed key to be gone', async () => (await inHeap(wizard)).length === 0);
  await button(wizard, copyTexts.toggle).click();
  const isShown = async () => (await wizard.locator('body').textContent())?.includes(key) === true;
  await waitFor('the key to be shown', isShown);
  // A text that is only on the page is in no heap of its scripts; the search of the memory finds it, where that is allowed.
  const shown = await sightingsInWindows(app.pid, keys);
  expect(shown.includes('memory: key 2 in clear')).toBe(process.getuid?.() === 0);
  // On a busy machine the search takes so long that the key is hidden again meanwhile.
  if (await isShown()) await button(wizard, copyTexts.toggleOff).click();
  await waitFor('the key to be hidden', async () => !(await isShown()));
  await button(wizard, copyTexts.copy).click();
  await button(wizard, copyTexts.next).click();
  await atStep(wizard, 'update');
  await waitFor('the shown key to be gone', async () => (await inHeap(wizard)).length === 0);
  expect([...(await inHeap(popover)), ...sightingsInFolder(profile, keys)]).toEqual([]);

  // Memory that the page has freed may stay in its process until that ends, so the process ends with the window.
  const before = windowProcesses(app.pid);
  await button(wizard, updateTexts.nextOpen).click();
  await button(wizard, receiptTexts.done).click();
  await waitFor('the process to end', () => windowProcesses(app.pid).length === before.length - 1);
  expect(await sightingsInWindows(app.pid, keys)).toEqual([]);
  await app.quit();
  expect(sightingsInFolder(profile, keys)).toEqual([]);
  expect(sightings('output', app.output(), keys)).toEqual([]);
});
