// key.json: for each slot the key's ciphertext, how and when it was stored, and a fingerprint; one salt for all.
// It never holds the key's text, except for `unprotected`, which the user consented to.
import { z } from 'zod';
import { momentSchema } from '../model/problem';
import { type Document, openDocument } from '../settings/document/document';
import type { ProfileFiles } from '../settings/files/profile-files';

const storedKeySchema = z.object({
  /** Distinguishes a ciphertext from a text that nothing protects. */
  storage: z.enum(['protected', 'unprotected']),
  /** Base64 of safeStorage's ciphertext of sealed-text.ts; for `unprotected`, of that text itself (which hides nothing). */
  data: z.base64(),
  /** The keyring it was encrypted with, by its own name. */
  keyring: z.string().max(40),
  fingerprint: z.string().max(20),
  savedAt: momentSchema,
});

export type StoredKey = z.infer<typeof storedKeySchema>;

const slotSchema = z.object({
  current: storedKeySchema.nullable(),
  /** A newer one that was not yet read back when this was written. */
  next: storedKeySchema.nullable(),
  /** The new key of a rotation that has not yet been shown to be good. */
  received: storedKeySchema.nullable().default(null),
  /** Keys that were in use before: stored until they are proved dead. */
  previous: z.array(storedKeySchema).default([]),
});

export type Slot = z.infer<typeof slotSchema>;

export const keyDocumentSchema = z.object({
  /** Base64 of the fingerprints' 32 random bytes; empty until the first key is stored. */
  salt: z.base64(),
  keys: z.record(z.string(), slotSchema),
});

export type KeyDocument = z.infer<typeof keyDocumentSchema>;

/** Opens key.json. */
export function openKeyDocument(options: {
  files: ProfileFiles;
  now: () => number;
  onProblems?: () => void;
}): Document<KeyDocument> {
  return openDocument<KeyDocument>({
    ...options,
    name: 'key',
    schema: keyDocumentSchema,
    // 2: the key's origin is encrypted with it (sealed-text.ts). What 1 holds is read as it is, and sealed again when it is used.
    version: 2,
    migrate: (content) => content,
    defaults: { salt: '', keys: {} },
    backup: true,
  });
}
