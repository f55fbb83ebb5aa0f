// places.json: the places that hold the key, what rehearsals found, and moves to the gateway that have begun. It holds no key and no text of a file.
import { z } from 'zod';
import { type Place, placeSchema } from '../../model/places/place';
import { durationsSchema, rehearsalSchema } from '../../model/places/rehearsal';
import { momentSchema } from '../../model/problem';
import { type Document, openDocument } from '../../settings/document/document';
import type { ProfileFiles } from '../../settings/files/profile-files';
import { pendingMoveSchema } from './pending-move';

/** What is known of one place. */
const placeNoteSchema = z.object({
  /** The hash of its way, its hook and its check when this was found out: another place is another matter. */
  of: z.string().max(100),
  rehearsal: rehearsalSchema.nullable(),
  triedAt: momentSchema.nullable(),
  durations: durationsSchema,
  /**
   * What the rehearsal saw: the keyed hash of the file (`salt`: of it, hex), null where the place is no file, and the hash of all programs.
   * Not there: it found the place blocked.
   */
  seen: z
    .object({ salt: z.string().max(64), file: z.string().max(64).nullable(), programs: z.string().max(64) })
    .optional(),
  /** Its command printed the key when it was tried for real. */
  printsKey: z.boolean().optional(),
});

const placesContentSchema = z.object({
  /** Whether the list is here: a NineTray before this file kept it in rotation.json. */
  isListHere: z.boolean(),
  places: z.array(placeSchema).max(500),
  notes: z.record(z.string().max(40), placeNoteSchema),
  /** Moves to the gateway and back that have begun, one for each place at most. */
  moves: z.array(pendingMoveSchema).max(500).default([]),
});

export type PlaceNote = z.infer<typeof placeNoteSchema>;
export type PlacesContent = z.infer<typeof placesContentSchema>;

export const noPlacesContent: PlacesContent = { isListHere: false, places: [], notes: {}, moves: [] };

/** Opens places.json. */
export function openPlacesDocument(options: { files: ProfileFiles; now: () => number }): Document<PlacesContent> {
  return openDocument<PlacesContent>({
    ...options,
    name: 'places',
    schema: placesContentSchema,
    version: 1,
    migrate: (content) => content,
    defaults: noPlacesContent,
    backup: true,
  });
}

/** What of a place decides whether a rehearsal still holds. */
export function definitionOf({ update, hook, check }: Place): string {
  return JSON.stringify([update ?? null, hook ?? null, check ?? null]);
}
