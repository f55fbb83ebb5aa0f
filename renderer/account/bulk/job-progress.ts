// How far a job is, and whether it is under way.
import type { BulkJob } from '../../../app/model/bulk/bulk';

/** Requests are being made for it. */
export function isUnderWay({ phase }: BulkJob): boolean {
  return phase === 'gathering' || phase === 'running' || phase === 'undoing';
}

/** Rows that are through, of how many; null while that is not known yet. */
export function progressOf({ phase, total, counts, back }: BulkJob): { part: number; whole: number } | null {
  if (phase === 'gathering' || total === 0) return null;
  // In an undo, only what was changed counts.
  if (back === true || phase === 'undoing') {
    const whole = counts.undone + counts.changed;
    return whole === 0 ? null : { part: counts.undone, whole };
  }
  return { part: total - counts.waiting, whole: total };
}
