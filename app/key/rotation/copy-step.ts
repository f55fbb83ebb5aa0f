// The only ways out for the new key's text: in the copy step it can be shown, copied or saved, at the rotation's own address alone.
// Also clears an earlier run's copy that may still be on the clipboard.
import { failed, type Result } from '../../model/problem';
import type { RotationJournalWriter } from './journal-writer';
import type { RotationPorts } from './ports';

/** `saved` is false where the user chose no file. */
export type Saved = Promise<Result<{ saved: boolean }>>;

export type CopyStepPorts = Pick<RotationPorts, 'vault' | 'copyOnce' | 'clock' | 'log'>;

/** A key that is on the clipboard longer than this after a copy (ms) was put there by the user on purpose. */
const LONGEST_COPY = 3_600_000;

export class CopyStep {
  readonly #ports: CopyStepPorts;
  readonly #journal: RotationJournalWriter;
  /** A copy of this run has its own countdown, and an earlier run's copy is checked for only once. */
  #isClipboardHandled = false;

  constructor(ports: CopyStepPorts, journal: RotationJournalWriter) {
    this.#ports = ports;
    this.#journal = journal;
  }

  /** The new key's text. Fails with not-now outside the copy step, or key-missing when it was in memory only and is gone. */
  async text(): Promise<Result<string>> {
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

  /** Copies the text to the clipboard, and journals that. */
  async copy(): Promise<Result<unknown>> {
    const text = await this.text();
    if (!text.ok) return text;
    this.#isClipboardHandled = true;
    const copied = await this.#ports.copyOnce.copy(text.value);
    return copied.ok ? this.#journal.record({ type: 'copied', how: 'clipboard' }) : copied;
  }

  /** Hands the text to `save`, and journals that when a file was saved. */
  async saveToFile(save: (text: string) => Saved): Saved {
    const text = await this.text();
    if (!text.ok) return text;
    const saved = await save(text.value);
    if (!saved.ok || !saved.value.saved) return saved;
    const recorded = await this.#journal.record({ type: 'copied', how: 'file' });
    return recorded.ok ? saved : recorded;
  }

  /** NineTray was killed during a countdown, or between a copy and the journal: the key may still be on the clipboard. */
  async clearEarlierCopy(): Promise<void> {
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
}
