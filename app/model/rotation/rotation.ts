// A rotation of the key: what is known of it at any moment, as it is journalled and as windows see it. No secret is in it; the
// two keys are in the vault, as ciphertext.
import { z } from 'zod';
import { holdFiguresSchema } from '../access/access-view';
import { keyStorages } from '../key-storage';
import { placeSchema } from '../places/place';
import { momentSchema, problemSchema } from '../problem';

/** Why the user regenerates the key. `first`: no key was ever stored; nothing is revoked. `lost`: the user no longer has it; NineTray may. */
export const entrySchema = z.enum(['on-purpose', 'refused', 'leak', 'lost', 'first']);

export const stepSchema = z.enum(['prepare', 'regenerate', 'receive', 'prove', 'copy', 'update', 'receipt']);

const checkSchema = z.object({
  at: momentSchema,
  outcome: z.enum(['accepted', 'refused', 'unknown']),
  problem: problemSchema.optional(),
});

/** Something that has to be proved: not yet, proved, disproved, or explicitly waived. */
const proofSchema = z.enum(['open', 'proved', 'failed', 'waived']);

export const rotationSchema = z.object({
  id: z.string().max(40),
  entry: entrySchema,
  step: stepSchema,
  startedAt: momentSchema,
  /** Scheme and host of the vendor that it is about; nothing of it is done against another one. */
  origin: z.string().max(300).optional(),
  /** The account that the new key must belong to; null where none was known. */
  account: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  oldFingerprint: z.string().nullable(),
  newFingerprint: z.string().nullable(),
  /** How the new key is kept until the end of the rotation. */
  storage: z.enum(keyStorages).nullable(),
  /** Each time the user was sent to the dashboard's button, with the reason for every time after the first. */
  sentToDashboard: z.array(
    z.object({
      at: momentSchema,
      why: z.enum(['first', 'key-not-received', 'wrong-account', 'new-key-refused', 'asked-again']),
    }),
  ),
  /** The old key as it was watched: never more than 60 gentle reads while waiting, none faster than every 5 s. */
  oldKey: z.object({
    status: z.enum(['unknown', 'alive', 'dead']),
    /** When it was refused, and not yet a second time: one refusal is no proof. Absent in all other cases. */
    refusedOnceAt: momentSchema.optional(),
    /** When it was first refused, once that was confirmed: the start of the outage. */
    diedAt: momentSchema.nullable(),
    lastAcceptedAt: momentSchema.nullable(),
    watched: z.number().int(),
    /** After the new key came: at once, after 30 s, 2 min, 10 min. */
    checks: z.array(checkSchema),
    /** Its ciphertext was destroyed, after it was proved dead. */
    destroyedAt: momentSchema.nullable(),
  }),
  /** A key that is being put on disk: journalled before, so that a crash in between neither loses nor doubles it. */
  receiving: z.object({ fingerprint: z.string().max(20) }).optional(),
  /** The fingerprint of the key that was last discarded; its ciphertext is destroyed. */
  discarded: z.string().max(20).optional(),
  receivedAt: momentSchema.nullable(),
  /** Whether the clipboard that brought the key was cleared: null where it was not the clipboard. */
  clipboardCleared: z.boolean().nullable(),
  proof: z.object({
    answers: proofSchema,
    /** `waived` with no `otherAccount`: there was no account to compare with (the first key). */
    sameAccount: proofSchema,
    oldDead: proofSchema,
    /** When the new key was refused, and not yet a second time; `answers` is open then. Absent in all other cases. */
    refusedOnceAt: momentSchema.optional(),
    /** Why the last try showed nothing (such as being offline); it is tried again. */
    waitingFor: problemSchema.optional(),
    /** The first moment the new key answered: the end of NineTray's own outage. */
    at: momentSchema.nullable(),
    /** The account that the new key belongs to, when it is not the expected one. */
    otherAccount: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  }),
  /** How the new key left NineTray, or that the user explicitly skipped the copy. */
  copied: z.object({ how: z.enum(['clipboard', 'file', 'not-needed']), at: momentSchema }).nullable(),
  /** What waited at the local gateway for the new key; absent where nothing did. */
  held: holdFiguresSchema.optional(),
  /** The places as they were when the rotation began, and when each was ticked. */
  places: z.array(z.object({ place: placeSchema, tickedAt: momentSchema.nullable() })),
  finishedAt: momentSchema.nullable(),
});

export type Rotation = z.infer<typeof rotationSchema>;
export type RotationStep = z.infer<typeof stepSchema>;
export type RotationEntry = z.infer<typeof entrySchema>;
export type OldKeyCheck = z.infer<typeof checkSchema>;

/** What the wizard shows: the rotation and what is true around it. Part of AppState. */
export const rotationViewSchema = z.object({
  current: rotationSchema.nullable(),
  /** Finished ones, newest first: 20, and older ones whose old key is still kept. */
  receipts: z.array(rotationSchema),
  places: z.array(placeSchema),
  /** When the old key is tried next against the new one; null when it is not. */
  nextCheckAt: momentSchema.nullable(),
  /** The countdown after a copy: when the clipboard is cleared, and how that went. */
  clipboard: z.object({
    clearsAt: momentSchema.nullable(),
    outcome: z.enum(['none', 'copied', 'cleared', 'left-alone', 'failed']),
    /** What was copied are secrets of a list, not the key. */
    of: z.literal('list').optional(),
  }),
  /** The journal could not be written: the next step is not taken until it can. */
  problem: problemSchema.optional(),
});
export type RotationView = z.infer<typeof rotationViewSchema>;

/** Nothing under way, and nothing remembered. */
export const noRotation: RotationView = {
  current: null,
  receipts: [],
  places: [],
  nextCheckAt: null,
  clipboard: { clearsAt: null, outcome: 'none' },
};
