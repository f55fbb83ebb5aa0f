// One rotation of the account's key after the other: what the user asks of it, and what it shows. Each step is journalled before it is taken,
// so that a rotation continues after a restart. The new key's text leaves in the copy step only, at the rotation's own address.
import type { HoldFigures } from '../../model/access/access-view';
import type { KeyStorage } from '../../model/key-storage';
import { failed, ok, type Result } from '../../model/problem';
import type { RotationEntry, RotationView } from '../../model/rotation/rotation';
import type { Place } from '../../model/places/place';
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import { nextCheckAt } from './due-tasks';
import type { RotationEvent, Why } from './event';
import { RotationJournalWriter } from './journal';
import { KeyIntake } from './key-intake';
import type { RotationPorts } from './ports';
import { isWaiting } from '../../model/rotation/rotation-queries';
import { TaskScheduler } from './task-scheduler';

/** `saved` is false where the user chose no file. */
export type Saved = Promise<Result<{ saved: boolean }>>;

/** A key that is on the clipboard longer than this after a copy (ms) was put there by the user on purpose. */
const LONGEST_COPY = 3_600_000;

/** The rotations of one journal. Does nothing until `resume` or another call. */
export class RotationService {
  readonly #ports: RotationPorts;
  readonly #journal: RotationJournalWriter;
  readonly #rateLimit;
  readonly #intake: KeyIntake;
  readonly #scheduler: TaskScheduler;
  readonly #unsubscribe: () => void;
  /** A copy of this run has its own countdown, and an earlier run's copy is checked for only once. */
  #isClipboardHandled = false;
  #isStopped = false;

  constructor(ports: RotationPorts) {
    this.#ports = ports;
    this.#journal = new RotationJournalWriter({ ...ports, onChange: () => this.#publish() });
    this.#rateLimit = createRateLimitWait(ports.clock.now);
    this.#intake = new KeyIntake(ports, this.#journal);
    this.#scheduler = new TaskScheduler(ports, {
      journal: this.#journal,
      intake: this.#intake,
      rateLimit: this.#rateLimit,
    });
    this.#unsubscribe = ports.copyOnce.subscribe(() => this.#publish());
  }

  view(): RotationView {
    const { current, receipts } = this.#journal.content();
    const { problem } = this.#journal;
    const isHere = current !== null && this.#journal.isHere(current);
    return {
      current,
      receipts,
      places: this.#ports.places(),
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
    await this.#clearEarlierCopy();
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
        places: this.#ports.places(),
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
    const text = await this.#newKeyText();
    this.#scheduler.schedule();
    return text.ok ? ok({ text: text.value }) : text;
  }

  /** Copies the new key to the clipboard, in the copy step only, and journals that. */
  async copy(): Promise<Result<void>> {
    const text = await this.#newKeyText();
    if (text.ok) this.#isClipboardHandled = true;
    const copied = text.ok ? await this.#ports.copyOnce.copy(text.value) : text;
    return this.#thenSchedule(
      copied.ok ? this.#journal.record({ type: 'copied', how: 'clipboard' }) : Promise.resolve(copied),
    );
  }

  /** Hands the new key's text to `save`, in the copy step only, and journals that when a file was saved. */
  async saveToFile(save: (text: string) => Saved): Saved {
    const text = await this.#newKeyText();
    const saved = text.ok ? await save(text.value) : text;
    const isSaved = saved.ok && saved.value.saved;
    const recorded = isSaved ? await this.#journal.record({ type: 'copied', how: 'file' }) : saved;
    this.#scheduler.schedule();
    return recorded.ok ? saved : recorded;
  }

  noCopyNeeded(): Promise<Result<void>> {
    return this.#recordHere({ type: 'copied', how: 'not-needed' });
  }

  /** These places have the new key, or not. Fails with not-now before there is one, and where it knows none of them. */
  tick(placeIds: readonly string[], ticked: boolean): Promise<Result<void>> {
    return this.#thenSchedule(this.#journal.record({ type: 'tick', placeIds, ticked }));
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

  /** The list of places is another: the rotation under way takes it over. */
  changePlaces(places: Place[]): Promise<Result<void>> {
    return this.#journal.changePlaces(places);
  }

  /** Reads waited at the gateway for this rotation's key: that belongs on its receipt. */
  async held(id: string, held: HoldFigures): Promise<void> {
    if (this.#journal.current()?.id === id) await this.#journal.record({ type: 'held', id, held });
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

  /** The new key's text. Fails with not-now outside the copy step, or key-missing when it was in memory only and is gone. */
  async #newKeyText(): Promise<Result<string>> {
    const mayShow = () => {
      const rotation = this.#journal.current();
      return rotation?.step === 'copy' && this.#journal.isHere(rotation);
    };
    const fingerprint = this.#journal.current()?.newFingerprint ?? null;
    if (!mayShow() || fingerprint === null) return failed({ kind: 'not-now' });
    const text = await this.#ports.vault.textOf(fingerprint);
    if (!text.ok && text.problem.kind === 'key-missing') await this.#journal.record({ type: 'key-gone' });
    // The step or the address may have changed while the vault was read.
    return mayShow() ? text : failed({ kind: 'not-now' });
  }

  /** NineTray was killed during a countdown, or between a copy and the journal: the key may still be on the clipboard. */
  async #clearEarlierCopy(): Promise<void> {
    const { vault, copyOnce, clock, log } = this.#ports;
    const { current, receipts } = this.#journal.content();
    const { step, copied = null, receivedAt = null, newFingerprint = null } = current ?? receipts[0] ?? {};
    const copiedAt = copied?.at ?? (step === 'copy' ? receivedAt : null);
    if (this.#isClipboardHandled || newFingerprint === null || copiedAt === null || copied?.how === 'not-needed')
      return;
    if (clock.now() - copiedAt > LONGEST_COPY) return;
    const text = await vault.textOf(newFingerprint);
    if (!text.ok || this.#isClipboardHandled) return;
    const cleared = await copyOnce.clearIfHolds(text.value);
    this.#isClipboardHandled = cleared !== false;
    if (cleared !== null) log('rotation clipboard', { cleared });
  }

  #publish(): void {
    if (!this.#isStopped) this.#ports.publish(this.view());
  }
}
