// One run that brings a new key to the places: what is known of each at any moment, as it is journalled and as windows see it.
// Holds no key and no text of a file.
import { z } from 'zod';
import { momentSchema, problemSchema } from '../problem';
import { placeSchema } from './place';

/** In this order, as far as a place has a hook and a check; the last six end it. */
export const runStates = [
  'waiting',
  /** It was planned and is being written, or its command runs. */
  'begun',
  'written',
  /** The key was read back from the file, or the command succeeded. */
  'proved',
  'restarting',
  'restarted',
  'checked',
  'done',
  /** It failed, and why; `provedAt` says whether the key was updated before that. */
  'blocked',
  /** The file was edited meanwhile, and what is in it now cannot be replaced. */
  'changed',
  /** The file is no longer there. */
  'gone',
  /** The user skips it, with a reason. */
  'skipped',
  /** The user does it by hand: ticked in the rotation. */
  'manual',
  /** NineTray was stopped in the middle, and cannot tell how far it got. */
  'unsure',
] as const;

/** How it is known that a place has the new key. */
export const proofWays = ['parsed', 'plain', 'command', 'gateway', 'hand'] as const;

export const runRowSchema = z.object({
  place: placeSchema,
  state: z.enum(runStates),
  /** When it got into this state. */
  at: momentSchema,
  /** When the new key was proved to be there; null: not yet. */
  provedAt: momentSchema.nullable(),
  how: z.enum(proofWays).nullable(),
  /** When its hook and its check had succeeded, or when it was proved where it has none; null: not yet. */
  doneAt: momentSchema.nullable(),
  /** Why it failed. */
  problem: problemSchema.optional(),
  /** The first lines of what the command, the hook or the check printed when it failed; without keys. */
  output: z.string().max(4000).optional(),
  /** Its command printed the key. */
  printsKey: z.boolean().optional(),
  /** Why the user skipped it. */
  reason: z.string().max(200).optional(),
});

export const placesRunSchema = z.object({
  /** Of the rotation that it belongs to. */
  rotationId: z.string().max(40),
  /** Scheme and host of the vendor that the key is for. */
  origin: z.string().max(300),
  oldFingerprint: z.string().max(20).nullable(),
  newFingerprint: z.string().max(20),
  startedAt: momentSchema,
  /** When nothing was left to do for NineTray; null: it runs, or waits. */
  endedAt: momentSchema.nullable(),
  rows: z.array(runRowSchema).max(500),
});

export type RunState = (typeof runStates)[number];
export type RunRow = z.infer<typeof runRowSchema>;
export type PlacesRun = z.infer<typeof placesRunSchema>;
