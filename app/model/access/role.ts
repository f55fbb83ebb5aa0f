// The roles of consumers. Which operations each one may ask for is in app/gateway/roles.ts.
import { z } from 'zod';

/** From the one that may do least to the one that may do most. */
export const roles = ['figures', 'read', 'switch', 'sub-accounts', 'spend', 'everything'] as const;

export const roleSchema = z.enum(roles);
