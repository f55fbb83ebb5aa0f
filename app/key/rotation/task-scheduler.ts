// Starts what a rotation calls for (due.ts) when it is time: one timer for all, no work twice at once, and none for another address.
// It must not: decide what is due, do the work itself, or take a step.
import { dueTasks, MOST_WATCHES, type RotationTask } from './due-tasks';
import { isWaiting } from './reducer';
import type { RotationPorts } from './ports';
import type { Rotation } from '../../model/rotation';

export interface TaskScheduler {
  /** Starts what is due, and sets one timer for what is due next. */
  schedule(): void;
  /** Forgets what was tried when: all of it may be tried again at once. */
  forgetTries(): void;
  /** Tries again what this rotation waits for, and reads its old key out of turn. */
  tryNow(rotation: Rotation): void;
  /** Reads the old key out of turn, and not faster than ever. */
  tryOldNow(rotation: Rotation): void;
  stop(): void;
}

export interface TaskSchedulerOptions extends Pick<RotationPorts, 'clock' | 'log'> {
  /** Rotations that something may have to be done for, at the address that is meant now. */
  open(): Rotation[];
  /** It is about the vendor's address that is meant now. */
  isHere(rotation: Rotation): boolean;
  /** The fingerprint of the received key in the vault, or null; null as well while one is on its way in. */
  held(): string | null;
  /** A key is on its way in: what the vault holds is not settled yet. */
  isArriving(): boolean;
  /** The vendor asked for silence until then (ms). */
  silentUntil(): number;
  /** Does the work. */
  perform(work: RotationTask, rotation: Rotation): Promise<void>;
}

/** The computer's clock can be set: what is due is checked at least this often (ms). */
const CHECKED_EVERY = 3_600_000;
/** The old key is read no faster than this, even out of turn (ms). */
const BETWEEN_READS = 5000;

/** The works of the rotations that `open` names. Starts nothing before `arm`. */
export function createTaskScheduler({
  clock,
  log,
  open,
  isHere,
  held,
  isArriving,
  silentUntil,
  perform,
}: TaskSchedulerOptions): TaskScheduler {
  let cancelTimer = (): void => undefined;
  let stopped = false;
  const tried = new Map<string, Partial<Record<RotationTask, number>>>();
  const running = new Set<string>();
  let watchedAt = clock.now();
  /** Reads of old keys by rotation, as far as this run knows. */
  const watches = new Map<string, number>();

  const watchedOf = ({ id, oldKey }: Rotation) => Math.max(watches.get(id) ?? 0, oldKey.watched);

  function arm(): void {
    cancelTimer();
    if (stopped) return;
    const now = clock.now();
    let nextAt = Number.POSITIVE_INFINITY;
    for (const rotation of open()) {
      const known = { tried: tried.get(rotation.id) ?? {}, watchedAt, watched: watchedOf(rotation), held: held() };
      for (const { work, at } of dueTasks(rotation, { ...known, now, silentUntil: silentUntil() })) {
        if (running.has(nameOf(work, rotation)) || (work === 'settle' && isArriving())) continue;
        if (at <= now) start(work, rotation);
        else nextAt = Math.min(nextAt, at);
      }
    }
    if (nextAt !== Number.POSITIVE_INFINITY) cancelTimer = clock.after(Math.min(nextAt - now, CHECKED_EVERY), arm);
  }

  /** A read with one new key does not hold up the read with another. */
  const nameOf = (work: RotationTask, { id, newFingerprint }: Rotation) => `${work} ${id} ${newFingerprint}`;

  function start(work: RotationTask, rotation: Rotation): void {
    const name = nameOf(work, rotation);
    if (running.has(name)) return;
    running.add(name);
    const end = () => {
      running.delete(name);
      arm();
    };
    tried.set(rotation.id, { ...tried.get(rotation.id), [work]: clock.now() });
    if (work === 'watch-old') {
      watchedAt = clock.now();
      watches.set(rotation.id, watchedOf(rotation) + 1);
    }
    perform(work, rotation).then(end, () => {
      log('rotation trouble', { work });
      end();
    });
  }

  function readOld(rotation: Rotation, checkedAt: number): void {
    const { oldFingerprint, oldKey, proof } = rotation;
    if (oldFingerprint === null || proof.oldDead === 'waived' || oldKey.destroyedAt !== null) return;
    if (!isHere(rotation)) return;
    const now = clock.now();
    // A read that lies in the future is from before the clock was set back.
    const isPaused = (readAt: number) => Math.abs(now - readAt) < BETWEEN_READS;
    if (isWaiting(rotation)) {
      if (watchedOf(rotation) < MOST_WATCHES && !isPaused(watchedAt)) start('watch-old', rotation);
    } else if (!isPaused(checkedAt)) {
      start('check-old', rotation);
    }
  }

  return {
    schedule: arm,
    forgetTries: () => tried.clear(),
    tryNow(rotation) {
      const checkedAt = tried.get(rotation.id)?.['check-old'] ?? 0;
      tried.delete(rotation.id);
      readOld(rotation, checkedAt);
      arm();
    },
    tryOldNow: (rotation) => readOld(rotation, 0),
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}
