// The X display of a desktop and its window manager.
import fs from 'node:fs';
import path from 'node:path';
import { waitFor } from './wait-for.mjs';

/**
 * Starts Xvfb and openbox, and sets DISPLAY. `size`: such as 1280x800. With `hasFile`, Xvfb writes its picture to Xvfb_screen0 in the desktop's folder.
 * @param {import('./context.mjs').DesktopContext} context
 * @param {string} size
 * @param {boolean} hasFile
 */
export async function openDisplay({ folder, env, log, start, firstLine }, size, hasFile) {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  if (hasFile) args.push('-fbdir', folder);
  const server = start('Xvfb', args, ['ignore', 'ignore', log, 'pipe']);
  env.DISPLAY = `:${await firstLine(server, server.stdio[3], 'the X display')}`;
  const ready = path.join(folder, 'window-manager-ready');
  start('openbox', ['--sm-disable', '--startup', `touch ${ready}`], ['ignore', log, log]);
  await waitFor('the window manager', () => fs.existsSync(ready));
}
