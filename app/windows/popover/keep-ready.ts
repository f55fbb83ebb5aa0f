// Whether the popover's window is kept ready while it is hidden, and why. A pure function of the circumstances: it starts
// no timer and asks no clock.
import type { Settings } from '../../model/settings';

export interface ReadyCircumstances {
  setting: Settings['popoverReady'];
  /** When the popover was opened (ms), oldest first; of all openings at least the last ones, as `withOpening` keeps them. */
  openings: readonly number[];
  onBattery: boolean;
  /** The computer has little memory left. */
  isMemoryScarce: boolean;
}

/** `until`: when the user has no longer opened it often enough (ms); null: not before the circumstances change. */
export interface Readiness {
  isKept: boolean;
  reason: 'never' | 'memory-scarce' | 'always' | 'on-battery' | 'opened-often' | 'opened-rarely';
  until: number | null;
}

const HOUR = 60 * 60_000;
/** Opened so many times ... */
const OFTEN = 10;
/** ... within this time (ms): so a user of yesterday has it ready this morning. */
const WITHIN = 24 * HOUR;
/** Memory is scarce below this share of all, or this much (bytes). The window takes about 50 MiB. */
const SCARCE = { share: 0.1, bytes: 512 * 1024 * 1024 };

/** Whether the window is kept at `now` (ms). Openings that a clock that was set back has put into the future don't count. */
export function popoverReadiness(
  now: number,
  { setting, openings, onBattery, isMemoryScarce }: ReadyCircumstances,
): Readiness {
  const not = (reason: Readiness['reason']): Readiness => ({ isKept: false, reason, until: null });
  if (setting === 'never') return not('never');
  if (isMemoryScarce) return not('memory-scarce');
  if (setting === 'always') return { isKept: true, reason: 'always', until: null };
  if (onBattery) return not('on-battery');
  const earliest = openings.filter((at) => at <= now).at(-OFTEN);
  if (earliest === undefined || now - earliest >= WITHIN) return not('opened-rarely');
  return { isKept: true, reason: 'opened-often', until: earliest + WITHIN };
}

/** The openings with one at `now` (ms), and no more of them than the policy needs. */
export function withOpening(openings: readonly number[], now: number): number[] {
  return [...openings.filter((at) => at <= now), now].slice(-OFTEN);
}

/** Whether a window is made when the pointer comes over the icon: it is closed again soon if no click follows. */
export function isPreparedOnHover({ setting, isMemoryScarce }: ReadyCircumstances): boolean {
  return setting !== 'never' && !isMemoryScarce;
}

/** Whether so much memory of the total (bytes) is little. */
export function isScarce(available: number, total: number): boolean {
  return available < Math.max(total * SCARCE.share, SCARCE.bytes);
}
