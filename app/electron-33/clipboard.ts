// The clipboard of Electron 33, whose calls return plain values. Delete it with the fallback to Electron 33.
import type { Clipboard } from '../key/clipboard/clipboard';

/** Electron's clipboard, as far as it is used: with plain values before 44, but its types are those of the newest Electron. */
export interface PlainClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

/**
 * The clipboard as the port. The marks for clipboard histories cannot be set beside a text: `writeBuffer` replaces the whole clipboard,
 * the text with it, and `write` knows only formats of its own (tried on 33.2.1 under X11).
 */
export function plainClipboard(system: PlainClipboard): Clipboard {
  // `async` turns what the calls throw into rejections.
  return {
    readText: async () => await system.readText(),
    async writeSecret(text) {
      await system.writeText(text);
      return { concealed: false };
    },
    clear: async () => await system.clear(),
  };
}
