// What an alert is, as the state, the account window and the terminal have it.
import { z } from 'zod';
import { momentSchema } from './problem';

export const alertSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ips-low'), left: z.number(), threshold: z.number() }),
  z.object({ kind: z.literal('traffic-low'), left: z.number(), threshold: z.number() }),
  z.object({ kind: z.literal('wallet-low'), left: z.number(), threshold: z.number() }),
  z.object({
    kind: z.literal('sub-account-low'),
    id: z.number().int(),
    username: z.string(),
    what: z.enum(['ips', 'traffic']),
    left: z.number(),
    threshold: z.number(),
  }),
  /** Notified `days` before it. */
  z.object({
    kind: z.literal('package-expires'),
    id: z.number().int(),
    name: z.string(),
    at: momentSchema,
    days: z.number(),
  }),
  /** More is used per day than is usual for this account. */
  z.object({ kind: z.literal('unusual-use'), what: z.enum(['ips', 'traffic']), perDay: z.number(), usual: z.number() }),
  /** 9Proxy reports that the last renewal failed. */
  z.object({ kind: z.literal('renew-failed'), message: z.string().nullable() }),
  z.object({ kind: z.literal('key-refused') }),
  z.object({ kind: z.literal('two-factor-off') }),
  /** The local gateway cannot listen. `program`: what listens at its port, where that is known (Linux). */
  z.object({
    kind: z.literal('gateway-down'),
    port: z.number().int(),
    why: z.enum(['taken', 'reserved']),
    program: z.string().max(100).nullable(),
  }),
  /** A consumer has used up a cap of the day: `used` of `limit` IPs or writes. `id` is the consumer's. */
  z.object({
    kind: z.literal('gateway-cap'),
    id: z.string().max(40),
    name: z.string(),
    what: z.enum(['ips', 'writes']),
    used: z.number(),
    limit: z.number(),
  }),
  /** A program sent the account's key, or one that was replaced, instead of a token. */
  z.object({
    kind: z.literal('gateway-key-seen'),
    key: z.enum(['real', 'old']),
    program: z.string().max(100).nullable(),
  }),
  /** Twenty requests within a minute had tokens that are none. */
  z.object({ kind: z.literal('gateway-refused') }),
]);
export type AlertSubject = z.infer<typeof alertSubjectSchema>;

/** One open episode: `id` names what it is about and stays the same while it lasts. */
export const alertSchema = z.object({ id: z.string().max(80), since: momentSchema, about: alertSubjectSchema });
export type Alert = z.infer<typeof alertSchema>;
