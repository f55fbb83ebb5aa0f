// Calls about the API check, recorded history and alerts.
import { z } from 'zod';
import { balanceIds } from '../../model/figures/figure-id';
import { momentSchema } from '../../model/problem';
import { type Calls, done, nothing } from './call-shape';

export const insightCalls = {
  'apiCheck.run': { windows: ['account'], input: nothing, output: done },
  'apiCheck.cancel': { windows: ['account'], input: nothing, output: done },
  /** Asks where, and writes the table as text, without secrets. */
  'apiCheck.save': { windows: ['account'], input: nothing, output: z.object({ saved: z.boolean() }) },
  /** Corrects an operation's method and path; both null: NineTray's own. */
  'endpoints.correct': {
    windows: ['account'],
    input: z.object({
      operation: z.string().max(60),
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).nullable(),
      path: z.string().max(200).nullable(),
    }),
    output: done,
  },
  /** What was recorded of a figure in the last days, oldest first, at most 1,000 points, and its use per day. */
  'history.read': {
    windows: ['account'],
    input: z.object({ what: z.enum(balanceIds), days: z.number().int().min(1).max(730) }),
    output: z.object({
      points: z.array(z.tuple([momentSchema, z.number()])),
      /** Use per local day, refills left out: [start of the day, use]; days without records are left out. */
      perDay: z.array(z.tuple([momentSchema, z.number()])),
    }),
  },
  /** Shows a notification as a test. `shown` is false where the system shows none. */
  'alerts.test': { windows: ['account'], input: nothing, output: z.object({ shown: z.boolean() }) },
} as const satisfies Calls;
