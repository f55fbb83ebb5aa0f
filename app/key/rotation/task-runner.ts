// Does the tasks of a rotation (due-tasks.ts): reads with its two keys, puts the new key to use, destroys the old one.
// The text of a key goes to the vendor at the rotation's own address, and nowhere else.
import type { RateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import type { Problem } from '../../model/problem';
import type { Rotation } from '../../model/rotation';
import type { RotationTask } from './due-tasks';
import type { Outcome, RotationEvent, Whose } from './event';
import type { RotationJournalWriter } from './journal-writer';
import type { KeyIntake } from './key-intake';
import type { RotationPorts } from './ports';

export type TaskRunnerPorts = Pick<RotationPorts, 'vault' | 'readAccount' | 'inUse'>;

export interface TaskRunnerParts {
  journal: RotationJournalWriter;
  intake: KeyIntake;
  /** Extended when a read is answered with a rate limit. */
  rateLimit: RateLimitWait;
}

export class TaskRunner {
  readonly #ports: TaskRunnerPorts;
  readonly #parts: TaskRunnerParts;
  /** The fingerprint of the key that `inUse` was called with last. */
  #announced: string | null = null;

  constructor(ports: TaskRunnerPorts, parts: TaskRunnerParts) {
    this.#ports = ports;
    this.#parts = parts;
  }

  /** `keyArrived`: the task found a new key, so `forgetKey` is due. */
  async run(task: RotationTask, rotation: Rotation): Promise<{ keyArrived: boolean }> {
    if (task === 'settle') return { keyArrived: await this.#parts.intake.settle(rotation) };
    await this.#runWithKey(task, rotation);
    return { keyArrived: false };
  }

  /** A new key has come: what was done with an earlier one says nothing of it. */
  forgetKey(): void {
    this.#announced = null;
  }

  #runWithKey(task: Exclude<RotationTask, 'settle'>, rotation: Rotation): Promise<void> {
    switch (task) {
      case 'watch-old':
        return this.#readOld(rotation, (fingerprint, outcome) => ({
          type: 'old-read',
          fingerprint,
          outcome,
          watched: true,
        }));
      case 'check-old':
        return this.#readOld(rotation, (fingerprint, outcome, problem) => ({
          type: 'old-checked',
          fingerprint,
          outcome,
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

  async #readOld(
    rotation: Rotation,
    eventFor: (fingerprint: string, outcome: Outcome, problem?: Problem) => RotationEvent,
  ): Promise<void> {
    const { journal } = this.#parts;
    const { id, oldFingerprint } = rotation;
    if (oldFingerprint === null) return;
    const text = await this.#ports.vault.textOf(oldFingerprint);
    if (!text.ok) {
      const isGone = text.problem.kind === 'key-missing' || text.problem.kind === 'key-unreadable';
      await journal.record(isGone ? { type: 'old-gone' } : eventFor(oldFingerprint, 'unknown', text.problem), id);
      return;
    }
    // The keyring may have taken its time: a key is read at its own address only.
    if (!journal.isHere(rotation)) return;
    const answer = await this.#read(text.value);
    if ('account' in answer) await journal.record(eventFor(oldFingerprint, 'accepted'), id);
    else if (answer.problem.kind === 'key-refused') await journal.record(eventFor(oldFingerprint, 'refused'), id);
    else await journal.record(eventFor(oldFingerprint, 'unknown', answer.problem), id);
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
