// Electron's clipboard for texts that are not secret, and for a key that the user pastes. No call of a window may
// return the clipboard's text.
import { clipboard } from 'electron';
import { failed, ok, type Result } from '../../model/problem';

/** The clipboard's plain text; empty when there is none. */
export async function readClipboardText(): Promise<string> {
  return await clipboard.readText();
}

/** Copies a text that is not a secret. */
export async function copyText(text: string): Promise<Result<void>> {
  try {
    await clipboard.writeText(text);
    return ok(undefined);
  } catch {
    return failed({ kind: 'clipboard-failed' });
  }
}
