// What NineTray found when it asked its own gateway as a program would.
import { z } from 'zod';
import { problemSchema } from '../problem';

export const gatewayTestSchema = z.object({
  /** Each address, and the socket: whether the gateway itself answered there. */
  reached: z.array(z.object({ at: z.string().max(300), answered: z.boolean() })),
  /** How long 9Proxy's answer to the account read took through the gateway (ms); null where it did not answer, and `problem` says why. */
  milliseconds: z.number().int().nullable(),
  problem: problemSchema.optional(),
});

export type GatewayTest = z.infer<typeof gatewayTestSchema>;
