import { z } from 'zod';
import { balanceIds } from './figure-id';
import { momentSchema } from '../problem';

/** A balance that an action changes, before and (as far as it is known) after it; null: unknown. */
export const balanceChangeSchema = z.object({
  what: z.enum(balanceIds),
  before: z.number().nullable(),
  after: z.number().nullable(),
  asOf: momentSchema.nullable(),
});

export type BalanceChange = z.infer<typeof balanceChangeSchema>;
