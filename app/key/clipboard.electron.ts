// The clipboard, in whichever shape Electron has it: plain values (33) or promises (44 and later). Awaiting serves both.
import { clipboard } from 'electron';

/** The clipboard's plain text; empty when there is none. */
export async function readClipboardText(): Promise<string> {
  return await clipboard.readText();
}
