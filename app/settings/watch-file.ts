// Says when a file of a folder was written, by whomever. Must not read it.
import { watch } from 'node:fs';

/** An editor writes a file in several steps (ms). */
const SETTLED_AFTER = 200;

/**
 * Calls `written` a little after `name` in `folder` was written or replaced. Returns what stops it. Where the folder cannot be watched
 * (a network's folder, too many watches) nothing is ever said: an edit counts from the next start on.
 */
export function watchFile(
  folder: string,
  name: string,
  after: (ms: number, run: () => void) => () => void,
  written: () => void,
): () => void {
  let cancel: () => void = () => undefined;
  try {
    // The folder and not the file: a file that is replaced is another one afterwards.
    const watcher = watch(folder, { persistent: false }, (_event, file) => {
      if (file !== name) return;
      cancel();
      cancel = after(SETTLED_AFTER, written);
    });
    watcher.on('error', () => watcher.close());
    return () => {
      cancel();
      watcher.close();
    };
  } catch {
    return () => undefined; // as said above
  }
}
