// What the API check found, operation by operation, as the state and the account window have it. It holds no URL and no
// answer, as both may carry secrets.
import { z } from 'zod';
import { momentSchema, problemSchema } from './problem';

export const apiCheckRowSchema = z.object({
  operation: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string(),
  /** A correction of the user's is in force (settings, `endpoints`). */
  corrected: z.boolean(),
  certainty: z.enum(['documented', 'client', 'inferred']),
  /** `not-tried`: it changes something, or its turn has not come. */
  outcome: z.enum(['not-tried', 'writes', 'trying', 'answers', 'fails']),
  problem: problemSchema.optional(),
  /** How long the answer took (ms). */
  ms: z.number().int().nullable(),
  /** What a list says it has. */
  items: z.number().int().nullable(),
});
export type ApiCheckRow = z.infer<typeof apiCheckRowSchema>;

export const apiCheckSchema = z.object({
  phase: z.enum(['never', 'running', 'cancelled', 'done']),
  at: momentSchema.nullable(),
  rows: z.array(apiCheckRowSchema),
});
export type ApiCheck = z.infer<typeof apiCheckSchema>;
