// One rotation of the account's key after the other: what the user asks of it, and what it shows. Each step is journalled before it is taken,
// so that a rotation continues after a restart.
import type { KeyStorage } from '../../model/key-storage';
import { failed, ok, type Result } from '../../model/problem';
import type { Place, RotationEntry, RotationView } from '../../model/rotation';
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import { CopyStep, type Saved } from './copy-step';
import { nextCheckAt } from './due-tasks';
import type { RotationEvent, Why } from './event';
import { RotationJournalWriter } from './journal-writer';
import { KeyIntake } from './key-intake';
import type { RotationPorts } from './ports';
import { isWaiting } from './rotation-queries';
import { TaskRunner } from './task-runner';
import { TaskScheduler } from './task-scheduler';

/** The rotations of one journal. Does nothing until `resume` or another call. */
export class RotationService {
  readonly #ports: RotationPorts;
  readonly #journal: RotationJournalWriter;
  readonly #rateLimit;
  readonly #intake: KeyIntake;
  readonly #copyStep: CopyStep;
  readonly #scheduler: TaskScheduler;
  readonly #unsubscribe: () => void;
  #isStopped = false;

  constructor(ports: RotationPorts) {
    this.#ports = ports;
    this.#journal = new RotationJournalWriter({ ...ports, onChange: () => this.#publish() });
    this.#rateLimit = createRateLimitWait(ports.clock.now);
    this.#intake = new KeyIntake(ports, this.#journal);
    this.#copyStep = new CopyStep(ports, this.#journal);
    const parts = { journal: this.#journal, intake: this.#intake, rateLimit: this.#rateLimit };
    this.#scheduler = new TaskScheduler(ports, { ...parts, runner: new TaskRunner(ports, parts) });
    this.#unsubscribe = ports.copyOnce.subscribe(() => this.#publish());
  }

  view(): RotationView {
    const { current, receipts, places } = this.#journal.content();
    const { problem } = this.#journal;
    const isHere = current !== null && this.#journal.isHere(current);
    return {
      current,
      receipts,
      places,
      nextCheckAt: isHere ? nextCheckAt(current, this.#rateLimit.until() ?? 0, this.#ports.clock.now()) : null,
      clipboard: this.#ports.copyOnce.state(),
      ...(problem === null ? {} : { problem }),
    };
  }

  /** Continues from the journal, and repairs what a crash left unfinished: at a start, and after the keyring was opened. */
  async resume(): Promise<void> {
    this.#scheduler.forgetTries();
    if (this.#isNewKeyGone()) await this.#journal.record({ type: 'key-gone' });
    this.#publish();
    this.#scheduler.schedule();
    await this.#copyStep.clearEarlierCopy();
  }

  async begin(entry: RotationEntry): Promise<Result<void>> {
    const origin = this.#ports.origin();
    if (origin === '') return failed({ kind: 'insecure-address' });
    const { account, keyRefused, refusedAt } = this.#ports.known();
    const inUse = this.#ports.vault.inUse();
    const name = account?.username ?? account?.email ?? '';
    return this.#thenSchedule(
      this.#journal.record({
        type: 'begin',
        id: this.#ports.newId(),
        // With a key in use it is not the first.
        entry: entry === 'first' && inUse !== null ? 'on-purpose' : entry,
        origin,
        account: account === null ? null : { id: account.id, name },
        oldKey: inUse === null ? null : { ...inUse, refused: keyRefused, refusedAt },
        places: this.#journal.content().places,
      }),
    );
  }

  next(): Promise<Result<void>> {
    return this.#recordHere({ type: 'next' });
  }

  back(): Promise<Result<void>> {
    return this.#recordHere({ type: 'back' });
  }

  /** Journals the visit, then opens the page with `open`. */
  async openDashboard(why: Why, open: () => Promise<Result<void>>): Promise<Result<void>> {
    const visit = await this.#recordHere({ type: 'dashboard', why });
    if (!visit.ok) return visit;
    const opened = await open();
    if (!opened.ok) await this.#thenSchedule(this.#journal.record({ type: 'dashboard-failed' }));
    return opened;
  }

  /**
   * Takes the new key from what the user pasted. Ok when it is on disk; it is checked with the vendor after that. Without `storage` it is
   * stored as the old one was.
   */
  async receive(pasted: string, storage?: KeyStorage): Promise<Result<void>> {
    try {
      const received = await this.#intake.receive(pasted, storage);
      if (received.ok) this.#scheduler.keyArrived();
      return received;
    } finally {
      this.#scheduler.schedule();
    }
  }

