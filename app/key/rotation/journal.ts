// rotation.json: the rotation under way, the receipts of finished ones, and the places that use the key.
// It must not: hold anything secret, or call a write done before it is on disk.
import { z } from 'zod';
import { type Document, openDocument } from '../../settings/document';
import type { ProfileFiles } from '../../settings/profile-files';
import type { Journal, JournalContent } from './ports';
import { placeSchema, rotationSchema } from '../../model/rotation';

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
 * The journal over its document, which replaces the file in one move after it was synced to the disk. What cannot be written did not
 * happen: the content is again what it was.
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
