// Reports when a file was written, by any program, through links as well.
import { readlinkSync, realpathSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** An editor writes a file in several steps (ms). */
const SETTLED_AFTER = 200;
/** More links in a row than any system follows. */
const MOST_LINKS = 40;

/**
 * Calls `written` a little after `name` in `folder` was written or replaced, or, where it is a link, what it leads to was; and after it
 * came to lead elsewhere. Returns what stops it. Where a folder cannot be watched (a network's folder, too many watches) nothing is
 * ever said of it: an edit counts from the next start on.
 */
export function watchFile(
  folder: string,
  name: string,
  after: (ms: number, run: () => void) => () => void,
  written: () => void,
): () => void {
  let cancel: () => void = () => undefined;
  let watched = new Map<string, () => void>();

  function onChange(): void {
    cancel();
    cancel = after(SETTLED_AFTER, () => {
      follow();
      written();
    });
  }

  /** Watches each file on the way, and none that is not on it any more. */
  function follow(): void {
    const next = new Map<string, () => void>();
    for (const path of pathsTo(join(folder, name))) {
      const stop = watched.get(path) ?? watchPath(path, onChange);
      watched.delete(path);
      if (stop !== null) next.set(path, stop);
    }
    for (const stop of watched.values()) stop();
    watched = next;
  }

  follow();
  return () => {
    cancel();
    for (const stop of watched.values()) stop();
  };
}

/** The folder and not the file: a file that is replaced is another one afterwards. Null where it cannot be watched. */
function watchPath(path: string, onChange: () => void): (() => void) | null {
  try {
    const watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
      if (file === basename(path)) onChange();
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return null; // as said above
  }
}

/** The file and, where it is a link, each link after it and the file at the end. */
function pathsTo(file: string): Set<string> {
  const paths = new Set([file]);
  let path = file;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const target = attempt(() => readlinkSync(path));
    if (target === null) break;
    path = resolve(dirname(path), target);
    paths.add(path);
  }
  // A folder on the way may be a link, too.
  const end = paths.size === 1 ? null : attempt(() => realpathSync(file));
  return end === null ? paths : paths.add(end);
}

function attempt<T>(look: () => T): T | null {
  try {
    return look();
  } catch {
    return null;
  }
}
