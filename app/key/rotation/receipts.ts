// What a journal holds after a step: the rotation under way, and the receipts of finished ones. Pure.
// It must not: drop the receipt of a rotation whose old key is still in the vault.
import type { JournalContent } from './ports';
import type { Rotation } from '../../model/rotation';

/** Receipts that are kept in any case. */
const RECEIPTS = 20;

/** The rotation with this id, under way or finished; null where there is none. */
export function find({ current, receipts }: JournalContent, id: string): Rotation | null {
  return current?.id === id ? current : (receipts.find((one) => one.id === id) ?? null);
}

/** The journal with `after` in the place of `before`. What was finished and is no longer under way is a receipt. */
export function placed(content: JournalContent, before: Rotation | null, after: Rotation | null): JournalContent {
  const isReceipt = before !== null && content.current?.id !== before.id;
  if (isReceipt) {
    const receipts = content.receipts.map((one) => (one.id === before.id && after !== null ? after : one));
    return { ...content, receipts: receipts.filter(isStillKept) };
  }
  const isOver = before !== null && before.finishedAt !== null && before.id !== after?.id;
  const receipts = isOver ? [before, ...content.receipts].filter(isStillKept) : content.receipts;
  return { ...content, current: after, receipts };
}

/** The newest receipts are kept; an older one for as long as the vault holds its old key, which nothing else knows to destroy. */
function isStillKept({ oldFingerprint, oldKey, proof }: Rotation, index: number): boolean {
  const holdsOldKey = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  return index < RECEIPTS || holdsOldKey;
}
