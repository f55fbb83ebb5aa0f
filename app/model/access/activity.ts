// What the gateway did lately. Kept in memory only.
import { z } from 'zod';
import { momentSchema } from '../problem';

/** How many lines are kept; older ones are dropped. */
export const mostActivityLines = 500;

/** Why the gateway itself refused a request, as its header X-NineTray has it. */
export const gatewayCodes = [
  'browser',
  'foreign-host',
  'other-user',
  'proxied',
  'bad-request',
  'method-not-allowed',
  'too-large',
  'two-keys',
  'no-token',
  'token-unknown',
  'token-revoked',
  'token-expired',
  'real-key',
  'old-key',
  'paused',
  'unknown-operation',
  'not-in-role',
  'rate',
  'cap',
  'busy',
  'rotating',
  'key-refused',
  'no-key',
  'elsewhere',
  'redirected',
  'unreachable',
  'timed-out',
  'outcome-unknown',
  'unreadable',
  'stopping',
] as const;

export const activityLineSchema = z.object({
  at: momentSchema,
  /** The consumer's name; null where the token was none. */
  consumer: z.string().nullable(),
  /** An operation's id, or a path that NineTray does not know. Null where it did not get that far. */
  operation: z.string().max(200).nullable(),
  status: z.number().int(),
  /** Not there: 9Proxy answered. */
  code: z.enum(gatewayCodes).optional(),
  /** Until the answer, in ms. */
  milliseconds: z.number().int(),
  /** Of these, how many it waited for the new key. */
  held: z.number().int(),
});

export type ActivityLine = z.infer<typeof activityLineSchema>;
export type GatewayCode = (typeof gatewayCodes)[number];
