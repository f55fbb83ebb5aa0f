// What is encrypted of a key: the key together with the origin it is for. A ciphertext that is moved to another address's place in
// key.json then still says where it belongs.

const VERSION_1 = 'ninetray key 1\n';

export interface SealedText {
  /** Scheme, host and port; null in what was stored before origins were sealed in. */
  origin: string | null;
  key: string;
}

/** The text to encrypt. Neither an origin nor a key has a line break. */
export function sealedText({ origin, key }: { origin: string; key: string }): string {
  return `${VERSION_1}${origin}\n${key}`;
}

/** The other way round. A text without our first line is a bare key: it cannot be taken for one, since no key has a line break. */
export function readSealedText(text: string): SealedText {
  if (!text.startsWith(VERSION_1)) return { origin: null, key: text };
  const rest = text.slice(VERSION_1.length);
  const end = rest.indexOf('\n');
  return { origin: rest.slice(0, Math.max(end, 0)), key: rest.slice(end + 1) };
}
