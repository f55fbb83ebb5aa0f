// The account's API key: one at a time; a new one kills the old one at once.
import type { Random } from './random';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export class Keys {
  readonly #random: Random;
  /** The key that the account begins with. */
  readonly first: string;
  #current: string | null;
  #madeAt: number;
  /** Old keys that a fault keeps alive for a while, with the Unix second of their death. */
  #dying: { key: string; until: number }[] = [];

  /** `madeAt`: since when there is a first key (Unix seconds). */
  constructor(random: Random, madeAt = 0) {
    this.#random = random;
    this.first = random.text(alphabet, 40);
    this.#current = this.first;
    this.#madeAt = madeAt;
  }

  /** Null where none was ever generated. */
  get current(): string | null {
    return this.#current;
  }

  /** When the current key was made (Unix seconds). */
  get madeAt(): number {
    return this.#madeAt;
  }

  /** The new key. The old one is dead at once, or after `oldSurvives` seconds from `now`. */
  regenerate(now: number, oldSurvives = 0): string {
    this.#dying = this.#dying.filter((old) => old.until > now);
    if (oldSurvives > 0 && this.#current !== null) this.#dying.push({ key: this.#current, until: now + oldSurvives });
    const made = this.#random.text(alphabet, 40);
    this.#current = made;
    this.#madeAt = now;
    return made;
  }

  /** As if no key had ever been generated. */
  forget(): void {
    this.#current = null;
    this.#dying = [];
  }

  accepts(key: string, now: number): boolean {
    return key === this.#current || this.#dying.some((old) => old.key === key && now < old.until);
  }
}
