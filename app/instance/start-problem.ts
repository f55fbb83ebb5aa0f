// Why the application cannot start on its profile folder, when Chromium's lock says no more than that.
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { isWritableFolder } from './temp-folder';

export type StartProblem =
  | { kind: 'profile-read-only'; folder: string }
  /** The right folder could not be made, so Electron uses another one or none. */
  | { kind: 'profile-not-used'; folder: string }
  /** Another NineTray runs on the folder and does not answer. */
  | { kind: 'no-answer'; pid: number }
  /** What Chromium's lock is made of cannot be used. */
  | { kind: 'lock-in-the-way'; file: string }
  | { kind: 'locked' };

/** What stands in the way in the folder itself; `locked`: nothing that can be seen, so another start may hold the lock. */
export function startProblem(profile: string): StartProblem {
  let folder = profile;
  while (!fs.existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!isWritableFolder(folder)) return { kind: 'profile-read-only', folder };
  const lock = join(profile, 'SingletonLock');
  const isOdd = fs.lstatSync(lock, { throwIfNoEntry: false })?.isSymbolicLink() === false;
  return isOdd ? { kind: 'lock-in-the-way', file: lock } : { kind: 'locked' };
}
