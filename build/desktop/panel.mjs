// A real panel (xfce4-panel) on a desktop, with the settings in panel/.
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from './wait-for.mjs';

/**
 * Starts the panel and waits until it shows tray items. The desktop needs a home folder of its own.
 * @param {import('./context.mjs').DesktopContext} context
 * @param {Awaited<ReturnType<typeof import('./tray.mjs').openTray>>} tray
 */
export async function openPanel({ env, log, start }, tray) {
  fs.cpSync(path.join(import.meta.dirname, 'panel'), env.XDG_CONFIG_HOME, { recursive: true });
  start('xfce4-panel', ['--disable-wm-check'], ['ignore', log, log]);
  await waitFor('the panel', () => tray.owned('org.kde.StatusNotifierWatcher'));
}
