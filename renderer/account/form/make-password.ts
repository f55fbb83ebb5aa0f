// Makes a random password.

/** Letters and digits that are not mistaken for one another. */
const alphabet = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password of `length` letters and digits, each equally likely, from the system's own randomness (about 5.8 bits a letter). */
export function makePassword(length = 20): string {
  // Bytes from here on would make some letters likelier.
  const fair = 256 - (256 % alphabet.length);
  let made = '';
  while (made.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
      if (byte < fair && made.length < length) made += alphabet[byte % alphabet.length] ?? '';
    }
  }
  return made;
}
