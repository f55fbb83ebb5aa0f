// Chooses a folder for temporary files that sockets fit into. Chromium aborts at the start where its own socket's path in TMPDIR is
// too long (seen with Electron 33 and a TMPDIR of 80 characters).
import { accessSync, constants, statSync } from 'node:fs';

/** The longest path of a socket, in bytes: 103 on macOS, 107 on Linux. */
const LONGEST_SOCKET_PATH = 103;
/** What Chromium adds to TMPDIR: `/.org.chromium.Chromium.XXXXXX/SingletonSocket`. */
const CHROMIUM_ADDS = 46;

/** Whether a socket at this path can exist. A longer path is cut by some systems, and the socket would be in another folder. */
export function isSocketPath(path: string): boolean {
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH;
}

/**
 * What TMPDIR should be instead of `given`; null: it is fine as it is, or nothing is better.
 * @param isUsable whether a path is a folder that can be written to
 */
export function betterTempFolder(
  given: string | undefined,
  isUsable: (path: string) => boolean = isWritableFolder,
): string | null {
  if (given === undefined || given === '') return null;
  const isFine = given.startsWith('/') && Buffer.byteLength(given) + CHROMIUM_ADDS <= LONGEST_SOCKET_PATH;
  if (isFine && isUsable(given)) return null;
  return ['/tmp', '/var/tmp'].find(isUsable) ?? null;
}

/** Whether this is a folder that this process can write to. */
export function isWritableFolder(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
