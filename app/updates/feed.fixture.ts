// Signed feeds for tests, with keys that exist in the test alone.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type FeedKey, feedKey } from './feed-keys';

/** The moment of the tests (ms). */
export const feedNow = Date.UTC(2026, 10, 22, 12);

/** What a feed says, as its JSON has it. */
export const exampleFeed = {
  version: '0.2.0',
  released: '2026-11-20T08:00:00Z',
  expires: '2027-02-20T08:00:00Z',
  counter: 5,
  notes: 'https://ninetray.github.io/ninetray/releases/0.2.0.html',
  files: [{ name: 'NineTray-0.2.0-linux-amd64.deb', size: 90_000_000, sha256: 'a'.repeat(64) }],
};

export interface TestSigner {
  key: FeedKey;
  /** The 32 bytes in base64url. */
  publicKey: string;
  /** The signed feed with this content, which is JSON or any other text. */
  sign(content: unknown): Buffer;
}

/** A new key, and what it signs. */
export function testSigner(): TestSigner {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
  const key = feedKey(publicKey);
  return {
    key,
    publicKey,
    sign: (content) => signed(key.id, pair.privateKey, typeof content === 'string' ? content : JSON.stringify(content)),
  };
}

function signed(id: string, privateKey: KeyObject, content: string): Buffer {
  const signature = sign(null, Buffer.from(content), privateKey).toString('base64url');
  return Buffer.from(`ed25519 ${id} ${signature}\n${content}`);
}
