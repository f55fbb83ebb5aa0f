// The tasks of a rotation at a moment: reads of the old and the new key, the change in the vault, the destruction of a dead key.
// Follows from the state alone, so that a restart needs nothing else. Pure; starts no timer.
import { isProved, isWaiting } from '../../model/rotation/rotation-queries';
import { CONFIRM_AFTER } from './key-reads';
import type { Rotation } from '../../model/rotation/rotation';

export type RotationTask = 'settle' | 'watch-old' | 'prove-new' | 'use-new' | 'check-old' | 'destroy-old';

/** What is not journalled, since a restart may lose it. Moments in ms. */
export interface Circumstances {
  now: number;
  /** When each task was last tried in this run. */
  tried: Partial<Record<RotationTask, number>>;
  /** When the old key was last read while waiting, at the latest: the start of the run counts. */
  watchedAt: number;
  /** How often the old key was read while waiting, at least: the journal cannot count while the disk is full. */
  watched: number;
  /** The fingerprint of the received key in the vault, or null. */
  held: string | null;
  /** The vendor limits the rate until then. */
  silentUntil: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Reads of the old key while the new one is waited for: never more in one rotation. */
export const MOST_WATCHES = 60;
/** After the new key came, the old one is tried at once, after 30 s, 2 min and 10 min. */
const CHECKS = [0, 30 * SECOND, 2 * MINUTE, 10 * MINUTE];
const LAST_CHECK = 10 * MINUTE;
/** While it is accepted even after that: how often, and how many tries altogether. */
const LATER_CHECKS = 30 * MINUTE;
const MOST_CHECKS = 24;
const AGAIN = 10 * SECOND;
/** How often a first refusal is confirmed once the old key was read often enough. */
const CONFIRM_LATER = 10 * MINUTE;

/** The tasks of this rotation, each with the moment (ms) at which it is due; one in the past is due now. */
export function dueTasks(rotation: Rotation, circumstances: Circumstances): { task: RotationTask; at: number }[] {
  const { now, tried, watchedAt, silentUntil } = circumstances;
  const watched = Math.max(circumstances.watched, rotation.oldKey.watched);
  // A moment in the future is from before the clock was set back: nothing waits for it.
  const past = (moment = 0) => (moment > now ? 0 : moment);
  const again = (task: RotationTask, wait: number) => (past(tried[task]) === 0 ? 0 : past(tried[task]) + wait);
  const tasks: { task: RotationTask; at: number }[] = [];
  if (needsSettling(rotation, circumstances.held)) tasks.push({ task: 'settle', at: again('settle', AGAIN) });
  const { refusedOnceAt } = rotation.oldKey;
  if (mayBeRead(rotation) && refusedOnceAt !== undefined) {
    const isTried = past(watchedAt) > refusedOnceAt;
    const interval = watched < MOST_WATCHES ? watchInterval(watched) : CONFIRM_LATER;
    const from = isTried ? watchedAt + interval : past(refusedOnceAt) + CONFIRM_AFTER;
    tasks.push({ task: 'watch-old', at: Math.max(silentUntil, from) });
  } else if (isWatched(rotation) && watched < MOST_WATCHES) {
    const from = Math.max(past(watchedAt), past(rotation.sentToDashboard.at(-1)?.at));
    tasks.push({ task: 'watch-old', at: Math.max(silentUntil, from + watchInterval(watched)) });
  }
  if (rotation.step === 'prove' && rotation.proof.answers === 'open') {
    const { refusedOnceAt: newRefusedAt, waitingFor } = rotation.proof;
    const confirmAt = newRefusedAt === undefined ? 0 : past(newRefusedAt) + CONFIRM_AFTER;
    const wait = newRefusedAt === undefined || waitingFor !== undefined ? AGAIN : CONFIRM_AFTER;
    tasks.push({ task: 'prove-new', at: Math.max(silentUntil, confirmAt, again('prove-new', wait)) });
  }
  if (isProved(rotation)) tasks.push({ task: 'use-new', at: again('use-new', AGAIN) });
  const check = nextCheckAt(rotation, silentUntil, now);
  if (check !== null) {
    tasks.push({ task: 'check-old', at: Math.max(check, again('check-old', 5 * SECOND)) });
  }
  if (mustDestroy(rotation)) tasks.push({ task: 'destroy-old', at: again('destroy-old', MINUTE) });
  return tasks;
}

/** Whether the vault has a key that the journal does not know for sure, or still has one that was discarded. */
function needsSettling(rotation: Rotation, held: string | null): boolean {
  return isWaiting(rotation) && (rotation.receiving !== undefined || held !== null);
}

function isWatched(rotation: Rotation): boolean {
  const { step, sentToDashboard } = rotation;
  return mayBeRead(rotation) && step !== 'prepare' && sentToDashboard.length > 0;
}

/** Whether there is an old key that is not known to be dead, while the new one is waited for. */
function mayBeRead(rotation: Rotation): boolean {
  const { oldFingerprint, oldKey, receiving, proof } = rotation;
  const isThere = oldFingerprint !== null && proof.oldDead !== 'waived' && oldKey.status !== 'dead';
  return isWaiting(rotation) && isThere && receiving === undefined;
}

/** Two minutes of every 5 s, then slower: 60 reads last for 24 minutes. */
function watchInterval(watched: number): number {
  if (watched < 24) return 5 * SECOND;
  return watched < 42 ? 15 * SECOND : MINUTE;
}

/** The checks with an answer. */
function counted({ oldKey: { checks } }: Rotation): Rotation['oldKey']['checks'] {
  return checks.filter(({ outcome }) => outcome !== 'unknown');
}

/** Whether the old key's tries are over: refused at the end, confirmed, more than once, and long enough after the new key came. */
function isSeriesOver(rotation: Rotation): boolean {
  const { receivedAt, oldKey } = rotation;
  const last = oldKey.checks.at(-1);
  if (receivedAt === null || last?.outcome !== 'refused' || oldKey.refusedOnceAt !== undefined) return false;
  return last.at >= receivedAt + LAST_CHECK && counted(rotation).length > 1;
}

/** When the old key is to be tried next (ms), as of `now`, after the vendor's rate limit; null: no longer, or not yet. */
export function nextCheckAt(rotation: Rotation, silentUntil: number, now: number): number | null {
  const at = nextCheck(rotation);
  if (at === null) return null;
  const before = Math.max(rotation.oldKey.checks.at(-1)?.at ?? 0, rotation.receivedAt ?? 0);
  // The clock was set back since: nothing waits until it has caught up.
  return Math.max(before > now ? now : at, silentUntil);
}

function nextCheck(rotation: Rotation): number | null {
  const { receivedAt, oldFingerprint, oldKey, proof } = rotation;
  if (receivedAt === null || oldFingerprint === null || oldKey.destroyedAt !== null) return null;
  if (proof.oldDead === 'waived' || isSeriesOver(rotation)) return null;
  const last = oldKey.checks.at(-1);
  if (last === undefined) return receivedAt;
  // Every 30 s at first; after hours without a network, or with another keyring, less and less often.
  if (last.outcome === 'unknown') {
    return last.at + Math.min(Math.max((last.at - receivedAt) / 10, 30 * SECOND), LATER_CHECKS);
  }
  if (last.outcome === 'refused' && oldKey.refusedOnceAt !== undefined) return last.at + CONFIRM_AFTER;
  if (counted(rotation).length >= MOST_CHECKS) return null;
  const next = CHECKS.find((after) => receivedAt + after > last.at);
  if (next !== undefined) return receivedAt + next;
  return last.at + (last.outcome === 'refused' ? 30 * SECOND : LATER_CHECKS);
}

/** Only after the whole series, and only once another key has taken its place. */
function mustDestroy(rotation: Rotation): boolean {
  const { step, oldKey, proof } = rotation;
  const hasPlace = step === 'copy' || step === 'update' || step === 'receipt';
  return hasPlace && proof.oldDead === 'proved' && oldKey.destroyedAt === null && isSeriesOver(rotation);
}
