// Who may ask the local gateway: a consumer, what it may do, and how often. Holds no token: main stores a hash of it.
import { z } from 'zod';
import { momentSchema } from '../problem';
import { longestConsumerName } from './consumer-facts';
import { roleSchema } from './role';

/** What the user chooses for a consumer. */
export const consumerChoicesSchema = z.object({
  name: z.string().trim().min(1).max(longestConsumerName),
  role: roleSchema,
  /** May also read the passwords of sub-users and share codes. `everything` may in any case. */
  secrets: z.boolean(),
  /** May also ask for paths that NineTray does not know: only with the role `everything`. */
  unknownPaths: z.boolean(),
  limits: z.object({
    /** Reads per second on average; twice as many may come at once. */
    readsPerSecond: z.number().min(0.1).max(50),
    writesPerMinute: z.number().int().min(1).max(600),
    /** Of one day (local time). Null: as many as the rates allow. */
    writesPerDay: z.number().int().min(1).max(1_000_000).nullable(),
    /** The largest amount of IPs in one request. While it or the next is set, an amount that cannot be read is refused. */
    ipsPerRequest: z.number().int().min(1).max(100_000_000).nullable(),
    ipsPerDay: z.number().int().min(1).max(100_000_000).nullable(),
  }),
  expiresAt: momentSchema.nullable(),
  /** Seconds that a read waits while the key is regenerated; 0: not at all. */
  holdSeconds: z.number().int().min(0).max(120),
  /** Whether a write waits, too, for at most ten seconds. */
  holdWrites: z.boolean(),
});

export type ConsumerChoices = z.infer<typeof consumerChoicesSchema>;

/** What a new consumer begins with, but for its name and role. */
export const usualConsumerChoices: Omit<ConsumerChoices, 'name' | 'role'> = {
  secrets: false,
  unknownPaths: false,
  limits: { readsPerSecond: 5, writesPerMinute: 60, writesPerDay: null, ipsPerRequest: null, ipsPerDay: null },
  expiresAt: null,
  holdSeconds: 30,
  holdWrites: false,
};

/** A consumer as the windows see it. */
export const consumerSchema = z.object({
  id: z.string().max(40),
  ...consumerChoicesSchema.shape,
  createdAt: momentSchema,
  /** Null: never used. `code`: the status that it got. */
  lastUse: z.object({ at: momentSchema, operation: z.string().max(60), status: z.number().int() }).nullable(),
  /** Since midnight. */
  today: z.object({
    reads: z.number().int(),
    writes: z.number().int(),
    /** IPs that its writes asked for. */
    ips: z.number().int(),
    /** Requests that NineTray refused. */
    refused: z.number().int(),
    /** The cap of the day that a write was refused for. */
    capped: z.enum(['ips', 'writes']).optional(),
  }),
});

export type Consumer = z.infer<typeof consumerSchema>;
