// What windows see of the places: each with whether it is ready, the run under way, and programs that still have the old key.
// Part of AppState; holds no key.
import { z } from 'zod';
import { momentSchema, problemSchema } from '../problem';
import { placeSchema } from './place';
import { placesRunSchema } from './places-run';
import { scanViewSchema } from './scan';
import { durationsSchema, rehearsalSchema } from './rehearsal';

export const readinesses = [
  'ready',
  /** Ready, and never tried for real. */
  'untried',
  /** Its rehearsal found what keeps NineTray from updating it: `rehearsal.problem`. */
  'blocked',
  /** It was not rehearsed, or too long ago, or it was changed since. */
  'unchecked',
  /** It has commands that the user has not confirmed as they are. */
  'unconfirmed',
  /** The user does it. */
  'hand',
  /** It asks the gateway: nothing to do. */
  'gateway',
  /** It cannot ask the gateway: that is off, has another address than the place, or does not know the place's token. */
  'gateway-off',
  'gateway-address',
  'gateway-token',
] as const;

const placeRowSchema = z.object({
  place: placeSchema,
  readiness: z.enum(readinesses),
  /** The last rehearsal of the place as it is now; null: there is none. */
  rehearsal: rehearsalSchema.nullable(),
  /** When it was last tried for real and succeeded, as it is now. */
  triedAt: momentSchema.nullable(),
  durations: durationsSchema,
  /** Its command printed the key when it last ran: what else records its output may have it. */
  printsKey: z.boolean().optional(),
  /** It is being rehearsed or tried. */
  isBusy: z.boolean(),
});

/** A program that runs with the old key (Linux). */
const runningProgramSchema = z.object({
  pid: z.number().int(),
  name: z.string().max(200),
  startedAt: momentSchema.nullable(),
});

export const placesViewSchema = z.object({
  rows: z.array(placeRowSchema).max(500),
  /** Of the rehearsal under way. */
  rehearsing: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /**
   * How long the places are expected to be without a key (seconds): NineTray's part and the user's. `isMeasured`: the user's part is what it
   * took in earlier rotations; otherwise a minute is assumed.
   */
  outage: z.object({ own: z.number(), user: z.number(), isMeasured: z.boolean() }),
  /** The run of the rotation under way, or of the last one. */
  run: placesRunSchema.nullable(),
  /** Of `run`: how many places NineTray still works on, and how many are left to the user (they need a copy of the key). */
  left: z.object({ own: z.number().int(), user: z.number().int() }),
  /** Runs of earlier rotations, for their receipts. */
  runs: z.array(placesRunSchema),
  /** The search for the key that runs, or the last one; null: none was started. */
  scan: scanViewSchema.nullable(),
  /** Null: not searched. */
  stillRunning: z.array(runningProgramSchema).max(100).nullable(),
  /** The places or the run could not be written: the next step is not taken until it can. */
  problem: problemSchema.optional(),
});

export type Readiness = (typeof readinesses)[number];
export type PlaceRow = z.infer<typeof placeRowSchema>;
export type RunningProgram = z.infer<typeof runningProgramSchema>;
export type PlacesView = z.infer<typeof placesViewSchema>;

/** No place, and nothing under way. */
export const noPlaces: PlacesView = {
  rows: [],
  rehearsing: null,
  outage: { own: 0, user: 60, isMeasured: false },
  run: null,
  left: { own: 0, user: 0 },
  runs: [],
  scan: null,
  stillRunning: null,
};
