// What NineTray knows of newer versions of itself, as windows have it.
import { z } from 'zod';
import { momentSchema } from './problem';

/** Whether NineTray checks for newer versions. `ask`: the user has not been asked yet, and it does not. */
export const updateChecks = ['ask', 'on', 'off'] as const;

/**
 * Why a check told nothing. `clock`: this computer's clock shows a time before NineTray was built. `not-saved`: the profile folder cannot be
 * written, and nothing is sent. The rest is about the answer; `replayed`: an older feed than one seen before.
 */
export const updateFailures = [
  'clock',
  'not-saved',
  'unsafe-address',
  'unreachable',
  'timed-out',
  'cancelled',
  'redirected',
  'status',
  'too-long',
  'not-signed',
  'unknown-key',
  'bad-signature',
  'unreadable',
  'expired',
  'replayed',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

export const updatesViewSchema = z.object({
  /** NineTray has been in use for long enough to ask whether it should check. */
  isQuestionDue: z.boolean(),
  /** A version that is newer than this one, as a signed feed had it. */
  newer: z.object({ version: z.string(), released: momentSchema, isSkipped: z.boolean() }).nullable(),
  /** When the feed was last requested. */
  checkedAt: momentSchema.nullable(),
  /** Why the last check told nothing; null: it worked, or there was none. */
  failure: z.enum(updateFailures).nullable(),
  /** This installation belongs to the system's package manager. */
  isOfSystem: z.boolean(),
});
export type UpdatesView = z.infer<typeof updatesViewSchema>;

/** Before anything is known. */
export const noUpdates: UpdatesView = {
  isQuestionDue: false,
  newer: null,
  checkedAt: null,
  failure: null,
  isOfSystem: false,
};

/** What the popover's line about updates says. */
export const updateLines = ['none', 'question', 'newer'] as const;
export type UpdateLine = (typeof updateLines)[number];
