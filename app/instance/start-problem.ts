// Why the application cannot start on its profile folder, when Chromium's lock says no more than that.
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import type { StartProblem } from '../model/start-problem';
import { isWritableFolder } from './temp-folder';

/** What is wrong with the folder itself; `locked`: nothing visible, so another start may hold the lock. */
export function startProblem(profile: string): StartProblem {
  let folder = profile;
  while (!fs.existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  if (!isWritableFolder(folder)) return { kind: 'profile-read-only', folder };
  const lock = join(profile, 'SingletonLock');
  const isOdd = fs.lstatSync(lock, { throwIfNoEntry: false })?.isSymbolicLink() === false;
  return isOdd ? { kind: 'lock-in-the-way', file: lock } : { kind: 'locked' };
}
