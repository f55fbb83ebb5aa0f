// Closes the profile folder and the documents in it to other users: a backup that was restored, or a copied folder, may be open to all.
import fs from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../model/problem';
import { errorCode } from './disk-error';

export interface ProfileCheck {
  /** What was closed: "." for the folder itself, and names of files. */
  closed: string[];
  /** What the user should know: the folder or the key was open until now, or cannot be closed. */
  problem: Problem | null;
}

const OTHERS = 0o077;
/** Also of a session that is not the default one (session-files.ts). */
const KEY_FILE = /^(?:[^.]+\.)?key\..*json$/;
const DOCUMENT = /\.json$/;

/**
 * Gives the folder mode 0700 and its documents 0600 where they have more. Links are left alone. `uid`: the user's own; null where there
 * are no owners and modes (Windows), and nothing is done.
 */
export function secureProfile(folder: string, uid: number | null): ProfileCheck {
  const closed: string[] = [];
  if (uid === null) return { closed, problem: null };
  const stats = fs.statSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return { closed, problem: null };
  if (stats.uid !== uid) return { closed, problem: { kind: 'profile-exposed', why: 'not-yours' } };
  let isOpen = false;
  if ((stats.mode & OTHERS) !== 0) {
    if (tryTo(() => fs.chmodSync(folder, 0o700)) && (fs.statSync(folder).mode & OTHERS) === 0) closed.push('.');
    else isOpen = true;
  }
  for (const name of namesIn(folder)) {
    const found = closeFile(join(folder, name));
    if (found === 'closed') closed.push(name);
    if (found === 'open' && KEY_FILE.test(name)) isOpen = true;
  }
  if (isOpen) return { closed, problem: { kind: 'profile-exposed', why: 'open' } };
  const mattered = closed.some((name) => name === '.' || KEY_FILE.test(name));
  return { closed, problem: mattered ? { kind: 'profile-exposed', why: 'closed' } : null };
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).filter((name) => DOCUMENT.test(name));
  } catch {
    return []; // A folder that cannot be listed is reported when a document in it is read.
  }
}

/** By its descriptor, so that nothing can be put in the file's place between the check and the change. */
function closeFile(path: string): 'closed' | 'fine' | 'open' {
  let file: number;
  try {
    file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  } catch (error) {
    // A link, or a file that even its owner may not read: other users may not either, as far as NineTray can see.
    return errorCode(error) === 'EACCES' ? 'open' : 'fine';
  }
  try {
    const stats = fs.fstatSync(file);
    if (!stats.isFile() || (stats.mode & OTHERS) === 0) return 'fine';
    return tryTo(() => fs.fchmodSync(file, 0o600)) && (fs.fstatSync(file).mode & OTHERS) === 0 ? 'closed' : 'open';
  } finally {
    fs.closeSync(file);
  }
}

function tryTo(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false; // The caller reports that it is still open.
  }
}
