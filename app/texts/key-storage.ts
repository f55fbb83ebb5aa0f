// How a key is kept, in words: what first run offers and what settings explain. One place, so that both say the same.
// Words only: which ways exist on a computer is decided in app/key.
import type { KeyStorage } from '../model/key-storage';

/** The keyring's own name as Electron reports it, in the words its people use for it. */
export function keyringName(keyring: string | null): string {
  switch (keyring) {
    case 'gnome_libsecret':
      return 'GNOME Keyring';
    case 'kwallet':
    case 'kwallet5':
    case 'kwallet6':
      return 'KWallet';
    case 'keychain':
      return 'the macOS Keychain';
    case 'dpapi':
      return 'Windows data protection';
    default:
      return 'the system’s keyring';
  }
}

/** The name of a way to keep a key. */
export const keepingTitle: Record<KeyStorage, string> = {
  protected: 'Protected',
  session: 'This session only',
  unprotected: 'Unprotected',
};

/** One line on what a way to keep a key means. `keyring` as in `keyringName`. */
export function keepingLine(keeping: KeyStorage, keyring: string | null): string {
  switch (keeping) {
    case 'protected':
      return `Encrypted on this computer by ${keyringName(keyring)}. Only your own login can read it.`;
    case 'session':
      return 'Kept in memory only. NineTray asks for it again the next time it starts.';
    case 'unprotected':
      return 'Written to disk with no real protection. Anything that reads your files can read the key.';
  }
}
