// What the vendor reports of the affiliate side of the account; null where it reports nothing.
import { z } from 'zod';

export const affiliateSchema = z.object({
  registeredUsers: z.number().int().nullable(),
  /** US dollars, all of them. */
  today: z.number().nullable(),
  total: z.number().nullable(),
  valid: z.number().nullable(),
  withdrawn: z.number().nullable(),
  /** `valid` less `withdrawn`: computed here, as the vendor has no such figure. */
  available: z.number().nullable(),
  level: z
    .object({ number: z.number().int().nullable(), title: z.string().nullable(), rate: z.number().nullable() })
    .nullable(),
});

export type AffiliateStats = z.infer<typeof affiliateSchema>;
