// The system's own sandbox around a window, and what NineTray says without it. Chromium refuses it to root, so here the
// application runs as another user.
import { spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startupTexts } from '../../app/texts/startup';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { openAccountWindow } from '../harness/account';
import { agreeToNoSandbox } from '../harness/packaged-app';
import { popoverOf } from '../harness/popover';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();
/** "nobody", by the number that it has everywhere. */
const unprivileged = 65534;
const isRoot = process.getuid?.() === 0;
const place = mkdtempSync(join(tmpdir(), 'ninetray-sandbox-'));
const home = join(place, 'home');
/** Starts Electron as a user who is not root. */
const program = join(place, 'electron-as-user');
/** The application's folder, which that user can read. */
let folder = root;
let pid = 0;

beforeAll(() => {
  mkdirSync(home);
  let electron = inject('electron').path;
  const command = [];
  if (isRoot) {
    // Root's own folders are closed to others, so they get a copy of Electron and of the built application.
    const dist = join(place, 'electron');
    cpSync(dirname(electron), dist, { recursive: true });
    electron = join(dist, basename(electron));
    folder = join(place, 'app');
    for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/icons']) {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    }
    command.push('setpriv', `--reuid=${unprivileged}`, `--regid=${unprivileged}`, '--clear-groups');
  }
  writeFileSync(program, `#!/bin/sh\nexec ${[...command, `'${electron}'`].join(' ')} "$@"\n`, { mode: 0o755 });
  give(place, home);
});

afterAll(async () => {
  if (pid !== 0) await endAll(() => tree(pid));
  rmSync(place, { recursive: true, force: true });
});

/** Makes that user the owner. */
function give(...paths: readonly string[]): void {
  if (isRoot) for (const path of paths) chownSync(path, unprivileged, unprivileged);
}

/** The session bus is for its own user alone; without one the application opens as a window. */
const ownEnv = {
  DBUS_SESSION_BUS_ADDRESS: undefined,
  XDG_RUNTIME_DIR: undefined,
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_CACHE_HOME: home,
  XDG_DATA_HOME: home,
};

function proc(id: number, file: string): string {
  return readFileSync(`/proc/${id}/${file}`, 'utf8');
}

const windowOf = (id: number) =>
  waitFor('a window’s process', () => tree(id).find((each) => proc(each, 'cmdline').includes('--type=renderer')));

// Without Playwright, which would change the sandbox.
it('every window runs behind a system call filter and cannot gain privileges', async () => {
  const child = spawn(program, ['--disable-gpu', `--user-data-dir=${join(home, 'profile')}`, folder, '--demo=3'], {
    cwd: home,
    env: { ...stage.env, ...ownEnv },
    stdio: 'ignore',
  });
  if (child.pid === undefined) throw new Error('It could not be started.');
  pid = child.pid;
  const renderer = await windowOf(pid);
  const filtered = await waitFor('the filter', () => {
    const status = proc(renderer, 'status');
    return /^Seccomp:\s*2$/m.test(status) ? status : null;
  });
  expect(filtered).toMatch(/^NoNewPrivs:\s*1$/m);
  expect(proc(renderer, 'cmdline')).not.toContain('--no-sandbox');
});

it('without the sandbox, both windows and --status say so to a user who agreed, and one who did not gets nothing', async () => {
  const status = (profile: string, ...more: string[]) =>
    runCommand(stage, ['--no-sandbox', folder, '--status', ...more], { executable: program, profile, env: ownEnv });
  const refused = await status(join(home, 'new'));
  expect([refused.code, refused.out]).toEqual([2, '']);
  expect(refused.err).toContain(startupTexts.noSandboxInTerminal);

  const profile = join(home, 'agreed');
  agreeToNoSandbox(profile);
  give(profile, join(profile, 'settings.json'));
  const app = await stage.launch({
    program,
    folder,
    profile,
    switches: ['--no-sandbox'],
    args: ['--demo=3'],
    env: ownEnv,
  });
  const popover = await popoverOf(app);
  await popover.getByText(startupTexts.noSandboxBanner).waitFor();
  const account = await openAccountWindow(app, popover);
  await account.getByText(startupTexts.noSandboxBanner).waitFor();
  // It is true.
  expect(proc(await windowOf(app.pid), 'cmdline')).toContain('--no-sandbox');

  expect((await status(profile)).out).toContain(startupTexts.noSandboxLine);
  expect(JSON.parse((await status(profile, '--json')).out)).toMatchObject({ sandboxed: false });
});
