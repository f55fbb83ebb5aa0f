// The closed union of everything that can go wrong and reach the user. Carries codes and figures, never a URL,
// a stack, a piece of a key, or a server's raw text (a vendor's message comes redacted, and only in `rejected`).
import { z } from 'zod';

/** A moment, in milliseconds since 1970 (UTC). The vendor's seconds are converted at the border, in app/nineproxy. */
export const momentSchema = z.number().int().nonnegative();

export const problemSchema = z.discriminatedUnion('kind', [
  // What the vendor's API, or the way to it, answers.
  // `unusual`: a key that was just entered has an uncommon form, so it may have been copied wrongly.
  z.object({ kind: z.literal('key-refused'), unusual: z.literal(true).optional() }),
  z.object({ kind: z.literal('not-offered') }),
  z.object({ kind: z.literal('rejected'), message: z.string().max(300) }),
  z.object({ kind: z.literal('rate-limited'), until: momentSchema.nullable() }),
  z.object({ kind: z.literal('server-trouble'), status: z.number().int() }),
  z.object({
    kind: z.literal('unreachable'),
    why: z.enum(['offline', 'name', 'refused', 'certificate', 'proxy', 'other']),
  }),
  z.object({ kind: z.literal('timed-out') }),
  // Something in front of the vendor (its edge, a company's filter, a network's sign-in) refused the request. Says nothing about the key.
  z.object({ kind: z.literal('blocked-on-the-way') }),
  z.object({ kind: z.literal('redirect-loop') }),
  z.object({ kind: z.literal('redirected') }),
  z.object({ kind: z.literal('unreadable-answer'), why: z.enum(['html', 'empty', 'not-json', 'shape']) }),
  z.object({ kind: z.literal('insecure-address') }),
  // A write whose answer never came: it may or may not have happened.
  z.object({ kind: z.literal('outcome-unknown') }),
  // The one who asked no longer wants the answer (a closed window, a newer key); nothing was changed.
  z.object({ kind: z.literal('cancelled') }),
  // The key and the keyring.
  z.object({ kind: z.literal('key-shape'), why: z.enum(['empty', 'spaces', 'address', 'too-long']) }),
  z.object({ kind: z.literal('key-missing') }),
  // A pasted key was checked and waited too long for the decision how to store it.
  z.object({ kind: z.literal('key-check-expired') }),
  z.object({ kind: z.literal('key-is-the-old-one') }),
  z.object({ kind: z.literal('keyring-absent') }),
  z.object({ kind: z.literal('keyring-locked') }),
  z.object({ kind: z.literal('keyring-changed'), was: z.string().max(40), now: z.string().max(40) }),
  z.object({ kind: z.literal('key-unreadable') }),
  // A stored key belongs to another address than the one in the settings (scheme, host and port of both).
  z.object({ kind: z.literal('key-for-other-address'), was: z.string().max(300), now: z.string().max(300) }),
  // A stored key has no address, since an older version stored it: the user decides.
  z.object({ kind: z.literal('key-address-unconfirmed'), address: z.string().max(300) }),
  // The way of a key out of NineTray: the system's clipboard, a file that the user chooses.
  z.object({ kind: z.literal('clipboard-failed') }),
  z.object({ kind: z.literal('file-not-written'), why: z.enum(['full', 'not-allowed', 'not-private', 'other']) }),
  // Why a place's file is not changed. `template`, `record`: an example for others; a log, a history or a copy. `longer-text`: the key stands
  // in the file as a part of something longer only. `unsure`: NineTray was stopped while it wrote, and the file is neither old nor new.
  z.object({
    kind: z.literal('file-blocked'),
    why: z.enum([
      'gone',
      'link',
      'unsupported',
      'read-only',
      'not-yours',
      'locked',
      'protected-folder',
      'template',
      'record',
      'no-key',
      'longer-text',
      'unusual-key',
      'not-parsed',
      'changed',
      'unsure',
    ]),
  }),
  // This computer's disk and the profile folder.
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('profile-read-only') }),
  // Other users could read the profile folder or the key file: closed now, still open, or theirs.
  z.object({ kind: z.literal('profile-exposed'), why: z.enum(['closed', 'open', 'not-yours']) }),
  // `copy`: the file, in the same folder, in which the damaged one was kept.
  z.object({ kind: z.literal('store-recovered'), store: z.string().max(40), copy: z.string().max(100).optional() }),
  z.object({ kind: z.literal('store-unreadable'), store: z.string().max(40), copy: z.string().max(100).optional() }),
  // Another program wrote a file while NineTray runs: it cannot be read, or was read too late and kept as `copy`.
  z.object({ kind: z.literal('edit-unreadable'), store: z.string().max(40) }),
  z.object({ kind: z.literal('edit-set-aside'), store: z.string().max(40), copy: z.string().max(100) }),
  // The settings file is a link to a file that is not there (`target`, a path).
  z.object({ kind: z.literal('link-broken'), target: z.string().max(300) }),
  // No request is sent until the user chooses.
  z.object({ kind: z.literal('setting-unusable'), setting: z.enum(['address', 'proxy']) }),
  z.object({ kind: z.literal('store-too-new'), store: z.string().max(40) }),
  // A program that brings the key to a place, restarts what uses it or checks it. `exit`: its exit code; null where it has none.
  z.object({
    kind: z.literal('command-failed'),
    why: z.enum([
      'program-missing',
      'folder-missing',
      'not-allowed',
      'key-in-arguments',
      'unconfirmed',
      'timed-out',
      'exit',
      'not-proved',
    ]),
    program: z.string().max(100),
    exit: z.number().int().nullable(),
  }),
  // The rest.
  z.object({ kind: z.literal('demo-failed') }),
  // The demo changes only its own example files, and runs no commands.
  z.object({ kind: z.literal('not-in-demo') }),
  // The vendor's own application on this computer does not answer.
  z.object({ kind: z.literal('local-app-absent') }),
  // The local gateway cannot listen at its port: another program has it, or the system keeps it for itself.
  z.object({
    kind: z.literal('port-busy'),
    port: z.number().int(),
    why: z.enum(['taken', 'reserved']),
    /** What listens there, where that is known (Linux). */
    program: z.string().max(100).optional(),
  }),
  // A place cannot ask the local gateway: it is off, has another address than the place, or does not know its token.
  z.object({ kind: z.literal('gateway-closed'), why: z.enum(['off', 'address', 'token']) }),
  z.object({ kind: z.literal('bad-input'), field: z.string().max(60) }),
  z.object({ kind: z.literal('not-allowed') }),
  // The vendor returned rows that do not match a filter, by its id: they are not shown as if they did.
  z.object({ kind: z.literal('filter-ignored'), filter: z.string().max(40) }),
  // The user asked for a step that the rotation is not at.
  z.object({ kind: z.literal('not-now') }),
  // Work on many sub-accounts: another job is under way; a row that an undo leaves as it is.
  z.object({ kind: z.literal('work-under-way') }),
  // One list is saved at a time.
  z.object({ kind: z.literal('saving-already') }),
  z.object({
    kind: z.literal('left-alone'),
    why: z.enum(['changed-since', 'gone', 'not-known-before', 'on-again', 'not-taken']),
  }),
  z.object({ kind: z.literal('internal') }),
]);

export type Problem = z.infer<typeof problemSchema>;
export type ProblemKind = Problem['kind'];

/** What crosses the bridge, and what anything that can fail answers with: nothing throws at a caller. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** It went well. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** It failed, and why. */
export function failed(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
