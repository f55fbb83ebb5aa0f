import { z } from 'zod';
import { subAccountSchema } from './app-state';

/** A sub-account as a list shows it: as the vendor reports it, and whether it is pinned. */
export const subAccountRowSchema = subAccountSchema.extend({ pinned: z.boolean() });
export type SubAccountRow = z.infer<typeof subAccountRowSchema>;
