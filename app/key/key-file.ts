// Writes a secret to a file of the user's choice, which no other user can read at any moment.
// It follows no symlink at that name, and leaves neither half a file nor a stray copy.
import fs from 'node:fs';
import { failed, ok, type Result } from '../model/problem';
import { writeAtomically } from '../settings/files/atomic-file';
import { diskReason } from '../settings/files/disk-error';

/**
 * Writes exactly `text` to `path`, mode 0600 from the first byte, in place of a file or a symlink that had the name. On Windows the file
 * has the access rules of its folder, in the user's own folders: theirs alone. Fails with file-not-written; what was there before is
 * unchanged then.
 */
export function writeKeyFile(path: string, text: string): Result<void> {
  try {
    writeAtomically(path, text, { check: requirePrivate });
    return ok(undefined);
  } catch (error) {
    return failed({
      kind: 'file-not-written',
      why: error instanceof NotPrivateError ? 'not-private' : diskReason(error),
    });
  }
}

class NotPrivateError extends Error {}

/** Some media have no owners (a USB stick, a network share) and let everyone read, whatever mode is requested. */
function requirePrivate(file: number): void {
  if (process.platform !== 'win32' && (fs.fstatSync(file).mode & 0o077) !== 0) throw new NotPrivateError();
}
