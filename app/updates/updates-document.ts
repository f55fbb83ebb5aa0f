// What is remembered of updates between two checks and two starts. Not secret.
import { z } from 'zod';
import { momentSchema } from '../model/problem';
import { updateFailures } from '../model/updates';
import { openDocument, type StoredDocument } from '../settings/document/document';
import type { ProfileFiles } from '../settings/files/profile-files';

const contentSchema = z.object({
  /** When this file was first written: the question comes a week later. */
  firstUsedAt: momentSchema.nullable(),
  /** The highest counter of a feed that was accepted. */
  counter: z.number().int().nonnegative(),
  /** What that feed said, where it was newer. */
  newer: z.object({ version: z.string(), released: momentSchema, notes: z.string() }).nullable(),
  /** The version that the user wants to hear nothing of. */
  skipped: z.string().nullable(),
  checkedAt: momentSchema.nullable(),
  /** No request before this. */
  nextAt: momentSchema.nullable(),
  failure: z.enum(updateFailures).nullable(),
});
export type UpdatesContent = z.infer<typeof contentSchema>;

/** Before the first check. */
export const nothingRemembered: UpdatesContent = {
  firstUsedAt: null,
  counter: 0,
  newer: null,
  skipped: null,
  checkedAt: null,
  nextAt: null,
  failure: null,
};

/** Opens updates.json. Its damage is not reported: what is lost with it comes back with the next check. */
export function openUpdatesDocument(files: ProfileFiles, now: () => number): StoredDocument<UpdatesContent> {
  return openDocument<UpdatesContent>({
    files,
    now,
    name: 'updates',
    schema: contentSchema,
    version: 1,
    migrate: (content) => content,
    defaults: nothingRemembered,
    backup: true,
  });
}
