// The system's clipboard over both shapes of Electron's: plain values (33) or promises (44 and later). The text is never lost for the sake of
// a mark beside it. When Electron 33 goes, `itemOf` is always there and every call returns a promise.
import { createHash, timingSafeEqual } from 'node:crypto';

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

/** Electron's clipboard, as far as it is used. `write` takes items in 44 and later only; `has` means raw formats there. */
export interface SystemClipboard<Item> {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  write(items: Item[]): void | Promise<void>;
  has(type: string): boolean | Promise<boolean>;
  clear(): void | Promise<void>;
}

export interface ClipboardOptions<Item> {
  system: SystemClipboard<Item>;
  /**
   * Makes an item out of formats and contents; null before 44. There, marks cannot be set: `writeBuffer` replaces the whole
   * clipboard, the text with it, and `write` knows only formats of its own (tried on 33.2.1 under X11).
   */
  itemOf: ((formats: Record<string, string | Blob>) => Item) | null;
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

/** The clipboard of this platform, whichever shape `system` has. */
export function createClipboard<Item>({ system, itemOf, platform }: ClipboardOptions<Item>): Clipboard {
  const marks = Object.entries(concealedFormats(platform)).map(
    ([format, bytes]) => [rawFormat(format), new Blob([bytes])] as const,
  );

  async function writeMarked(text: string, toItem: (formats: Record<string, string | Blob>) => Item): Promise<boolean> {
    try {
      await system.write([toItem({ 'text/plain': text, ...Object.fromEntries(marks) })]);
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
    readText: async () => await system.readText(),
    async writeSecret(text) {
      if (itemOf !== null && (await writeMarked(text, itemOf))) return { concealed: await hasAllMarks() };
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

/** Whether two texts are the same, in a time that does not depend on how much of them is. */
export function sameText(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** The same, but for how lines end: Windows may end them in its own way. */
export function sameLines(one: string, other: string): boolean {
  return sameText(withPlainEnds(one), withPlainEnds(other));
}

/** The text with its lines ended as NineTray ends them. */
export function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
