// The login item of this system.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { formerApplicationId } from '../../model/application-id';
import { ok, type Result } from '../../model/problem';
import { problemOfDisk } from '../files/disk-error';
import { autostartName } from './autostart-entry';
import { createAutostart } from './autostart-file';
import { carryOverAutostart } from './former-autostart';
import { type LoginItem, noLoginItem } from './login-item';
import { ownProgram } from './own-program';
import { createMacLoginItem, createWindowsLoginItem } from './system-login-item';

/** The login item. `comment`: what a Linux desktop shows below the name of the entry. */
export function openLoginItem(comment: () => string): LoginItem {
  if (!app.isPackaged) return noLoginItem;
  const { platform, execPath, env } = process;
  const program = ownProgram({ platform, execPath, env, realPath: realpathSync });
  if (platform === 'darwin') return createMacLoginItem(app);
  if (platform === 'win32') return createWindowsLoginItem(app, program);
  return createAutostart({ file: join(autostartFolder(), autostartName), program, comment });
}

/** Whether macOS started the application with the session; other systems pass an argument. */
export function wasOpenedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
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
    const applied = openLoginItem(() => '').set(wanted);
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
