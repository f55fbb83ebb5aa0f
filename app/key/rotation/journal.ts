// rotation.json: the rotation in progress, the receipts of finished ones, and the places that use the key. It holds nothing secret.
import { z } from 'zod';
import { type Document, openDocument } from '../../settings/document';
import type { ProfileFiles } from '../../settings/profile-files';
import type { Journal, JournalContent } from './ports';
import { placeSchema, type Rotation, rotationSchema } from '../../model/rotation';

const journalSchema = z.object({
  current: rotationSchema.nullable(),
  receipts: z.array(rotationSchema),
  places: z.array(placeSchema).max(100),
});

export const emptyJournal: JournalContent = { current: null, receipts: [], places: [] };

/** Opens rotation.json. */
export function openJournalDocument(options: {
  files: ProfileFiles;
  now: () => number;
  onProblems?: () => void;
}): Document<JournalContent> {
  return openDocument<JournalContent>({
    ...options,
    name: 'rotation',
    schema: journalSchema,
    version: 1,
    migrate: (content) => content,
    defaults: emptyJournal,
    backup: true,
  });
}

/**
 * The journal over its document, which syncs a new file to the disk before it takes the old one's place. After a failed write the content
 * is again what it was.
 */
export function createJournal(document: Pick<Document<JournalContent>, 'read' | 'write'>): Journal {
  return {
    read: () => document.read(),
    async write(next) {
      const before = document.read();
      const written = document.write(next);
      if (!written.ok) document.write(before);
      return written;
    },
  };
}

/** So many receipts are stored in any case. */
const RECEIPTS = 20;

/** The rotation with this id, in progress or finished; null where there is none. */
export function findRotation({ current, receipts }: JournalContent, id: string): Rotation | null {
  return current?.id === id ? current : (receipts.find((one) => one.id === id) ?? null);
}

/** The journal with `after` in the place of `before`. A finished rotation that is no longer the current one becomes a receipt. */
export function withRotation(content: JournalContent, before: Rotation | null, after: Rotation | null): JournalContent {
  const isReceipt = before !== null && content.current?.id !== before.id;
  if (isReceipt) {
    const receipts = content.receipts.map((one) => (one.id === before.id && after !== null ? after : one));
    return { ...content, receipts: receipts.filter(isStored) };
  }
  const isOver = before !== null && before.finishedAt !== null && before.id !== after?.id;
  const receipts = isOver ? [before, ...content.receipts].filter(isStored) : content.receipts;
  return { ...content, current: after, receipts };
}

/** The newest receipts stay, and older ones as long as the vault holds their old key, which nothing else would destroy. */
function isStored({ oldFingerprint, oldKey, proof }: Rotation, index: number): boolean {
  const holdsOldKey = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  return index < RECEIPTS || holdsOldKey;
}
