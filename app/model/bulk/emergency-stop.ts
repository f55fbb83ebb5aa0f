// What an emergency stop has left behind, derived from its job. Pure.
import { z } from 'zod';
import type { BulkJob } from './bulk';

/**
 * `stopped`: over, and `count` sub-accounts are off because of it. `incomplete`: over, it switched nothing off, and some may still be on.
 * `isPartial`: some of those that it was meant for may still be on.
 */
export const emergencyStopSchema = z.object({
  phase: z.enum(['stopping', 'stopped', 'restoring', 'incomplete']),
  /** So many a restore would switch on again. */
  count: z.number().int(),
  isPartial: z.boolean(),
});
export type EmergencyStop = z.infer<typeof emergencyStopSchema>;

/** The emergency stop of a state, by its job; null: there is none, or it left nothing behind. */
export function emergencyStopOf(job: BulkJob | null): EmergencyStop | null {
  if (job === null || job.phase === 'undone') return null;
  const { phase, toRestore: count, back = false, stillOn = 0, mayBeOn = 0 } = job;
  if (phase === 'undoing') return { phase: 'restoring', count, isPartial: false };
  if (phase === 'gathering' || phase === 'running')
    return { phase: back ? 'restoring' : 'stopping', count, isPartial: false };
  const isPartial = !back && (phase === 'interrupted' || phase === 'cancelled' || stillOn + mayBeOn > 0);
  if (count > 0) return { phase: 'stopped', count, isPartial };
  // One that the user cancelled before it switched anything off is not a problem.
  return isPartial && phase !== 'cancelled' ? { phase: 'incomplete', count, isPartial } : null;
}
