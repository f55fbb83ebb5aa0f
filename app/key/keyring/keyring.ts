// Uses the system's keyring without ever blocking the application, even while a password prompt is open.
// It decides only where a call is made; what is encrypted, and whether that protects anything, is for the vault.
import type { Readiness } from './keyring-linux';
import type { SafeStorage } from './safe-storage';

/** A second process that makes the calls, for an Electron whose safeStorage blocks. */
export interface KeyringHelper {
  safeStorage: SafeStorage;
  /** Ends the process; calls under way reject. A prompt that it opened is left to the system. */
  end(): void;
}

export interface Circumstances {
  platform: NodeJS.Platform;
  /** The keyring's own name. */
  backend: string;
  /** Whether a call to safeStorage blocks this process. */
  blocking: boolean;
  readiness: Readiness;
  /** Whether the user asked for the keyring just now, so that a prompt is expected. */
  asked: boolean;
}

/** Where to call safeStorage: in this process, in one aside that may wait for a prompt, not now, or not at all. */
export function placeOfCall(now: Circumstances): 'here' | 'aside' | 'not-now' | 'nowhere' {
  if (now.platform !== 'linux') return 'here';
  if (now.readiness === 'absent' || isNoKeyring(now.backend)) return 'nowhere';
  if (now.readiness === 'would-prompt' && !now.asked) return 'not-now';
  if (!now.blocking) return 'here';
  // KWallet may ask whether this application may use an open wallet, and a process that failed once (a prompt cancelled)
  // keeps failing: Chromium remembers. So only the plain case is called in place.
  return now.readiness === 'open' && now.backend === 'gnome_libsecret' && !now.asked ? 'here' : 'aside';
}

/** Electron's names for "there is no keyring": what is encrypted then is encrypted with a public constant. */
export function isNoKeyring(backend: string): boolean {
  return backend === 'basic_text' || backend === 'unknown';
}

export interface KeyringOptions {
  platform: NodeJS.Platform;
  safeStorage: SafeStorage;
  /** Linux: the state of the named keyring, found out without a prompt. */
  readiness: (backend: string) => Promise<Readiness>;
  startHelper: () => KeyringHelper;
}

export interface Keyring {
  /** The keyring's own name; valid after `ready`. */
  backend(): string;
  /** How the keyring stands now; `open` where it cannot be determined in advance (macOS, Windows). */
  readiness(): Promise<Readiness>;
  /**
   * Does `work` with the keyring. `locked`: it was not tried, since it would open an unexpected prompt; or it was
   * cancelled through `signal`. `absent`: there is no keyring. What `work` throws is thrown.
   */
  use<T>(
    options: { asked: boolean; signal: AbortSignal },
    work: (safeStorage: SafeStorage) => Promise<T>,
  ): Promise<{ status: 'used'; value: T } | { status: 'locked' } | { status: 'absent' }>;
}

export function createKeyring(options: KeyringOptions): Keyring {
  const { platform, safeStorage } = options;

  async function readiness(): Promise<Readiness> {
    if (platform !== 'linux') return 'open';
    const backend = safeStorage.backend();
    return isNoKeyring(backend) ? 'absent' : options.readiness(backend);
  }

  return {
    backend: () => safeStorage.backend(),
    readiness,
    async use({ asked, signal }, work) {
      const place = placeOfCall({
        platform,
        backend: safeStorage.backend(),
        blocking: safeStorage.blocking,
        readiness: await readiness(),
        asked,
      });
      if (place === 'nowhere') return { status: 'absent' };
      if (place === 'not-now' || signal.aborted) return { status: 'locked' };
      const aside = place === 'aside' ? options.startHelper() : null;
      try {
        const value = await givenUp(signal, work(aside?.safeStorage ?? safeStorage));
        return value === GIVEN_UP ? { status: 'locked' } : { status: 'used', value };
      } finally {
        aside?.end();
      }
    },
  };
}

const GIVEN_UP = Symbol('given up');

/** `promise`, or GIVEN_UP as soon as `signal` fires: a prompt cannot be withdrawn, but need not be waited for. */
function givenUp<T>(signal: AbortSignal, promise: Promise<T>): Promise<T | typeof GIVEN_UP> {
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(GIVEN_UP);
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
