// Compares texts that may be secrets.
import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two texts are the same. The time that takes does not depend on how much of them is the same. */
export function sameText(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(one), hash(other));
}

/** Whether two texts are the same apart from their line endings: Windows may change those. */
export function sameLines(one: string, other: string): boolean {
  return sameText(withPlainEnds(one), withPlainEnds(other));
}

/** The text with the line endings that NineTray writes. */
export function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
