// Carries over the autostart entry of a NineTray that had another name, so that it starts once at login, not twice or
// not at all.
import fs from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../files/disk-error';
import { autostartName } from './autostart-entry';

/** Its name before NineTray's id was final. */
const formerName = 'ninetray.desktop';

/**
 * Gives the former entry in an autostart folder the present name, with all that the user or the desktop changed in it,
 * such as that it is off. Where both are there (an older NineTray ran in between), the former one is removed. Each is one
 * step of the file system: a process that is killed leaves one entry, or both for the next start.
 * Throws Node's error where the folder cannot be written.
 */
export function carryOverAutostart(folder: string): 'renamed' | 'removed' | 'nothing' {
  const former = join(folder, formerName);
  const present = join(folder, autostartName);
  if (!isThere(former)) return 'nothing';
  if (isThere(present)) {
    fs.rmSync(former, { force: true });
    return 'removed';
  }
  try {
    fs.renameSync(former, present);
  } catch (error) {
    // Another start was faster.
    if (errorCode(error) === 'ENOENT') return 'nothing';
    throw error;
  }
  return 'renamed';
}

/** A link that leads nowhere is there, too: desktops list it. */
function isThere(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
