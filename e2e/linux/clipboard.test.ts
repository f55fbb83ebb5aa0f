// The clipboard on a real display, with xclip as the other application: the key is copied, removed again, and nothing
// else is touched. What another application gets counts, not what NineTray reports about the clipboard.
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Api, CallInput, CallName } from '../../app/bridge/contract';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { run } from '../../build/run.mjs';
import type { DemoServer } from '../harness/demo-server';
import { hurryTimers } from '../harness/hurry';
import { enterKey, popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { stateOf, stateWhere } from '../harness/state';

const stage = openTestEnvironment({ keyring: 'unlocked' });

/** What another application gets when it pastes; null when there is nothing to paste. */
function pasted(...format: string[]): Promise<string | null> {
  return xclip(['-o', ...format]);
}

/** Another application copies. */
async function copied(text: string): Promise<void> {
  await xclip(['-i'], text);
  // It answers before it has taken the clipboard.
  await waitFor('the other application to have copied', async () => (await pasted()) === text);
}

function xclip(args: string[], input?: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    // The one that copies stays in the background to answer; it must not hold our pipe.
    const child = spawn('xclip', ['-selection', 'clipboard', ...args], {
      env: stage.env,
      stdio: ['pipe', input === undefined ? 'pipe' : 'ignore', 'ignore'],
    });
    let out = '';
    child.stdout?.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0 ? out : null));
    child.stdin?.end(input);
  });
}

async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<void> {
  const answer = await page.evaluate(
    ([callName, callInput]) =>
      (globalThis as unknown as { ninetray: Api }).ninetray.call(callName as 'rotation.copy', callInput as undefined),
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.kind}`);
}

/** The application in the copy step of a rotation, its new key brought by the clipboard. */
async function atCopyStep(): Promise<{ app: RunningApp; page: Page; demo: DemoServer; key: string }> {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ env: { NINETRAY_API_URL: demo.origin }, profile: stage.folder('profile') });
  const popover = await popoverOf(app);
  await enterKey(popover, demo.key);
  await stateWhere(popover, 'the figures', (state) => state.ips.value !== null);
  await call(popover, 'rotation.begin', { entry: 'on-purpose' });
  const page = await app.page('wizard');
  const key = await demo.regenerate();
  await copied(`export NINEPROXY_API_KEY="${key}"\n`);
  await call(page, 'rotation.receiveClipboard', undefined);
  await stateWhere(page, 'the copy step', ({ rotation }) => rotation.current?.step === 'copy');
  return { app, page, demo, key };
}

it('the wizard removes the pasted key from the clipboard, copies it on request, and clears it when the countdown ends', async () => {
  const { app, page, key } = await atCopyStep();
  expect(await pasted()).toBeNull();
  expect((await stateOf(page)).rotation.current?.clipboardCleared).toBe(true);

  // The minute takes six seconds.
  await hurryTimers(app, 10);
  const copiedAt = Date.now();
  await call(page, 'rotation.copy', undefined);
  const clearsAt = (await stateOf(page)).rotation.clipboard.clearsAt ?? 0;
  expect(clearsAt - Date.now()).toBeGreaterThan(55_000);
  expect(clearsAt - Date.now()).toBeLessThanOrEqual(60_000);
  expect(await pasted()).toBe(key);
  // Electron 33 cannot set a mark beside a text; where it can, it must be there.
  const hint = await pasted('-t', 'x-kde-passwordManagerHint');
  const marks = await app.electron.evaluate((electron) => 'ClipboardItem' in electron);
  expect(hint).toBe(marks ? 'secret' : null);

  await waitFor('the clipboard to be cleared', async () => (await pasted()) === null);
  expect(Date.now() - copiedAt).toBeGreaterThanOrEqual(6_000);
  await stateWhere(page, 'the outcome', ({ rotation }) => rotation.clipboard.outcome === 'cleared');
  await app.quit();
});

it('what another application copied in the meantime stays on the clipboard, at a lock and at a quit', async () => {
  const { app, page, key } = await atCopyStep();
  await call(page, 'rotation.copy', undefined);
  expect(await pasted()).toBe(key);
  await copied('somebody else’s');
  await waitFor('the outcome', async () => {
    await locks();
    return (await stateOf(page)).rotation.clipboard.outcome === 'left-alone';
  });
  expect(await pasted()).toBe('somebody else’s');
  await call(page, 'rotation.copy', undefined);
  await copied('somebody else’s again');
  expect(await app.quit()).toBe(0);
  expect(await pasted()).toBe('somebody else’s again');
});

it('clears the clipboard when the screen locks, and when NineTray quits', async () => {
  const { app, page, key } = await atCopyStep();
  await call(page, 'rotation.copy', undefined);
  expect(await pasted()).toBe(key);
  // NineTray listens to locks only while a copy is on the clipboard, and may be a moment from listening.
  await waitFor('the clipboard to be cleared', async () => {
    await locks();
    return (await pasted()) === null;
  });
  await stateWhere(page, 'the outcome', ({ rotation }) => rotation.clipboard.outcome === 'cleared');

  await call(page, 'rotation.copy', undefined);
  expect(await pasted()).toBe(key);
  const letGo = await staysAtTheEnd(app);
  app.askToQuit();
  await waitFor('the clipboard to be cleared', async () => (await pasted()) === null, 3000);
  await letGo();
});

it('clears the clipboard when the session ends it', async () => {
  const { app, page, key } = await atCopyStep();
  await call(page, 'rotation.copy', undefined);
  expect(await pasted()).toBe(key);
  const letGo = await staysAtTheEnd(app);
  process.kill(app.pid, 'SIGTERM');
  await waitFor('the clipboard to be cleared', async () => (await pasted()) === null, 3000);
  await letGo();
});

it('saves the key into a file that only its owner can read', async () => {
  const { app, page, key } = await atCopyStep();
  const file = join(stage.folder('saved'), 'key.txt');
  // The dialog is the system's; only its answer is simulated.
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await call(page, 'rotation.saveToFile', undefined);
  expect(readFileSync(file, 'utf8')).toBe(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await stateWhere(page, 'the outcome', ({ rotation }) => rotation.current?.copied?.how === 'file');
  expect(await pasted()).toBeNull();
  await app.quit();
});

/**
 * Keeps the application from ending when it quits: an X11 clipboard ends with it anyway, and would look cleared. Answers what
 * lets it end, and waits for that.
 */
async function staysAtTheEnd(app: RunningApp): Promise<() => Promise<void>> {
  await app.electron.evaluate(({ app: own }) => {
    const stay = (event: { preventDefault(): void }): void => event.preventDefault();
    own.on('will-quit', stay);
    Object.assign(globalThis, { letGo: () => own.off('will-quit', stay) });
  });
  return async () => {
    await app.electron.evaluate(() => (globalThis as unknown as { letGo(): void }).letGo());
    expect(await app.quit(3000)).toBe(0);
  };
}

/** What a desktop says when it locks the screen. */
async function locks(): Promise<void> {
  const signal = ['/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver.ActiveChanged', 'boolean:true'];
  const { code, out } = await run('dbus-send', ['--session', '--type=signal', ...signal], { env: stage.env });
  if (code !== 0) throw new Error(`dbus-send: ${out}`);
}
