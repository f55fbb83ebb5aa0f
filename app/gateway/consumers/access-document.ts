// access.json: whether the gateway is on, its port, and its consumers with hashes of their tokens. No token and no key.
import { z } from 'zod';
import { gatewayPortSchema, usualGatewayPort } from '../../model/access/access-view';
import { consumerSchema } from '../../model/access/consumer';
import { momentSchema } from '../../model/problem';
import { type Document, openDocument } from '../../settings/document/document';
import type { ProfileFiles } from '../../settings/files/profile-files';

const hash = z.string().max(64);

const storedConsumerSchema = consumerSchema.extend({
  /** SHA-256 of its token. */
  hash,
  /** The day that `today` counts (local, such as 2026-11-29). */
  day: z.string().max(10),
});

const accessContentSchema = z.object({
  on: z.boolean(),
  port: gatewayPortSchema,
  /** Scheme and host of the vendor that its consumers are for; null until it was on. */
  origin: z.string().max(300).nullable(),
  /** For `oldKeys`; empty until there are any. */
  salt: z.string().max(64),
  /** HMACs of keys that were replaced, to recognise who still sends one. The newest first. */
  oldKeys: z.array(z.string().max(64)).max(20),
  consumers: z.array(storedConsumerSchema).max(100),
  revoked: z.array(z.object({ id: z.string().max(40), name: z.string().max(60), at: momentSchema, hash })).max(50),
});

export type AccessContent = z.infer<typeof accessContentSchema>;
export type StoredConsumer = z.infer<typeof storedConsumerSchema>;

/** What it is before anyone switched it on. */
export const emptyAccess: AccessContent = {
  on: false,
  port: usualGatewayPort,
  origin: null,
  salt: '',
  oldKeys: [],
  consumers: [],
  revoked: [],
};

/** Opens access.json; writes nothing. */
export function openAccessDocument(options: { files: ProfileFiles; now: () => number }): Document<AccessContent> {
  return openDocument<AccessContent>({
    ...options,
    name: 'access',
    version: 1,
    migrate: (content: unknown) => content,
    backup: false,
    schema: accessContentSchema,
    defaults: emptyAccess,
  });
}
