import { z } from 'zod';
import { accountSchema } from './app-state';
import { keyStorages } from '../key-storage';
import { momentSchema } from '../problem';

/** A key that was read once and waits, in main, for the choice of its storage. `ticket` names it; its text stays in main. */
export const keyCandidateSchema = z.object({
  ticket: z.string(),
  fingerprint: z.string(),
  account: accountSchema,
  /** How it can be stored here; the first is what is suggested. */
  storages: z.array(z.enum(keyStorages)),
  checkedAt: momentSchema,
});
export type KeyCandidate = z.infer<typeof keyCandidateSchema>;
