// The tasks of the rotations at the current address: starts each when it is due (due-tasks.ts), with one timer for all and no task twice
// at once. The text of a key goes to the vendor at the rotation's own address, and nowhere else.
import type { Problem } from '../../model/problem';
import type { Rotation } from '../../model/rotation/rotation';
import { isWaiting } from '../../model/rotation/rotation-queries';
import type { RateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import { dueTasks, MOST_WATCHES, type RotationTask } from './due-tasks';
import type { Outcome, RotationEvent, Whose } from './event';
import type { RotationJournalWriter } from './journal';
import type { KeyIntake } from './key-intake';
import type { RotationPorts } from './ports';

export type TaskPorts = Pick<RotationPorts, 'vault' | 'clock' | 'log' | 'readAccount' | 'inUse'>;

export interface TaskParts {
  journal: RotationJournalWriter;
  intake: KeyIntake;
  /** Extended when a read is answered with a rate limit. */
  rateLimit: RateLimitWait;
}

/** The computer's clock can be set: what is due is checked at least this often (ms). */
const CHECK_EVERY = 3_600_000;
/** The old key is read no faster than this, even out of turn (ms). */
const BETWEEN_READS = 5000;

export class TaskScheduler {
  readonly #ports: TaskPorts;
  readonly #parts: TaskParts;
  readonly #running = new Set<string>();
  /** When each task was last tried in this run, by rotation (ms). */
  readonly #tried = new Map<string, Partial<Record<RotationTask, number>>>();
  /** How often old keys were read while waiting, by rotation, as far as this run knows. */
  readonly #watched = new Map<string, number>();
  #watchedAt: number;
  /** The fingerprint of the key that `inUse` was called with last. */
  #announced: string | null = null;
  #cancelTimer = (): void => undefined;
  #isStopped = false;

  /** Starts nothing before `schedule`. */
  constructor(ports: TaskPorts, parts: TaskParts) {
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
    this.#announced = null;
    this.forgetTries();
  }

  /** Tries again what this rotation waits for, and reads its old key out of turn. */
  tryNow(rotation: Rotation): void {
    const checkedAt = this.#tried.get(rotation.id)?.['check-old'] ?? 0;
    this.#tried.delete(rotation.id);
    this.#startOld(rotation, checkedAt);
    this.schedule();
  }

  /** Reads the old key out of turn, but no faster than allowed. */
  tryOldNow(rotation: Rotation): void {
    this.#startOld(rotation, 0);
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
      await this.#perform(task, rotation);
    } catch {
      this.#ports.log('rotation trouble', { task });
    }
    this.#running.delete(name);
    this.schedule();
  }

  #startOld(rotation: Rotation, checkedAt: number): void {
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

  #perform(task: RotationTask, rotation: Rotation): Promise<void> {
    switch (task) {
      case 'settle':
        return this.#settle(rotation);
      case 'watch-old':
        return this.#readOld(rotation, (read) => ({ type: 'old-read', ...read, watched: true }));
      case 'check-old':
        return this.#readOld(rotation, (read, problem) => ({
          type: 'old-checked',
          ...read,
          ...(problem === undefined ? {} : { problem }),
        }));
      case 'prove-new':
        return this.#proveNew(rotation);
      case 'use-new':
        return this.#useNew(rotation);
      case 'destroy-old':
        return this.#destroyOld(rotation);
      default:
        return task satisfies never;
    }
  }

  async #settle(rotation: Rotation): Promise<void> {
    if (await this.#parts.intake.settle(rotation)) this.keyArrived();
  }

  async #readOld(
    rotation: Rotation,
    eventFor: (read: { fingerprint: string; outcome: Outcome }, problem?: Problem) => RotationEvent,
  ): Promise<void> {
    const { journal } = this.#parts;
    const { id, oldFingerprint: fingerprint } = rotation;
    if (fingerprint === null) return;
    const record = (outcome: Outcome, problem?: Problem) =>
      journal.record(eventFor({ fingerprint, outcome }, problem), id);
    const text = await this.#ports.vault.textOf(fingerprint);
    if (!text.ok) {
      const isGone = text.problem.kind === 'key-missing' || text.problem.kind === 'key-unreadable';
      await (isGone ? journal.record({ type: 'old-gone' }, id) : record('unknown', text.problem));
      return;
    }
    // The keyring may have taken its time: a key is read at its own address only.
    if (!journal.isHere(rotation)) return;
    const answer = await this.#read(text.value);
    if ('account' in answer) await record('accepted');
    else if (answer.problem.kind === 'key-refused') await record('refused');
    else await record('unknown', answer.problem);
  }

  async #proveNew(rotation: Rotation): Promise<void> {
    const { journal } = this.#parts;
    const { id, newFingerprint } = rotation;
    if (newFingerprint === null) return;
    const text = await this.#ports.vault.textOf(newFingerprint);
    if (!text.ok && text.problem.kind === 'key-missing') {
      await journal.record({ type: 'key-gone' }, id);
      return;
    }
    if (!journal.isHere(rotation)) return;
    const answer = text.ok ? await this.#read(text.value) : { problem: text.problem };
    await journal.record({ type: 'new-read', fingerprint: newFingerprint, answer }, id);
  }

  async #useNew(rotation: Rotation): Promise<void> {
    const { journal } = this.#parts;
    const { vault, inUse } = this.#ports;
    const fingerprint = rotation.newFingerprint;
    if (fingerprint === null) return;
    const promoted = await vault.promote(fingerprint);
    if (!journal.isHere(rotation)) return;
    const text = promoted.ok ? await vault.textOf(fingerprint) : promoted;
    // The keyring may have taken its time: another address that is set by now must not get this key.
    if (!journal.isHere(rotation)) return;
    if (!text.ok) {
      if (text.problem.kind === 'key-missing') await journal.record({ type: 'key-gone' }, rotation.id);
      journal.showProblem(text.problem);
      return;
    }
    if (this.#announced !== fingerprint) {
      this.#announced = fingerprint;
      inUse(text.value, rotation.proof.otherAccount !== null);
    }
    await journal.record({ type: 'in-use', fingerprint }, rotation.id);
  }

  async #destroyOld({ id, oldFingerprint }: Rotation): Promise<void> {
    if (oldFingerprint === null) return;
    const destroyed = await this.#ports.vault.destroyPrevious(oldFingerprint);
    if (destroyed.ok) await this.#parts.journal.record({ type: 'old-destroyed' }, id);
  }

  /** The account that the key with this text belongs to. */
  async #read(text: string): Promise<{ account: Whose } | { problem: Problem }> {
    const answer = await this.#ports.readAccount(text);
    if (answer.ok) {
      const { id, username, email } = answer.value;
      return { account: { id, name: username ?? email ?? '' } };
    }
    const { problem } = answer;
    if (problem.kind === 'rate-limited') this.#parts.rateLimit.extend(problem.until);
    return { problem };
  }
}

/** A read with one new key does not hold up the read with another. */
function nameOf(task: RotationTask, { id, newFingerprint }: Rotation): string {
  return `${task} ${id} ${newFingerprint}`;
}
