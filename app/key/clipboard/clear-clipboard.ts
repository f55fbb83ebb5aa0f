// Reads the clipboard, and clears a text that was recognised, with failures as values. It never clears another text.
import type { Clipboard } from './clipboard';

export type Clearing = 'cleared' | 'left-alone' | 'failed';

/** The clipboard's text; null when it cannot be read, so that it is not known whose it is. */
export async function readClipboard(clipboard: Clipboard): Promise<string | null> {
  try {
    return await clipboard.readText();
  } catch {
    return null;
  }
}

/** Clears the clipboard if `isIt` recognises its text, and checks that it is gone. */
export async function clearWhere(clipboard: Clipboard, isIt: (text: string) => boolean): Promise<Clearing> {
  const before = await readClipboard(clipboard);
  if (before === null) return 'failed';
  if (!isIt(before)) return 'left-alone';
  try {
    await clipboard.clear();
  } catch {
    return 'failed';
  }
  const after = await readClipboard(clipboard);
  return after === null || isIt(after) ? 'failed' : 'cleared';
}
