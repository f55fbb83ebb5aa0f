// Calls about a change to many sub-accounts, and about the emergency stop.
import { z } from 'zod';
import { bulkChangeSchema, bulkRowSchema } from '../../model/bulk/bulk';
import { subAccountSelectionSchema } from '../../model/bulk/sub-account-selection';
import { type Calls, done, nothing } from './call-shape';

export const bulkCalls = {
  /** Previews a change: the sub-accounts and what would change. Progress is in the state (`bulk.previewing`). */
  'bulk.preview': {
    windows: ['account'],
    input: z.object({ subAccounts: subAccountSelectionSchema, change: bulkChangeSchema }),
    /** `unread`: rows that match and could not be read. `unfit`: rows returned that do not match, and are left out. */
    output: z.object({
      total: z.number().int(),
      changes: z.number().int(),
      rows: z.array(bulkRowSchema),
      unread: z.number().int().optional(),
      unfit: z.number().int().optional(),
    }),
  },
  /** Stops reading for the preview. */
  'bulk.cancelPreview': { windows: ['account'], input: nothing, output: done },
  'bulk.start': {
    windows: ['account'],
    input: z.object({ subAccounts: subAccountSelectionSchema, change: bulkChangeSchema }),
    output: done,
  },
  'bulk.cancel': { windows: ['account'], input: nothing, output: done },
  /** Resumes a job that a cancel or the end of NineTray interrupted. */
  'bulk.resume': { windows: ['account'], input: nothing, output: done },
  'bulk.undo': { windows: ['account'], input: nothing, output: done },
  /** Removes a job that is not running; an emergency stop only when it is restored. Without a name: the window's job, else the stop. */
  'bulk.dismiss': {
    windows: ['account'],
    input: z.object({ job: z.enum(['bulk', 'panic']) }).optional(),
    output: done,
  },
  /** Rows of a job, those that went wrong first. */
  'bulk.rows': {
    windows: ['account'],
    input: z.object({
      job: z.enum(['bulk', 'panic']),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(bulkRowSchema), total: z.number().int() }),
  },
  /** Disables every sub-account, after a deliberate second step in the window. */
  'panic.start': { windows: ['account'], input: nothing, output: done },
  /** Enables again exactly those that the emergency stop disabled. */
  'panic.restore': { windows: ['account'], input: nothing, output: done },
} as const satisfies Calls;
