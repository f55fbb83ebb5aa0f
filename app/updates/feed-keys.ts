// The public keys that a feed of updates may be signed with. build/release/README.md says how they are made and replaced.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import builtIn from './feed-keys.json';

export interface FeedKey {
  /** Names the key in a feed's first line: the first 16 hex digits of the SHA-256 of its 32 bytes. */
  id: string;
  key: KeyObject;
}

/** A key from the 32 bytes of an Ed25519 public key in base64url. Throws where they are none. */
export function feedKey(publicKey: string): FeedKey {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return { id: digest.slice(0, 16), key };
}

/** Those of this version of NineTray. */
export function builtInFeedKeys(): FeedKey[] {
  return builtIn.map(({ publicKey }) => feedKey(publicKey));
}
