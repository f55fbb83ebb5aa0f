// Links that lead to no file: users keep their settings elsewhere, and a folder that is not mounted today must not cost them the link.
import fs from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The code of an error about a link that leads nowhere; `target` of the error is where it leads. */
const BROKEN_LINK = 'EBROKENLINK';
/** More links in a row than any system follows. */
const MOST_LINKS = 40;

/** Where the link at `path` leads when nothing is there; null when `path` is no link, or leads to something. */
export function missingTarget(path: string): string | null {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const stats = attempt(() => fs.lstatSync(target, { throwIfNoEntry: false }));
    if (stats === undefined || stats === null) return links === 0 ? null : target;
    if (!stats.isSymbolicLink()) return null;
    const folder = attempt(() => fs.realpathSync(dirname(target))) ?? dirname(target);
    target = resolve(folder, fs.readlinkSync(target));
  }
  return target; // a circle
}

/**
 * The file to replace so that a write goes through the links at `path`, whether it exists or not; `path` itself where nothing is there.
 * Throws `brokenLink` where its folder is missing, or the links lead in a circle.
 */
export function behindLinks(path: string): string {
  const target = missingTarget(path);
  if (target === null) return attempt(() => fs.realpathSync(path)) ?? path;
  const isFolder = attempt(() => fs.statSync(dirname(target)).isDirectory()) === true;
  const isCircle = attempt(() => fs.lstatSync(target)) !== null;
  if (!isFolder || isCircle) throw brokenLink(target);
  return target;
}

/** The error for a link that leads to `target`, where nothing is. */
export function brokenLink(target: string): Error {
  return Object.assign(new Error('A link leads to no file.'), { code: BROKEN_LINK, target });
}

/** Where the link of a `brokenLink` error leads; null for any other error. */
export function targetOfBrokenLink(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== BROKEN_LINK) return null;
  return 'target' in error && typeof error.target === 'string' ? error.target : '';
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null; // not there, or out of reach
  }
}
