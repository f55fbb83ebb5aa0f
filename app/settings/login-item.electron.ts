// Starting with the session: Electron does it on macOS and Windows; on Linux it is a file in the autostart folder. When
// NineTray runs from its sources, nothing is written.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { ok, type Result } from '../model/problem';
import { writeAtomically } from './files/atomic-file';
import { problemOfDisk } from './files/disk-error';
import { autostartEntry } from './login-item';

/** Turns starting at login on or off. In development it would start Electron without the application, so there it does nothing. */
export function applyStartAtLogin(on: boolean): Result<void> {
  if (!app.isPackaged) return ok(undefined);
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: ['--hidden'] });
    return ok(undefined);
  }
  const folder = join(app.getPath('appData'), 'autostart');
  const file = join(folder, 'ninetray.desktop');
  try {
    if (on) {
      mkdirSync(folder, { recursive: true });
      writeAtomically(file, autostartEntry([process.env['APPIMAGE'] ?? process.execPath, '--hidden']));
    } else rmSync(file, { force: true });
    return ok(undefined);
  } catch (error) {
    return { ok: false, problem: problemOfDisk(error) };
  }
}
