// Reads a feed of updates: a line with the signature, then JSON. Nothing of the JSON is read before its signature is good. Pure.
import { verify } from 'node:crypto';
import { z } from 'zod';
import type { UpdateFailure } from '../model/updates';
import type { FeedKey } from './feed-keys';
import { isReleasePage, longestPage } from './feed-source';
import { isVersion, longestVersion } from './version';

/** The longest feed that is read, in bytes. */
export const longestFeed = 64_000;

const moment = z.iso.datetime().transform((text) => Date.parse(text));

const feedSchema = z
  .object({
    version: z.string().max(longestVersion).refine(isVersion),
    released: moment,
    /** A feed is not believed after this: whoever holds back newer ones is noticed by then. */
    expires: moment,
    /** Grows with each feed, so that an older one is recognised. */
    counter: z.int().positive(),
    /** The page about the release. */
    notes: z.string().max(longestPage).refine(isReleasePage),
    files: z
      .array(
        z.object({
          name: z.string().regex(/^[\w.+-]{1,100}$/),
          size: z.int().positive(),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .min(1)
      .max(50),
  })
  .refine(({ released, expires }) => released < expires);
export type Feed = z.infer<typeof feedSchema>;

/** What a feed is judged by. `seenCounter`: the highest counter of a feed that was accepted; 0: none was. */
export interface FeedCheck {
  keys: readonly FeedKey[];
  now: number;
  seenCounter: number;
}

export type ReadFeed = { ok: true; feed: Feed } | { ok: false; why: UpdateFailure };

const refused = (why: UpdateFailure): ReadFeed => ({ ok: false, why });

/** The feed that these bytes are, or why they are not believed. */
export function readFeed(bytes: Uint8Array, { keys, now, seenCounter }: FeedCheck): ReadFeed {
  if (bytes.byteLength > longestFeed) return refused('too-long');
  const signed = splitFeed(bytes);
  if (signed === null) return refused('not-signed');
  const signer = keys.find(({ id }) => id === signed.keyId);
  if (signer === undefined) return refused('unknown-key');
  if (!verify(null, signed.content, signer.key, signed.signature)) return refused('bad-signature');
  const feed = parseFeed(signed.content);
  if (feed === null) return refused('unreadable');
  if (feed.expires <= now) return refused('expired');
  if (feed.counter < seenCounter) return refused('replayed');
  return { ok: true, feed };
}

/** `ed25519`, the key's id, the signature of all bytes after this line, in base64url. */
const firstLine = /^ed25519 ([0-9a-f]{16}) ([\w-]{86})$/;

function splitFeed(bytes: Uint8Array): { keyId: string; signature: Buffer; content: Uint8Array } | null {
  const end = bytes.indexOf(10);
  const [, keyId, signature] =
    firstLine.exec(Buffer.from(bytes.subarray(0, Math.max(0, end))).toString('latin1')) ?? [];
  if (keyId === undefined || signature === undefined) return null;
  const decoded = Buffer.from(signature, 'base64url');
  // Its last character has bits without a meaning: a signature is written in one way only.
  if (decoded.toString('base64url') !== signature) return null;
  return { keyId, signature: decoded, content: bytes.subarray(end + 1) };
}

function parseFeed(content: Uint8Array): Feed | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return feedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
