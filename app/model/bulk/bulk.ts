// Work on many sub-accounts at once, as the state and the windows have it. It does not hold the rows, which may be
// 100,000: windows ask for them in pieces.
import { z } from 'zod';
import { momentSchema, problemSchema } from '../problem';

/** What is done to each: switch it, or set its automatic top-up. */
export const bulkChangeSchema = z.discriminatedUnion('does', [
  z.object({ does: z.literal('enable') }),
  z.object({ does: z.literal('disable') }),
  z.object({
    does: z.literal('topUp'),
    topUpIps: z.boolean(),
    topUpIpsBelow: z.number().int().positive().nullable(),
    topUpIpsBy: z.number().int().positive().nullable(),
    topUpTraffic: z.boolean(),
    topUpTrafficBelow: z.number().int().positive().nullable(),
    topUpTrafficBy: z.number().int().positive().nullable(),
  }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

/**
 * One row's outcome. `same`: it already had the value, nothing was sent. `unknown`: no answer came; it may have worked. `undone`: restored.
 */
export const bulkRowSchema = z.object({
  id: z.number().int(),
  username: z.string(),
  outcome: z.enum(['waiting', 'changed', 'same', 'refused', 'unknown', 'undone']),
  problem: problemSchema.optional(),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;

/** Rows that could not be read, and the names of those that have one. */
export const unreadSchema = z.object({ count: z.number().int(), names: z.array(z.string()) });

/**
 * A job. `interrupted`: NineTray ended in the middle; it can be resumed or undone. `undoing`/`undone`: exactly what was changed is
 * restored. The emergency stop's job stays, also over restarts, until it is restored; another job until it is dismissed.
 */
export const bulkJobSchema = z.object({
  id: z.string().max(40),
  change: bulkChangeSchema,
  phase: z.enum(['gathering', 'running', 'cancelled', 'interrupted', 'done', 'undoing', 'undone']),
  startedAt: momentSchema,
  total: z.number().int(),
  counts: z.object({
    waiting: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    refused: z.number().int(),
    unknown: z.number().int(),
    undone: z.number().int(),
  }),
  /** At the end of an emergency stop: this many are still on, by the last list. Missing: none. */
  stillOn: z.number().int().positive().optional(),
  /** At the end of an emergency stop: this many may be on, as they could not be read or their status is not reported. Missing: none. */
  mayBeOn: z.number().int().positive().optional(),
  unread: unreadSchema.optional(),
  /** Of those changed, so many whose status from before is not known: an undo leaves them as they are. Not there: none. */
  unknownBefore: z.number().int().positive().optional(),
  /** This many would be restored by an undo. */
  toRestore: z.number().int(),
  /** An undo runs, or was cancelled or interrupted: a resume continues the undo. */
  back: z.boolean().optional(),
  /** While it runs: what it waits for (the vendor wants to be left alone until then). Else why it could not begin or stopped: the list could not be read, the key was refused. */
  problem: problemSchema.optional(),
});
export type BulkJob = z.infer<typeof bulkJobSchema>;

/**
 * `bulk`: the job of the account window. `panic`: an emergency stop, all sub-accounts disabled by one action, to be restored.
 * `previewing`: how many rows the preview of a change has read, of how many (null: not known).
 */
export const bulkViewSchema = z.object({
  bulk: bulkJobSchema.nullable(),
  panic: bulkJobSchema.nullable(),
  previewing: z.object({ read: z.number().int(), total: z.number().int().nullable() }).nullable(),
});
export type BulkView = z.infer<typeof bulkViewSchema>;

export const noBulk: BulkView = { bulk: null, panic: null, previewing: null };
