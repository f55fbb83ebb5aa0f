// Electron's clipboard, in whichever shape it has here, for clipboard.ts to bridge.
// No call of a window may return the clipboard's text.
import electron, { clipboard } from 'electron';
import { failed, ok, type Result } from '../../model/problem';
import { type Clipboard, createClipboard } from './clipboard';

/** The system's clipboard. After `ready` only. */
export function systemClipboard(): Clipboard {
  return createClipboard({
    system: clipboard,
    // Looked up when it runs: before 44 there is no such class, and an import by name would fail.
    itemOf: 'ClipboardItem' in electron ? (formats) => new electron.ClipboardItem(formats) : null,
    platform: process.platform,
  });
}

/** The clipboard's plain text; empty when there is none. */
export async function readClipboardText(): Promise<string> {
  return await clipboard.readText();
}

/** Copies a text that is no secret. */
export async function copyText(text: string): Promise<Result<void>> {
  try {
    await clipboard.writeText(text);
    return ok(undefined);
  } catch {
    return failed({ kind: 'clipboard-failed' });
  }
}
