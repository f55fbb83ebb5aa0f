// A short name to recognise a key by. It contains nothing of the key, and differs between two computers.
import { createHmac } from 'node:crypto';

// No two of these look alike: without 0 O, 1 I L, B S Z beside 8 5 2.
const ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXY';

export const SALT_BYTES = 32;

/** Eight characters in two groups, like "K7QF-2MXD": HMAC-SHA256 of the key under `salt` (32 random bytes, stored with the key). */
export function fingerprint(key: string, salt: Uint8Array): string {
  const hash = createHmac('sha256', salt).update('ninetray key fingerprint 1\n').update(key, 'utf8').digest();
  let number = hash.readBigUInt64BE();
  let text = '';
  for (let index = 0; index < 8; index++) {
    text += ALPHABET.charAt(Number(number % BigInt(ALPHABET.length)));
    number /= BigInt(ALPHABET.length);
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
