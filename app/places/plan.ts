// How a file is to be updated, as it is journalled: what the writer of files says of it, kept whole. Holds no key and no text of a file.
import { z } from 'zod';

export const planSchema = z.looseObject({
  strategy: z.enum(['patch', 'replace', 'rewrite']),
  /** HMAC of the file's content. */
  digest: z.string().max(100),
  proof: z.enum(['parsed', 'plain']),
});

export type Plan = z.infer<typeof planSchema>;
