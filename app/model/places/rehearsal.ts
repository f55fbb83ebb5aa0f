// What a rehearsal found for one place: whether NineTray could bring the new key there, without having changed anything.
// Holds no key and no text of a file.
import { z } from 'zod';
import { momentSchema, problemSchema } from '../problem';

/** How long each part took when it was last done (ms); null: never. */
export const durationsSchema = z.object({
  update: z.number().int().nullable(),
  hook: z.number().int().nullable(),
  check: z.number().int().nullable(),
});

export const rehearsalSchema = z.object({
  at: momentSchema,
  /** From then on it has to be rehearsed again. */
  validUntil: momentSchema,
  /** How long the rehearsal took (ms). */
  milliseconds: z.number().int(),
  /** Why the place cannot be updated; null: it can. */
  problem: problemSchema.nullable(),
  /** Of a file: how it will be written, and whether a parser will prove it. */
  file: z.object({ strategy: z.enum(['patch', 'replace', 'rewrite']), proof: z.enum(['parsed', 'plain']) }).nullable(),
});

export type Durations = z.infer<typeof durationsSchema>;
