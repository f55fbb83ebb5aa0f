// The system's clipboard in whichever shape Electron has it. When the fallback to Electron 33 goes, move it to app/key/clipboard/ with
// `createClipboard` alone.
import electron, { clipboard } from 'electron';
import { type Clipboard, createClipboard } from '../key/clipboard/clipboard';
import { plainClipboard } from './clipboard';

/** The system's clipboard. After `ready` only. */
export function systemClipboard(): Clipboard {
  // Looked up when it runs: before 44 there is no such class, and an import by name would fail.
  if (!('ClipboardItem' in electron)) return plainClipboard(clipboard);
  return createClipboard({
    system: clipboard,
    itemOf: (formats) => new electron.ClipboardItem(formats),
    platform: process.platform,
  });
}
