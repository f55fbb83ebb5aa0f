// Calls about the list of sub-accounts and their switches.
import { z } from 'zod';
import { listRowSchema } from '../../model/lists/list-query';
import { subAccountRowSchema, subAccountToEditSchema } from '../../model/state/sub-account-row';
import { type Calls, done, id, nothing } from './call-shape';

export const subAccountCalls = {
  /** The full list is visible (it is loaded in the background), or no longer is (loading stops). */
  'subAccounts.setVisible': {
    windows: ['popover', 'account'],
    input: z.object({ visible: z.boolean() }),
    output: done,
  },
  /** A slice of the matching rows. `total` counts all that match. */
  'subAccounts.query': {
    windows: ['popover', 'account'],
    input: z.object({
      search: z.string().max(100),
      sort: z.enum(['newest', 'username', 'ips', 'traffic', 'status']),
      descending: z.boolean(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
      /** Leaves out pinned rows, which the list shows in a section of their own. */
      withoutPinned: z.boolean().optional(),
    }),
    output: z.object({ rows: z.array(subAccountRowSchema), total: z.number().int(), rev: z.number().int() }),
  },
  /** Switches a sub-account on or off. Returns at once; the outcome comes with the state. */
  'subAccounts.switch': {
    windows: ['popover', 'account'],
    input: z.object({ id, enabled: z.boolean() }),
    output: done,
  },
  'subAccounts.undo': { windows: ['popover', 'account'], input: z.object({ id }), output: done },
  /** How many sub-accounts are on, as the vendor says now; null where it does not count them. */
  'subAccounts.countOn': {
    windows: ['account'],
    input: nothing,
    output: z.object({ on: z.number().int().nullable() }),
  },
  /** Reads one sub-account as a row of its list, for its form; null: 9Proxy does not find it. Cancels nothing that the list reads. */
  'subAccounts.find': {
    windows: ['account'],
    input: subAccountToEditSchema,
    output: listRowSchema.nullable(),
  },
  /** Removes a finished switch from the outcomes. */
  'subAccounts.dismiss': { windows: ['popover', 'account'], input: z.object({ id }), output: done },
  /** Copies the username of a sub-account that is known. */
  'subAccounts.copyUsername': { windows: ['popover'], input: z.object({ id }), output: done },
  /** What a sub-account used since `since`, NineTray's first read of it today; null: not read today. */
  'subAccounts.useToday': {
    windows: ['popover'],
    input: z.object({ id }),
    output: z
      .object({
        since: z.number(),
        ips: z.number().int().nullable(),
        /** Bytes. */
        traffic: z.number().int().nullable(),
      })
      .nullable(),
  },
  'subAccounts.pin': { windows: ['popover'], input: z.object({ id, pinned: z.boolean() }), output: done },
} as const satisfies Calls;
