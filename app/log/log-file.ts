// Keeps the log's path free for a regular file: opening a FIFO there would block NineTray for ever, and a link leads
// elsewhere.
import fs from 'node:fs';
import { join, parse } from 'node:path';

/**
 * Whether a log can be written at `path`: a regular file is there, or nothing. Anything else (a FIFO, a socket, a device, a link, a
 * folder) is moved to `NAME.aside.EXT` beside it; false where that is not possible.
 */
export function hasRoomForLog(path: string): boolean {
  try {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined && !found.isFile()) fs.renameSync(path, asideOf(path));
    return true;
  } catch {
    return false; // NineTray runs without a log.
  }
}

function asideOf(path: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.aside${ext}`);
}
