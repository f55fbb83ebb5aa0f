// Starting with the session: Electron does it on macOS and Windows; on Linux it is a file in the autostart folder. When
// NineTray runs from its sources, nothing is written.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { formerApplicationId } from '../model/application-id';
import { ok, type Result } from '../model/problem';
import { writeAtomically } from './files/atomic-file';
import { problemOfDisk } from './files/disk-error';
import { carryOverAutostart } from './former-autostart';
import { autostartEntry, autostartName } from './login-item';

/** Turns starting at login on or off. In development it would start Electron without the application, so there it does nothing. */
export function applyStartAtLogin(on: boolean): Result<void> {
  if (!app.isPackaged) return ok(undefined);
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: ['--hidden'] });
    return ok(undefined);
  }
  const folder = autostartFolder();
  const file = join(folder, autostartName);
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

/**
 * What a NineTray of the former name registered to start at login goes by the present name from now on. `wanted`: the
 * setting. Answers what was done, for the log, or null where there was nothing to do.
 */
export function carryOverStartAtLogin(wanted: boolean): Result<string | null> {
  if (!app.isPackaged) return ok(null);
  try {
    if (process.platform === 'linux') {
      const done = carryOverAutostart(autostartFolder());
      return ok(done === 'nothing' ? null : done);
    }
    // On Windows an entry is named after the AppUserModelID; on macOS the system knows the application itself.
    if (process.platform !== 'win32') return ok(null);
    const { launchItems } = app.getLoginItemSettings();
    if (!launchItems.some(({ name }) => name === formerApplicationId)) return ok(null);
    // First the present one: a process that is killed in between leaves two, never none.
    const applied = applyStartAtLogin(wanted);
    if (!applied.ok) return applied;
    app.setLoginItemSettings({ name: formerApplicationId, openAtLogin: false });
    return ok('renamed');
  } catch (error) {
    return { ok: false, problem: problemOfDisk(error) };
  }
}

function autostartFolder(): string {
  return join(app.getPath('appData'), 'autostart');
}
