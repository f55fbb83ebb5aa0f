// Calls about a single action on rows of a list, and the affiliate figures.
import { z } from 'zod';
import { actionIds } from '../../model/actions/actions';
import { affiliateSchema } from '../../model/affiliate';
import { balanceChangeSchema } from '../../model/figures/balance-change';
import { type Calls, nothing, secretRef } from './call-shape';

export const actionCalls = {
  /** Checks an action and returns what it changes. Nothing is sent. The ticket is valid for exactly this action, once. */
  'actions.prepare': {
    windows: ['account'],
    input: z.object({
      action: z.enum(actionIds),
      rows: z.array(z.string().max(80)).max(500),
      /** Of an edit: only the fields that were changed; null for a value that was removed. */
      input: z.record(z.string().max(40), z.unknown()),
      /** Of an edit: what the form held at first. Where the row has another value now, nothing is sent. */
      before: z.record(z.string().max(40), z.unknown()).optional(),
    }),
    output: z.object({ ticket: z.string(), balances: z.array(balanceChangeSchema) }),
  },
  /**
   * Runs what was prepared. `made`: secrets it created (new share codes); `count`: how many it worked for, if reported; `notTaken`: fields
   * whose value is not the requested one though the vendor accepted them; `sentAs`: their names, where the vendor has not published them;
   * `created`: the name of a new sub-account, and references of name and password.
   */
  'actions.run': {
    windows: ['account'],
    input: z.object({ ticket: z.string().max(64) }),
    output: z.object({
      made: z.array(secretRef),
      count: z.number().int().nullable(),
      notTaken: z.array(z.string().max(40)),
      sentAs: z.array(z.string().max(61)),
      created: z
        .object({
          key: z.string().max(80).nullable(),
          username: z.string().nullable(),
          usernameRef: secretRef.nullable(),
          passwordRef: secretRef,
        })
        .optional(),
    }),
  },
  'affiliate.read': { windows: ['account'], input: nothing, output: affiliateSchema },
} as const satisfies Calls;
