// Starts on a profile folder that is in use, and in places where Chromium's own lock fails.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { popoverOf } from '../harness/popover';
import type { RunningApp } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { startOnce } from '../harness/start';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment({ keyring: 'unlocked' });

/** Where the running application listens, as later starts find it. */
function addressIn(profile: string): string {
  const file = readFileSync(join(profile, 'running.json'), 'utf8');
  return z.object({ address: z.string() }).parse(JSON.parse(file)).address;
}

const isShown = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible()));

const hide = (page: Page) =>
  page.evaluate(() => {
    const { ninetray } = globalThis as unknown as { ninetray: { call(name: string): Promise<unknown> } };
    return ninetray.call('window.hide');
  });

describe('a second start', () => {
  it('shows the window of the first, also after the temporary folder was cleaned, and reports when the first is stuck', async () => {
    const temporary = stage.folder('t');
    const env = { ...stage.env, TMPDIR: temporary, XDG_RUNTIME_DIR: undefined };
    const profile = stage.folder('profile');
    const app = await stage.launch({ env, profile, args: ['--demo=3'] });
    const page = await popoverOf(app);
    await hide(page);
    expect(await startOnce(env, profile).ended).toMatchObject({ code: 0 });
    await waitFor('the window', () => isShown(app));

    await hide(page);
    const before = addressIn(profile);
    for (const name of readdirSync(temporary)) rmSync(join(temporary, name), { recursive: true });
    await waitFor('another socket', () => addressIn(profile) !== before);
    expect(await startOnce(env, profile).ended).toMatchObject({ code: 0 });
    await waitFor('the window', () => isShown(app));

    process.kill(app.pid, 'SIGSTOP');
    const stuck = startOnce(env, profile);
    await stuck.confirm().finally(() => process.kill(app.pid, 'SIGCONT'));
    expect(await stuck.ended).toMatchObject({ code: 1, err: expect.stringContaining(`process ${app.pid}`) });
    expect(await app.quit()).toBe(0);
  });
});

describe('a start', () => {
  it.each([80, 140])('works with a TMPDIR of %i characters, its socket in a private folder', async (length) => {
    const folder = stage.folder('t');
    const temporary = join(folder, 'a'.repeat(length - folder.length - 1));
    mkdirSync(temporary);
    const profile = stage.folder('profile');
    const env = { ...stage.env, TMPDIR: temporary, XDG_RUNTIME_DIR: undefined };
    const app = await stage.launch({ env, profile, args: ['--hidden'] });
    expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
    await waitFor('the socket', () => readdirSync(profile).includes('running.json'));
    expect(statSync(dirname(addressIn(profile))).mode & 0o777).toBe(0o700);
    expect(readdirSync(temporary)).toEqual([]);
    expect(await app.quit()).toBe(0);
  });

  it('and a quit do not block when FIFOs replace the files of the profile', async () => {
    const profile = stage.folder('profile');
    mkdirSync(join(profile, 'logs'));
    const documents = [
      'settings',
      'key',
      'rotation',
      'figures',
      'history',
      'alerts',
      'bulk',
      'bulk-progress',
      'running',
    ];
    const names = documents.flatMap((name) => [`${name}.json`, `${name}.backup.json`]);
    execFileSync('mkfifo', ['logs/main.log', 'logs/main.old.log', ...names], { cwd: profile });
    // That it closes the folder to others is the first thing it logs.
    chmodSync(profile, 0o755);
    const app = await stage.launch({ profile, args: ['--hidden'] });
    expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
    await waitFor('the socket', () => lstatSync(join(profile, 'running.json')).isFile());
    expect(await app.quit()).toBe(0);
    expect(lstatSync(join(profile, 'logs/main.log')).isFile()).toBe(true);
  });

  it('says what prevents its lock, and exits with 1', async () => {
    const profile = stage.folder('profile');
    writeFileSync(join(profile, 'SingletonLock'), '');
    const start = startOnce(stage.env, profile);
    await start.confirm();
    const ended = await start.ended;
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(join(profile, 'SingletonLock'));
  });

  it('says when the requested folder cannot be created, and uses no other', async () => {
    const file = join(stage.folder('t'), 'file');
    writeFileSync(file, '');
    const profile = join(file, 'profile');
    // Chromium would take the usual folder, and would abort where it cannot make that one, either.
    for (const env of [stage.env, { ...stage.env, XDG_CONFIG_HOME: join(file, 'config') }]) {
      const start = startOnce(env, profile);
      await start.confirm();
      expect(await start.ended).toMatchObject({ code: 1, err: expect.stringContaining(profile) });
    }
    for (const args of [['--status'], ['--set-key', '--storage=unprotected'], ['places', 'list']]) {
      const { code, out, err } = await runCommand(stage, args, { profile, input: 'a key' });
      expect([args, code, out]).toEqual([args, 1, '']);
      expect(err).toContain(profile);
    }
    const usual = join(stage.env['XDG_CONFIG_HOME'] ?? '', 'NineTray');
    for (const name of ['key.json', 'settings.json', 'running.json', 'SingletonLock', 'Local Storage'])
      expect([name, existsSync(join(usual, name))]).toEqual([name, false]);
  });
});

describe('terminal commands and a locked keyring', () => {
  it('exit with 2 within seconds, and do not keep the application from starting', async () => {
    const demo = await stage.demoServer();
    const env = { NINETRAY_API_URL: demo.origin };
    const kept = await runCommand(stage, ['--set-key'], { env, input: demo.key });
    expect(kept.code).toBe(0);

    // Two at once against a slow vendor, and the application a moment later: all of them work.
    await demo.troubles({ kind: 'slow', ms: 1500 });
    const both = [runCommand(stage, ['--status'], { env }), runCommand(stage, ['--status', '--json'], { env })];
    const app = await stage.launch({ env, args: ['--hidden'] });
    expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
    expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0]);
    await waitFor('the figures', async () => (await stage.desktop.tray.tooltip()).includes(' IPs'));
    await waitFor('their file', () => existsSync(join(stage.profile, 'figures.json')));
    expect(await app.quit()).toBe(0);

    // The vendor does not answer at all: the figures that the application read last.
    await demo.troubles({ kind: 'hang' });
    const began = Date.now();
    const mute = await runCommand(stage, ['--status'], { env });
    expect(mute).toMatchObject({ code: 4, out: expect.stringContaining('IP balance    ') });
    expect(mute.out).toMatch(/IP balance +[\d,]+/);
    expect(Date.now() - began).toBeLessThan(22_000);
    await demo.troubles();

    await stage.desktop.setKeyring('locked');
    const lockedAt = Date.now();
    expect((await runCommand(stage, ['--status', '--json'], { env })).code).toBe(2);
    expect(Date.now() - lockedAt).toBeLessThan(10_000);
    const after = await stage.launch({ env, args: ['--hidden'] });
    expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
    await after.quit();
  });
});
