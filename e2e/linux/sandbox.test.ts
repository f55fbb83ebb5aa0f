// The system's own sandbox around a window. Chromium refuses it to root, so here the application runs as another user.
// Playwright must not be used: it would change the sandbox.
import { spawn } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();
/** "nobody", by the number that it has everywhere. */
const unprivileged = 65534;
const isRoot = process.getuid?.() === 0;
const place = mkdtempSync(join(tmpdir(), 'ninetray-sandbox-'));
let pid = 0;

afterAll(async () => {
  if (pid !== 0) await endAll(() => tree(pid));
  rmSync(place, { recursive: true, force: true });
});

/** Root's own folders are closed to others, so they get a copy of Electron and of the built application. */
function forAnotherUser(): { electron: string; folder: string; home: string } {
  const executable = inject('electron').path;
  const home = join(place, 'home');
  mkdirSync(home);
  if (!isRoot) return { electron: executable, folder: root, home };
  const dist = join(place, 'electron');
  cpSync(dirname(executable), dist, { recursive: true });
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/icons']) {
    cpSync(join(root, part), join(place, 'app', part), { recursive: true });
  }
  for (const folder of [place, home]) chownSync(folder, unprivileged, unprivileged);
  return { electron: join(dist, basename(executable)), folder: join(place, 'app'), home };
}

function proc(id: number, file: string): string {
  return readFileSync(`/proc/${id}/${file}`, 'utf8');
}

it('every window runs behind a system call filter and cannot gain privileges', async () => {
  const { electron, folder, home } = forAnotherUser();
  const command = [electron, '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`, folder, '--demo=3'];
  const as = isRoot
    ? ['setpriv', `--reuid=${unprivileged}`, `--regid=${unprivileged}`, '--clear-groups', ...command]
    : command;
  // The session bus is for its own user alone; without one the application opens as a window.
  const { DBUS_SESSION_BUS_ADDRESS: _, XDG_RUNTIME_DIR: __, ...env } = stage.env;
  const child = spawn(as[0] ?? '', as.slice(1), {
    cwd: home,
    env: { ...env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home },
    stdio: 'ignore',
  });
  if (child.pid === undefined) throw new Error('It could not be started.');
  pid = child.pid;
  const renderer = await waitFor('a window’s process', () =>
    tree(pid).find((id) => proc(id, 'cmdline').includes('--type=renderer')),
  );
  const filtered = await waitFor('the filter', () => {
    const status = proc(renderer, 'status');
    return /^Seccomp:\s*2$/m.test(status) ? status : null;
  });
  expect(filtered).toMatch(/^NoNewPrivs:\s*1$/m);
  expect(proc(renderer, 'cmdline')).not.toContain('--no-sandbox');
});
