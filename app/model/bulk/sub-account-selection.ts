import { z } from 'zod';

/** All sub-accounts that match, or those that are named. */
export const subAccountSelectionSchema = z.discriminatedUnion('which', [
  z.object({ which: z.literal('these'), ids: z.array(z.number().int().positive()).min(1).max(100_000) }),
  z.object({
    which: z.literal('matching'),
    search: z.string().max(100),
    status: z.enum(['enabled', 'disabled']).nullable(),
  }),
]);
export type SubAccountSelection = z.infer<typeof subAccountSelectionSchema>;
