// Which texts were copied and may still be on the clipboard. It stores a keyed hash of each, never the text.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { withPlainEnds } from './same-text';

export class CopiedTexts {
  readonly #secret = randomBytes(32);
  /** More than one only after a copy that could not be read back. */
  #hashes: Buffer[] = [];

  get isEmpty(): boolean {
    return this.#hashes.length === 0;
  }

  has(text: string): boolean {
    const hash = this.#hash(text);
    return this.#hashes.some((copied) => timingSafeEqual(copied, hash));
  }

  /** Adds a text that is about to be copied. Returns what removes it again. */
  add(text: string): () => void {
    const before = this.#hashes;
    this.#hashes = [...before, this.#hash(text)];
    return () => {
      this.#hashes = before;
    };
  }

  /** Only this text is there. */
  setOnly(text: string): void {
    this.#hashes = [this.#hash(text)];
  }

  clear(): void {
    this.#hashes = [];
  }

  #hash(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(withPlainEnds(text), 'utf8').digest();
  }
}
