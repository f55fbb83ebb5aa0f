// Tokens of the gateway: made here, shown once, and stored as a hash only.
import { hash } from 'node:crypto';

const prefix = 'ntk';
const length = 40;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const form = new RegExp(`^${prefix}[A-Za-z0-9]{${length}}$`);

/** A new token: `ntk` and 40 letters and digits (238 bits). `random` returns so many random bytes. */
export function newToken(random: (bytes: number) => Uint8Array): string {
  let text = '';
  while (text.length < length) {
    // A byte from 248 on would make the first letters likelier than the others.
    for (const byte of random(length)) if (byte < 248 && text.length < length) text += alphabet.charAt(byte % 62);
  }
  return prefix + text;
}

/** Whether a text has the form of a token; says nothing about whether it is one. */
export function isToken(text: string): boolean {
  return form.test(text);
}

/** What is stored of a token: SHA-256 in hex. A token is random, so nobody finds it by trying. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}
