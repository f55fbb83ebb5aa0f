// The account's API key: one at a time; a new one kills the old one at once.
// Must not print or log a key.
import type { Random } from './random';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export class Keys {
  readonly #random: Random;
  #current: string;
  /** Old keys that a trouble switch keeps alive for a while, with the Unix second of their death. */
  #dying: { key: string; until: number }[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.#current = random.text(alphabet, 40);
  }

  get current(): string {
    return this.#current;
  }

  /** The new key. The old one is dead at once, or after `oldSurvives` seconds from `now`. */
  regenerate(now: number, oldSurvives = 0): string {
    this.#dying = this.#dying.filter((old) => old.until > now);
    if (oldSurvives > 0) this.#dying.push({ key: this.#current, until: now + oldSurvives });
    this.#current = this.#random.text(alphabet, 40);
    return this.#current;
  }

  accepts(key: string, now: number): boolean {
    return key === this.#current || this.#dying.some((old) => old.key === key && now < old.until);
  }
}
