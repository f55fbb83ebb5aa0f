// A key that 9Proxy refused to a consumer: whether that may be the end of the old key, so that requests wait for the new one, and when the
// account is read because of it.
import type { AppState } from '../model/state/app-state';
import { dyingIn } from './situation';

/** Outside of a regeneration the account is read at most this often because a consumer was refused (ms). */
const checkEvery = 60_000;

interface RefusedKeysPorts {
  state(): Pick<AppState, 'source' | 'key' | 'generation' | 'rotation'>;
  now(): number;
  /** Reads the account now. */
  readAccount(): void;
}

export class RefusedKeys {
  readonly #ports: RefusedKeysPorts;
  #suspect: number | null = null;
  #checkedAt: number | null = null;

  constructor(ports: RefusedKeysPorts) {
    this.#ports = ports;
  }

  /** The generation of a key that was refused, while it is not yet known whether it is dead; null: none. */
  get suspect(): number | null {
    return this.#suspect;
  }

  /** The key of this generation was refused: true where the request is to be sent again, with the key that is in use then. */
  refused(generation: number): boolean {
    const { state, now, readAccount } = this.#ports;
    // Another key is in use by now.
    if (generation !== state().generation) return true;
    if (dyingIn(state()) !== null) {
      this.#suspect = generation;
      readAccount();
      return true;
    }
    const since = this.#checkedAt === null ? null : now() - this.#checkedAt;
    // Below 0: the clock was set back.
    if (since === null || since >= checkEvery || since < 0) {
      this.#checkedAt = now();
      readAccount();
    }
    return false;
  }

  /** The account answered with the key in use. */
  answered(): void {
    this.#suspect = null;
  }
}
