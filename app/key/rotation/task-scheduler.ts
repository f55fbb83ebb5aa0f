// Starts the tasks of the rotations at the current address when they are due (due-tasks.ts): one timer for all, no task twice at once.
import type { RateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import type { Rotation } from '../../model/rotation';
import { dueTasks, MOST_WATCHES, type RotationTask } from './due-tasks';
import type { RotationJournalWriter } from './journal-writer';
import type { KeyIntake } from './key-intake';
import type { RotationPorts } from './ports';
import { isWaiting } from './rotation-queries';
import type { TaskRunner } from './task-runner';

export type TaskSchedulerPorts = Pick<RotationPorts, 'vault' | 'clock' | 'log'>;

export interface TaskSchedulerParts {
  journal: RotationJournalWriter;
  intake: KeyIntake;
  rateLimit: RateLimitWait;
  runner: TaskRunner;
}

/** The computer's clock can be set: what is due is checked at least this often (ms). */
const CHECK_EVERY = 3_600_000;
/** The old key is read no faster than this, even out of turn (ms). */
const BETWEEN_READS = 5000;

export class TaskScheduler {
  readonly #ports: TaskSchedulerPorts;
  readonly #parts: TaskSchedulerParts;
  readonly #running = new Set<string>();
  /** When each task was last tried in this run, by rotation (ms). */
  readonly #tried = new Map<string, Partial<Record<RotationTask, number>>>();
  /** How often old keys were read while waiting, by rotation, as far as this run knows. */
  readonly #watched = new Map<string, number>();
  #watchedAt: number;
  #cancelTimer = (): void => undefined;
  #isStopped = false;

  /** Starts nothing before `schedule`. */
  constructor(ports: TaskSchedulerPorts, parts: TaskSchedulerParts) {
    this.#ports = ports;
    this.#parts = parts;
    this.#watchedAt = ports.clock.now();
  }

  /** Starts what is due, and sets one timer for what is due next. */
  schedule(): void {
    this.#cancelTimer();
    if (this.#isStopped) return;
    const { clock } = this.#ports;
    const now = clock.now();
    let nextAt = Number.POSITIVE_INFINITY;
    for (const rotation of this.#parts.journal.rotationsHere()) {
      for (const { task, at } of this.#dueTasks(rotation, now)) {
        if (at <= now) this.#start(task, rotation);
        else nextAt = Math.min(nextAt, at);
      }
    }
    if (nextAt === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = clock.after(Math.min(nextAt - now, CHECK_EVERY), () => this.schedule());
  }

  /** All tasks may be tried again at once. */
  forgetTries(): void {
    this.#tried.clear();
  }

  /** A new key has come: what was tried with an earlier one says nothing of it. */
  keyArrived(): void {
    this.#parts.runner.forgetKey();
    this.forgetTries();
  }

  /** Tries again what this rotation waits for, and reads its old key out of turn. */
  tryNow(rotation: Rotation): void {
    const checkedAt = this.#tried.get(rotation.id)?.['check-old'] ?? 0;
    this.#tried.delete(rotation.id);
    this.#readOld(rotation, checkedAt);
    this.schedule();
  }

  /** Reads the old key out of turn, but no faster than allowed. */
  tryOldNow(rotation: Rotation): void {
    this.#readOld(rotation, 0);
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
  }

  #dueTasks(rotation: Rotation, now: number): { task: RotationTask; at: number }[] {
    const { intake, rateLimit } = this.#parts;
    const due = dueTasks(rotation, {
      now,
      tried: this.#tried.get(rotation.id) ?? {},
      watchedAt: this.#watchedAt,
      watched: this.#watchedOf(rotation),
      // While a key is being stored, what the vault holds is not settled.
      held: intake.isUnderWay ? null : (this.#ports.vault.received()?.fingerprint ?? null),
      silentUntil: rateLimit.until() ?? 0,
    });
    return due.filter(
      ({ task }) => !this.#running.has(nameOf(task, rotation)) && !(task === 'settle' && intake.isUnderWay),
    );
  }

  #start(task: RotationTask, rotation: Rotation): void {
    const name = nameOf(task, rotation);
    if (this.#running.has(name)) return;
    this.#running.add(name);
    const now = this.#ports.clock.now();
    this.#tried.set(rotation.id, { ...this.#tried.get(rotation.id), [task]: now });
    if (task === 'watch-old') {
      this.#watchedAt = now;
      this.#watched.set(rotation.id, this.#watchedOf(rotation) + 1);
    }
    void this.#run(task, rotation, name);
  }

  async #run(task: RotationTask, rotation: Rotation, name: string): Promise<void> {
    try {
      const { keyArrived } = await this.#parts.runner.run(task, rotation);
      if (keyArrived) this.keyArrived();
    } catch {
      this.#ports.log('rotation trouble', { task });
    }
    this.#running.delete(name);
    this.schedule();
  }

  #readOld(rotation: Rotation, checkedAt: number): void {
    const { oldFingerprint, oldKey, proof } = rotation;
    if (oldFingerprint === null || proof.oldDead === 'waived' || oldKey.destroyedAt !== null) return;
    if (!this.#parts.journal.isHere(rotation)) return;
    const now = this.#ports.clock.now();
    // A read that lies in the future is from before the clock was set back.
    const isTooSoon = (readAt: number) => Math.abs(now - readAt) < BETWEEN_READS;
    if (isWaiting(rotation)) {
      if (this.#watchedOf(rotation) < MOST_WATCHES && !isTooSoon(this.#watchedAt)) this.#start('watch-old', rotation);
    } else if (!isTooSoon(checkedAt)) {
      this.#start('check-old', rotation);
    }
  }

  #watchedOf({ id, oldKey }: Rotation): number {
    return Math.max(this.#watched.get(id) ?? 0, oldKey.watched);
  }
}

/** A read with one new key does not hold up the read with another. */
function nameOf(task: RotationTask, { id, newFingerprint }: Rotation): string {
  return `${task} ${id} ${newFingerprint}`;
}
