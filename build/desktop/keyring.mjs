// The keyring of a desktop (gnome-keyring). The desktop needs a home folder of its own: the user's keyring is never touched.
import fs from 'node:fs';
import path from 'node:path';
import { endAll, tree } from './processes.mjs';
import { waitFor } from './wait-for.mjs';

/**
 * A keyring that is absent until `setState` says otherwise.
 * @param {import('./context.mjs').DesktopContext} context
 * @param {Awaited<ReturnType<typeof import('./tray.mjs').openTray>>} tray
 */
export function createKeyring({ env, log, start }, tray) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let daemon = null;
  const isRunning = () => tray.owned('org.freedesktop.secrets');

  async function run(password) {
    const unlock = password === null ? [] : ['--unlock'];
    const started = start(
      'gnome-keyring-daemon',
      ['--foreground', '--components=secrets', ...unlock],
      ['pipe', log, log],
    );
    started.stdin.on('error', () => {}); // a daemon that ended is noticed by the wait below
    started.stdin.end(password ?? '');
    await waitFor('the keyring', isRunning);
    daemon = started;
  }

  async function stop() {
    if (daemon === null) return;
    const { pid } = daemon;
    daemon = null;
    await endAll(() => tree(pid));
    await waitFor('the keyring to end', async () => !(await isRunning()));
  }

  return {
    /**
     * Changes the keyring's state. Its contents are kept from one state to the next.
     * @param {'unlocked' | 'locked' | 'absent'} state
     */
    async setState(state, password = 'correct horse') {
      await stop();
      if (state === 'absent') return;
      const exists = fs.existsSync(path.join(env.XDG_DATA_HOME, 'keyrings', 'login.keyring'));
      if (state === 'unlocked' || !exists) await run(password);
      if (state === 'unlocked') return;
      if (!exists) await stop();
      await run(null);
    },
  };
}
