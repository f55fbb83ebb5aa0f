// When the popover was opened last, from one start to the next. Not secret.
import { z } from 'zod';
import { momentSchema } from '../../model/problem';
import { openDocument, type StoredDocument } from '../../settings/document/document';
import type { ProfileFiles } from '../../settings/files/profile-files';

const contentSchema = z.object({
  /** As app/windows/popover/keep-ready.ts needs them (ms). */
  openings: z.array(momentSchema).max(100),
});
export type OpeningsContent = z.infer<typeof contentSchema>;

/** Opens openings.json. Its damage is not reported: new openings replace what is lost with it. */
export function openOpeningsDocument(files: ProfileFiles, now: () => number): StoredDocument<OpeningsContent> {
  return openDocument<OpeningsContent>({
    files,
    now,
    name: 'openings',
    schema: contentSchema,
    version: 1,
    migrate: (content) => content,
    defaults: { openings: [] },
    backup: false,
  });
}
