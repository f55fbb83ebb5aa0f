// What the terminal commands `access`, `gateway`, `key` and `run` ask of the NineTray that runs. Holds no token.
import { z } from 'zod';
import { longestConsumerName } from './consumer-facts';
import { roleSchema } from './role';

const name = z.string().min(1).max(longestConsumerName);

export const accessRequestSchema = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['on', 'off', 'status', 'url', 'list', 'pause', 'resume', 'revoke-all']) }),
  z.object({
    act: z.literal('add'),
    name,
    role: roleSchema,
    /** How long its token is good for, in ms; null: until it is revoked. */
    lasts: z.number().int().positive().nullable(),
    /** Null: as many as usual. */
    readsPerSecond: z.number().min(0.1).max(50).nullable(),
  }),
  z.object({ act: z.literal('revoke'), name }),
  /** A token of a consumer, for so many ms or until NineTray quits. */
  z.object({ act: z.literal('token'), name, lasts: z.number().int().positive() }),
  /** A token for the process with this number, until it ends: of a consumer, or of a new one with a role. */
  z.object({
    act: z.literal('lease'),
    of: z.union([z.object({ name }), z.object({ role: roleSchema })]),
    pid: z.number().int().positive(),
  }),
]);

export type AccessRequest = z.infer<typeof accessRequestSchema>;
