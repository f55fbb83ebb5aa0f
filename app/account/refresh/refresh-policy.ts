// When to read next, and why. A pure function of the circumstances: it starts no timer and asks no clock.
import type { Settings } from '../../model/settings';
import type { RefreshReason } from '../../model/state/app-state';

export interface Circumstances {
  /** `blocked`: there is one, but the settings lead nowhere. */
  key: 'present' | 'refused' | 'none' | 'blocked';
  /** Whether the system reports a network. */
  online: boolean;
  /** A window of ours is visible. */
  looking: boolean;
  /** When a window last showed the figures (ms), or null. */
  lookedAt: number | null;
  onBattery: boolean;
  metered: boolean;
  pace: Settings['pace'];
  /** When the last batch ended (ms), or null when none has. */
  lastEndedAt: number | null;
  /** Something that asks for a read of its own, and when it happened (ms). Cleared when the next batch begins. */
  trigger: { kind: 'after-action' | 'after-wake' | 'after-network'; at: number } | null;
  /** Batches in a row in which nothing could be read. */
  failures: number;
  /** The vendor limits the rate until then (ms). */
  rateLimitedUntil: number | null;
}

/** `delay` in ms from now; null: not before the circumstances change. */
export interface NextRefresh {
  delay: number | null;
  reason: RefreshReason;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How often while a window shows the figures, shortly after, and in the background. */
const INTERVALS: Record<Settings['pace'], { looking: number; recently: number; idle: number }> = {
  gentle: { looking: 30 * SECOND, recently: 5 * MINUTE, idle: 30 * MINUTE },
  normal: { looking: 15 * SECOND, recently: 2 * MINUTE, idle: 10 * MINUTE },
  quick: { looking: 10 * SECOND, recently: MINUTE, idle: 3 * MINUTE },
};
const RECENTLY = 10 * MINUTE;
/** When the user opens the popover, figures older than this are read again at once. */
const FRESH_ENOUGH = 5 * SECOND;
const BATTERY_FACTOR = 2;
const METERED_FACTOR = 3;
/** A refused key is tried again: a refusal can be the vendor's mistake, and the user may not be there to enter a key. */
const REFUSED_AGAIN = 60 * MINUTE;
const LONGEST_BACK_OFF = 15 * MINUTE;
/** While the system reports no network and reads fail, the next one comes no sooner. */
const OFFLINE_LEAST = MINUTE;

/** After how many ms a figure counts as stale at this pace: two missed reads of the slowest kind, and a margin. */
export function staleAfter(pace: Settings['pace']): number {
  return INTERVALS[pace].idle * BATTERY_FACTOR * 2 + MINUTE;
}

/**
 * The next read. `random` in [0, 1) spreads reads after a network comes back, so that many machines do not come at once.
 */
export function nextRefresh(now: number, c: Circumstances, random: number): NextRefresh {
  if (c.key === 'none') return { delay: null, reason: 'no-key' };
  if (c.key === 'blocked') return { delay: null, reason: 'settings' };
  if (c.key === 'refused') {
    const silence = (c.rateLimitedUntil ?? now) - now;
    return { delay: Math.max(silence, sinceLast(now, c, REFUSED_AGAIN)), reason: 'key-dead' };
  }
  const asked = interval(now, c, random);
  if (c.rateLimitedUntil !== null && c.rateLimitedUntil > now + asked.delay) {
    return { delay: c.rateLimitedUntil - now, reason: 'rate-limited' };
  }
  return asked;
}

/** How much is left (ms) of a wait that began with the last read. */
function sinceLast(now: number, { lastEndedAt }: Circumstances, wait: number): number {
  return lastEndedAt === null ? 0 : Math.max(0, wait - Math.max(0, now - lastEndedAt));
}

function interval(now: number, c: Circumstances, random: number): { delay: number; reason: RefreshReason } {
  const left = (every: number) => sinceLast(now, c, every);
  if (c.trigger !== null) {
    const { kind, at } = c.trigger;
    const wait = kind === 'after-network' ? SECOND + random * 4 * SECOND : kind === 'after-wake' ? SECOND : 0;
    return { delay: Math.max(0, Math.round(wait - Math.max(0, now - at))), reason: kind };
  }
  if (c.failures > 0) {
    const backOff = Math.min(LONGEST_BACK_OFF, 15 * SECOND * 2 ** Math.min(c.failures, 10)) * (0.75 + random / 2);
    // The system can be wrong (VPNs, containers): it decides how soon to try again, never whether.
    return c.online
      ? { delay: Math.round(left(backOff)), reason: 'backing-off' }
      : { delay: Math.round(left(Math.max(OFFLINE_LEAST, backOff))), reason: 'offline' };
  }
  const every = INTERVALS[c.pace];
  if (c.looking) {
    const justOpened = c.lookedAt !== null && c.lastEndedAt !== null && c.lookedAt > c.lastEndedAt && c.lookedAt <= now;
    return { delay: left(justOpened ? FRESH_ENOUGH : every.looking), reason: 'looking' };
  }
  if (c.lookedAt !== null && c.lookedAt <= now && now - c.lookedAt < RECENTLY)
    return { delay: left(every.recently), reason: 'recently-looked' };
  if (c.metered) return { delay: left(every.idle * METERED_FACTOR), reason: 'metered' };
  if (c.onBattery) return { delay: left(every.idle * BATTERY_FACTOR), reason: 'on-battery' };
  return { delay: left(every.idle), reason: 'idle' };
}
