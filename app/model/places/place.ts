// A place that uses the key: where it has to be replaced after a regeneration, and how that is done. Holds no key.
import { z } from 'zod';
import { commandSchema } from './command';

export const placeKinds = ['shell', 'env-file', 'container', 'ci-secret', 'scheduled-task', 'other'] as const;

/** How the key gets to a place. */
export const placeUpdateSchema = z.discriminatedUnion('by', [
  /** The user replaces it. */
  z.object({ by: z.literal('hand') }),
  /** NineTray replaces the key's bytes in this file (an absolute path). */
  z.object({
    by: z.literal('file'),
    path: z.string().min(1).max(4096),
    /** The user agreed to have a file that no parser can read changed as plain text. Not there: no. */
    plain: z.boolean().optional(),
  }),
  /** NineTray runs a program that takes the key on its standard input. */
  z.object({
    by: z.literal('command'),
    /** The recipe that it was made from (app/places/commands/recipes/), or the user's own. */
    recipe: z.string().max(40),
    command: commandSchema,
    /** What the command reads before and after the key, such as `NAME=`. Not there: nothing. */
    around: z
      .object({
        before: z.string().max(2000),
        after: z.string().max(2000),
        /** Whether the key itself is written in base64. */
        base64: z.boolean(),
      })
      .optional(),
    /** Whether all of that is followed by a line break. */
    newline: z.boolean(),
    /** Whether running it again does no harm: only then it is run anew after NineTray was stopped in the middle. */
    repeatable: z.boolean(),
    /** Tells whether the command could work, and changes nothing. */
    probe: commandSchema.nullable(),
    /** Prints what the place holds, which is compared in memory and never shown. Not there: the command's exit code is all there is. */
    readBack: commandSchema.optional(),
  }),
  /** It asks NineTray's gateway, and holds a token of it (in this file, where NineTray knows it): nothing has to be replaced. */
  z.object({
    by: z.literal('gateway'),
    path: z.string().max(4096).nullable(),
    consumerId: z.string().max(40).nullable(),
    /** The gateway's address as it was written into the file. Not there: it was not written. */
    address: z.string().max(100).optional(),
    /** As for a file: where the key is written back, no parser has to read it. */
    plain: z.boolean().optional(),
  }),
]);

export const placeSchema = z.object({
  id: z.string().max(40),
  name: z.string().min(1).max(80),
  kind: z.enum(placeKinds),
  /** A path, a repository, a host: in the user's own words. */
  where: z.string().max(200),
  note: z.string().max(500),
  /** Not there: by hand. */
  update: placeUpdateSchema.optional(),
  /** Run once all places with the same hook have the key: restarts what uses it. */
  hook: commandSchema.optional(),
  /** Running the hook again does no harm: only then it is run anew after NineTray was stopped while it ran. */
  isHookRepeatable: z.boolean().optional(),
  /** Ends with 0 when what uses the key works. */
  check: commandSchema.optional(),
  /** The hash of its commands as the user saw and confirmed them (app/places/commands/confirmation.ts): others are not run. */
  confirmed: z.string().max(100).optional(),
});

export type Place = z.infer<typeof placeSchema>;
export type PlaceUpdate = z.infer<typeof placeUpdateSchema>;
export type PlaceUpdateWay = PlaceUpdate['by'];
