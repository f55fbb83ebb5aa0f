// How a key is stored, in words: what first run offers and what settings explain. One place, so that both say the same.
// Words only: which ways exist on a computer is decided in app/key.
import type { KeyStorage } from '../model/key-storage';
import english from './en/key-storage.json';
import { texts } from './texts';

const words = texts('key-storage', english);

/** The name of a way to store a key. */
export const keepingTitle: Readonly<Record<KeyStorage, string>> = words.title;

/** A keyring's name in a sentence. `keyring`: its name as Electron reports it; null: not known. */
export function keyringName(keyring: string | null): string {
  switch (keyring) {
    case 'gnome_libsecret':
      return words.keyring.gnome;
    case 'kwallet':
    case 'kwallet5':
    case 'kwallet6':
      return words.keyring.kwallet;
    case 'keychain':
      return words.keyring.macos;
    case 'dpapi':
      return words.keyring.windows;
    default:
      return words.keyring.other;
  }
}

/** One line on what a way to store a key means. `keyring` as in `keyringName`. */
export function keepingLine(keeping: KeyStorage, keyring: string | null): string {
  return keeping === 'protected' ? words.line.protected({ keyring: keyringName(keyring) }) : words.line[keeping];
}