  discardReceived(): Promise<Result<void>> {
    return this.#recordHere({ type: 'discard' });
  }

  acceptAccount(): Promise<Result<void>> {
    return this.#recordHere({ type: 'accept-account' });
  }

  async proveNow(): Promise<Result<void>> {
    const rotation = this.#journal.current();
    if (rotation === null) return failed({ kind: 'not-now' });
    const proved = await this.#recordHere({ type: 'prove-now' });
    if (proved.ok) this.#scheduler.tryNow(rotation);
    return proved;
  }

  /** The new key's text, in the copy step only. */
  async reveal(): Promise<Result<{ text: string }>> {
    const text = await this.#copyStep.text();
    this.#scheduler.schedule();
    return text.ok ? ok({ text: text.value }) : text;
  }

  /** Copies the new key, in the copy step only. */
  copy(): Promise<Result<void>> {
    return this.#thenSchedule(this.#copyStep.copy());
  }

  /** Hands the new key's text to `save`, in the copy step only. */
  async saveToFile(save: (text: string) => Saved): Saved {
    const saved = await this.#copyStep.saveToFile(save);
    this.#scheduler.schedule();
    return saved;
  }

  noCopyNeeded(): Promise<Result<void>> {
    return this.#recordHere({ type: 'copied', how: 'not-needed' });
  }

  tick(placeId: string, ticked: boolean): Promise<Result<void>> {
    return this.#thenSchedule(this.#journal.record({ type: 'tick', placeId, ticked }));
  }

  finish(): Promise<Result<void>> {
    return this.#thenSchedule(this.#journal.record({ type: 'finish' }));
  }

  /**
   * Cancels the rotation while nothing was revoked. From another address than its own it ends in any step, and its keys stay stored for
   * their address.
   */
  async abandon(): Promise<Result<void>> {
    const rotation = this.#journal.current();
    if (rotation !== null && !this.#journal.isHere(rotation)) {
      return this.#thenSchedule(this.#journal.record({ type: 'leave' }));
    }
    const discarded = rotation?.discarded;
    // Only this rotation knows that the key was discarded: the next one would take it.
    const destroyed = discarded === undefined ? ok(undefined) : await this.#journal.destroyReceived(discarded);
    return destroyed.ok ? this.#thenSchedule(this.#journal.record({ type: 'abandon' })) : destroyed;
  }

  changePlaces(places: Place[]): Promise<Result<void>> {
    return this.#journal.changePlaces(places);
  }

  /** Another read was refused with the key in use. */
  async oldKeyRefused(): Promise<void> {
    const fingerprint = this.#ports.vault.inUse()?.fingerprint;
    if (fingerprint === undefined || fingerprint !== this.#journal.current()?.oldFingerprint) return;
    await this.#recordHere({ type: 'old-read', fingerprint, outcome: 'refused', watched: false });
  }

  /** Another read was accepted with the key in use. Reads an old key that was refused again: that may have been a mistake. */
  oldKeyAnswered(): void {
    const rotation = this.#journal.current();
    if (!isWaiting(rotation)) return;
    if (rotation.oldKey.status !== 'dead' && rotation.oldKey.refusedOnceAt === undefined) return;
    if (this.#ports.vault.inUse()?.fingerprint === rotation.oldFingerprint) this.#scheduler.tryOldNow(rotation);
  }

  /** The network is back, or the computer woke up: tries again what waits. */
  wake(): void {
    this.#scheduler.forgetTries();
    this.#scheduler.schedule();
  }

  stop(): void {
    this.#isStopped = true;
    this.#journal.stop();
    this.#scheduler.stop();
    this.#unsubscribe();
  }

  #recordHere(event: RotationEvent): Promise<Result<void>> {
    return this.#thenSchedule(this.#journal.recordHere(event));
  }

  /** Schedules what is due after a recorded step. */
  async #thenSchedule(recorded: Promise<Result<unknown>>): Promise<Result<void>> {
    const result = await recorded;
    this.#scheduler.schedule();
    return result.ok ? ok(undefined) : result;
  }

  /** Whether the new key was in memory only, and NineTray was restarted since. */
  #isNewKeyGone(): boolean {
    const rotation = this.#journal.current();
    const fingerprint = rotation?.newFingerprint ?? null;
    // At another address the vault has other keys.
    if (rotation === null || fingerprint === null || !this.#journal.isHere(rotation)) return false;
    const { vault } = this.#ports;
    return vault.received()?.fingerprint !== fingerprint && vault.inUse()?.fingerprint !== fingerprint;
  }

  #publish(): void {
    if (!this.#isStopped) this.#ports.publish(this.view());
  }
}
