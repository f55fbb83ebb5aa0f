// The system's clipboard over Electron's (44 and later; app/electron-33/clipboard.ts has the earlier one), with the marks that clipboard
// histories respect. The text is never lost for the sake of a mark beside it.
import { sameLines } from './same-text';

export interface Clipboard {
  /** The plain text on the clipboard; empty when there is none. Rejects when the clipboard cannot be read. */
  readText(): Promise<string>;
  /**
   * Puts `text` on the clipboard, with the marks that clipboard histories respect where they can be set. `concealed`: all of
   * them are there. Rejects when nothing could be written. Whether the text arrived is for the caller to read back.
   */
  writeSecret(text: string): Promise<{ concealed: boolean }>;
  /** Empties the clipboard. */
  clear(): Promise<void>;
}

/** Electron's clipboard, as far as it is used. `has` takes the name of a raw format. */
export interface SystemClipboard<Item> {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
  write(items: Item[]): Promise<void>;
  has(type: string): Promise<boolean>;
  clear(): void | Promise<void>;
}

export interface ClipboardOptions<Item> {
  system: SystemClipboard<Item>;
  /** Makes an item from formats and contents. */
  itemOf: (formats: Record<string, string | Blob>) => Item;
  platform: NodeJS.Platform;
}

/**
 * The marks that clipboard histories respect, by the platform's own names.
 * Windows: learn.microsoft.com, "Cloud Clipboard and Clipboard History Formats" (two of them are a DWORD of 0).
 * macOS: nspasteboard.org. Linux: KDE's Klipper, and what has followed it.
 */
export function concealedFormats(platform: NodeJS.Platform): Record<string, Uint8Array<ArrayBuffer>> {
  switch (platform) {
    case 'win32':
      return {
        ExcludeClipboardContentFromMonitorProcessing: new Uint8Array([1]),
        CanIncludeInClipboardHistory: new Uint8Array(4),
        CanUploadToCloudClipboard: new Uint8Array(4),
      };
    case 'darwin':
      return { 'org.nspasteboard.ConcealedType': new Uint8Array([1]) };
    default:
      return { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') };
  }
}

/** The clipboard of this platform. */
export function createClipboard<Item>({ system, itemOf, platform }: ClipboardOptions<Item>): Clipboard {
  const marks = Object.entries(concealedFormats(platform)).map(
    ([format, bytes]) => [rawFormat(format), new Blob([bytes])] as const,
  );

  async function writeMarked(text: string): Promise<boolean> {
    try {
      await system.write([itemOf({ 'text/plain': text, ...Object.fromEntries(marks) })]);
      return sameLines(await system.readText(), text);
    } catch {
      // An Electron that refuses a mark: the text is copied without it.
      return false;
    }
  }

  async function hasAllMarks(): Promise<boolean> {
    try {
      for (const [format] of marks) if (!(await system.has(format))) return false;
      return true;
    } catch {
      // A mark that cannot be checked counts as missing; the text is there.
      return false;
    }
  }

  return {
    readText: () => system.readText(),
    async writeSecret(text) {
      if (await writeMarked(text)) return { concealed: await hasAllMarks() };
      await system.writeText(text);
      return { concealed: false };
    },
    clear: async () => await system.clear(),
  };
}

/** Electron's name, from 44 on, for a format of the platform's own. */
function rawFormat(name: string): string {
  return `electron application/osclipboard;format="${name}"`;
}
