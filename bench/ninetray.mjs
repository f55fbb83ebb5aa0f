// NineTray with a made-up account, driven as a page: for measuring what is within its windows.
import path from 'node:path';
import { _electron } from 'playwright-core';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { startServer } from './applications.mjs';

/**
 * Starts an Electron application with a profile of its own.
 * @param {string} folder of the application
 * @param {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @param {string} id names the profile
 * @param {{ path: string }} electron
 * @param {Record<string, string>} [env]
 */
export async function launch(folder, desktop, id, electron, env = {}) {
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const profile = path.join(desktop.folder, 'profiles', id);
  return await _electron.launch({
    executablePath: electron.path,
    args: [...sandbox, '--disable-gpu', `--user-data-dir=${profile}`, folder],
    env: { ...desktop.env, ...env },
    chromiumSandbox: true,
  });
}

/** The window whose address has this part. */
export async function pageAt(app, part) {
  return await waitFor(`a window at ${part}`, () => app.windows().find((window) => window.url().includes(part)));
}

/**
 * NineTray with the key of a server of its own, which has so many sub-accounts; its figures were read.
 * @param {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @param {{ path: string }} electron
 * @param {number} size
 * @param {string} folder with the build
 */
export async function openNinetray(desktop, electron, size, folder) {
  const server = await startServer(['--size', String(size)]);
  const app = await launch(folder, desktop, `ninetray-${size}`, electron, { NINETRAY_API_URL: server.origin });
  const popover = await pageAt(app, 'popover');
  const call = async (name, input) => {
    const answer = await popover.evaluate(([n, i]) => globalThis.ninetray.call(n, i), [name, input]);
    if (!answer.ok) throw new Error(`${name}: ${answer.problem.kind}`);
    return answer.value;
  };
  const { ticket } = await call('key.check', { text: server.key });
  await call('key.keep', { ticket, storage: 'session', consent: false });
  await waitFor('the figures', async () => (await call('state.read')).state.subAccounts.count.value === size);
  async function close() {
    await app.close();
    server.stop();
  }
  return { app, popover, call, server, close };
}
