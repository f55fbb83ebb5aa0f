import { z } from 'zod';
import { subAccountSchema } from './app-state';

/** A sub-account as a list shows it: as the vendor reports it, and whether it is pinned. */
export const subAccountRowSchema = subAccountSchema.extend({ pinned: z.boolean() });
export type SubAccountRow = z.infer<typeof subAccountRowSchema>;

/** A sub-account whose form shall be opened: 9Proxy finds rows by their name, and the id says which of them it is. */
export const subAccountToEditSchema = z.object({ id: z.number().int(), username: z.string().min(1).max(100) });
export type SubAccountToEdit = z.infer<typeof subAccountToEditSchema>;
