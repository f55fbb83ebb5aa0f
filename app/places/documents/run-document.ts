// places-run.json: the run that brings a new key to the places, and earlier ones for their receipts. It holds no key and no text of a file.
import { z } from 'zod';
import { filePlanSchema } from '../../model/places/file-plan';
import { type PlacesRun, placesRunSchema, runRowSchema } from '../../model/places/places-run';
import { type Document, openDocument } from '../../settings/document/document';
import type { ProfileFiles } from '../../settings/files/profile-files';

/** `plan`: of a file, from the moment before it is written. */
const storedRowSchema = runRowSchema.extend({ plan: filePlanSchema.optional() });
/** `salt`: of the hashes in its plans (hex). */
const storedRunSchema = placesRunSchema.extend({ salt: z.string().max(64), rows: z.array(storedRowSchema).max(500) });
const runContentSchema = z.object({ current: storedRunSchema.nullable(), past: z.array(storedRunSchema) });

export type StoredRow = z.infer<typeof storedRowSchema>;
export type StoredRun = z.infer<typeof storedRunSchema>;
export type RunContent = z.infer<typeof runContentSchema>;

export const noRuns: RunContent = { current: null, past: [] };

/** As many as there are receipts. */
const PAST = 20;

/** Opens places-run.json. */
export function openRunDocument(options: { files: ProfileFiles; now: () => number }): Document<RunContent> {
  return openDocument<RunContent>({
    ...options,
    name: 'places-run',
    schema: runContentSchema,
    version: 1,
    migrate: (content) => content,
    defaults: noRuns,
    // It is written many times a second; the atomic writer leaves the old file or the new one.
    backup: false,
  });
}

/** The content with this run in place of the current one, which becomes a past one unless it is the same rotation's. */
export function withRun({ current, past }: RunContent, run: StoredRun): RunContent {
  const isOver = current !== null && current.rotationId !== run.rotationId;
  return { current: run, past: isOver ? [current, ...past].slice(0, PAST) : past };
}

/** The run as windows see it. */
export function shownRun(run: StoredRun): PlacesRun {
  const { salt: _, ...shown } = run;
  return { ...shown, rows: run.rows.map(({ plan: _plan, ...row }) => row) };
}
