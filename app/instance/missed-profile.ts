// Detects when Electron does not use the profile folder it should. Where it cannot make the one of `--user-data-dir` it
// silently takes the usual one, perhaps with another account's key in it; where it cannot make the usual one either, it
// has none (seen with 33).
import fs from 'node:fs';
import { resolve } from 'node:path';
import type { StartProblem } from '../model/start-problem';

export interface ProfileFolders {
  /** The value of `--user-data-dir`; '' where there is none. */
  asked: string;
  usual: string;
  /** The one that Electron uses; null where it has none. */
  used: string | null;
}

/** Why this start must not continue; null when the folder is the right one. */
export function missedProfile({ asked, usual, used }: ProfileFolders): StartProblem | null {
  const right = asked === '' ? usual : asked;
  if (used !== null && (asked === '' || realPath(asked) === realPath(used))) return null;
  return { kind: 'profile-not-used', folder: resolve(right) };
}

function realPath(path: string): string {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return resolve(path); // not there (yet)
  }
}
