// The new key's way out, in the copy step only: shown, copied, saved, or knowingly neither; and an earlier run's copy that may still be
// on the clipboard. It must not: let the text out in any other step, or at another address than the rotation's own.
import { failed, ok, type Result } from '../../model/problem';
import type { RotationEvent } from './event';
import type { RotationPorts } from './ports';
import type { Rotation } from '../../model/rotation';

/** What was saved, if anything: a person may have chosen no file. */
export type Saved = Promise<Result<{ saved: boolean }>>;

export interface CopyStep {
  /** The new key's text. */
  reveal(): Promise<Result<{ text: string }>>;
  copy(): Promise<Result<void>>;
  saveToFile(save: (text: string) => Saved): Saved;
  noCopyNeeded(): Promise<Result<void>>;
  /** NineTray was killed during a countdown, or between a copy and the journal: the key may still be on the clipboard. */
  clearEarlierCopy(): Promise<void>;
}

export interface CopyStepOptions extends Pick<RotationPorts, 'journal' | 'vault' | 'copyOnce' | 'clock' | 'log'> {
  /** It is about the vendor's address that is meant now. */
  isHere(rotation: Rotation): boolean;
  /** Takes a step of the rotation under way, once it is journalled. */
  asked(event: RotationEvent): Promise<Result<void>>;
  /** The same at the rotation's own address only; else not-now. */
  askedHere(event: RotationEvent): Promise<Result<void>>;
}

/** Whoever has the key on the clipboard longer than this after a copy has put it there on purpose (ms). */
const LONGEST_COPY = 3_600_000;

/** The copy step over this journal and vault. */
export function createCopyStep({
  journal,
  vault,
  copyOnce,
  clock,
  log,
  isHere,
  asked,
  askedHere,
}: CopyStepOptions): CopyStep {
  /** A copy of this run has its own countdown, and one of an earlier run is looked for only once. */
  let isClipboardSeenTo = false;
  const current = () => journal.read().current;

  /** The new key's text while the copy step is open, before and after the vault was asked. */
  async function textToCopy(): Promise<Result<string>> {
    const mayShow = () => {
      const rotation = current();
      return rotation?.step === 'copy' && isHere(rotation);
    };
    const fingerprint = current()?.newFingerprint ?? null;
    if (!mayShow() || fingerprint === null) return failed({ kind: 'not-now' });
    const text = await vault.textOf(fingerprint);
    if (!text.ok && text.problem.kind === 'key-missing') await asked({ type: 'key-gone' });
    return mayShow() ? text : failed({ kind: 'not-now' });
  }

  return {
    async reveal() {
      const text = await textToCopy();
      return text.ok ? ok({ text: text.value }) : text;
    },
    async copy() {
      const text = await textToCopy();
      if (!text.ok) return text;
      isClipboardSeenTo = true;
      const copied = await copyOnce.copy(text.value);
      return copied.ok ? asked({ type: 'copied', how: 'clipboard' }) : copied;
    },
    async saveToFile(save) {
      const text = await textToCopy();
      if (!text.ok) return text;
      const saved = await save(text.value);
      if (!saved.ok || !saved.value.saved) return saved;
      const taken = await asked({ type: 'copied', how: 'file' });
      return taken.ok ? saved : taken;
    },
    noCopyNeeded: () => askedHere({ type: 'copied', how: 'not-needed' }),
    async clearEarlierCopy() {
      const { current: rotation, receipts } = journal.read();
      const { step, copied = null, receivedAt = null, newFingerprint = null } = rotation ?? receipts[0] ?? {};
      const copiedAt = copied?.at ?? (step === 'copy' ? receivedAt : null);
      if (isClipboardSeenTo || newFingerprint === null || copiedAt === null || copied?.how === 'not-needed') return;
      if (clock.now() - copiedAt > LONGEST_COPY) return;
      const text = await vault.textOf(newFingerprint);
      if (!text.ok || isClipboardSeenTo) return;
      const cleared = await copyOnce.clearIfHolds(text.value);
      isClipboardSeenTo = cleared !== false;
      if (cleared !== null) log('rotation clipboard', { cleared });
    },
  };
}
