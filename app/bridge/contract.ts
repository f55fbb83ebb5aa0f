// All that crosses between main and a window, as one object of zod schemas. Types, handlers and test mocks derive from it.
// A secret may cross in one direction only: typed by a person, towards main (`key.check`).
import { z } from 'zod';
import { accountSchema, appStateSchema, subAccountSchema } from '../account/state';
import { entrySchema, placeSchema } from '../key/rotation/state';
import { momentSchema } from '../problem/problem';
import { settingsSchema } from '../settings/schema';

const nothing = z.undefined();
const done = z.void();
const id = z.number().int().positive();

/** A sub-account as the list shows it: what the vendor says, what is wanted, whether it is pinned. */
const subAccountRowSchema = subAccountSchema.extend({ pinned: z.boolean() });

/** A key that was read once and waits, in main, for a decision about how to keep it. `ticket` names it; its text stays in main. */
const keyCandidateSchema = z.object({
  ticket: z.string(),
  fingerprint: z.string(),
  account: accountSchema,
  /** How it can be kept here; the first is what is suggested. */
  storages: z.array(z.enum(['protected', 'session', 'unprotected'])),
  checkedAt: momentSchema,
});

export const contract = {
  calls: {
    'state.read': { input: nothing, output: z.object({ rev: z.number().int(), state: appStateSchema }) },
    /** Reads all figures now, whatever the policy says. Answers when the batch is over. */
    'account.refresh': { input: nothing, output: done },
    /** A key as text (pasted or typed), read once against the address in settings. Answers whose account it is. */
    'key.check': { input: z.object({ text: z.string().max(4096) }), output: keyCandidateSchema },
    /** The same with the clipboard's text, which main reads itself: the window never sees it. */
    'key.checkClipboard': { input: nothing, output: keyCandidateSchema },
    /** Keeps a checked key. `unprotected` needs `consent: true`. */
    'key.keep': {
      input: z.object({
        ticket: z.string().max(64),
        storage: z.enum(['protected', 'session', 'unprotected']),
        consent: z.boolean(),
      }),
      output: done,
    },
    'key.discard': { input: z.object({ ticket: z.string().max(64) }), output: done },
    /** Asks the keyring again (after it was unlocked). */
    'key.retry': { input: nothing, output: done },
    /** Forgets the key here; it stays valid at the vendor. */
    'key.forget': { input: nothing, output: done },
    'demo.start': { input: nothing, output: done },
    'demo.stop': { input: nothing, output: done },
    /** Somebody looks at the full list (loads it in the background), or no longer does (stops loading). */
    'subAccounts.look': { input: z.object({ looking: z.boolean() }), output: done },
    /** A window of rows out of the index. `total` counts what matches. */
    'subAccounts.query': {
      input: z.object({
        search: z.string().max(100),
        sort: z.enum(['newest', 'username', 'ips', 'traffic', 'status']),
        descending: z.boolean(),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(200),
        /** Leaves out the pinned ones, which the list shows in a section of their own. */
        withoutPinned: z.boolean().optional(),
      }),
      output: z.object({ rows: z.array(subAccountRowSchema), total: z.number().int(), rev: z.number().int() }),
    },
    /** Wants a sub-account on or off. Answers at once; the outcome comes with the state. */
    'subAccounts.switch': { input: z.object({ id, enabled: z.boolean() }), output: done },
    'subAccounts.undo': { input: z.object({ id }), output: done },
    /** Takes a finished switch off the list of outcomes. */
    'subAccounts.dismiss': { input: z.object({ id }), output: done },
    'subAccounts.pin': { input: z.object({ id, pinned: z.boolean() }), output: done },
    'settings.change': {
      input: settingsSchema.omit({ pinned: true, endpoints: true, popover: true }).partial(),
      output: done,
    },
    /** Opens the wizard's window; begins a rotation unless one is under way, which is gone on with. */
    'rotation.begin': { input: z.object({ entry: entrySchema }), output: done },
    /** From prepare to regenerate, from copy (once copied) to update, from update to the receipt. */
    'rotation.next': { input: nothing, output: done },
    /** Opens the dashboard's key page and writes down that it did; a second time needs a reason. */
    'rotation.openDashboard': {
      input: z.object({
        why: z.enum(['first', 'key-not-received', 'wrong-account', 'new-key-refused', 'asked-again']),
      }),
      output: done,
    },
    /** The new key as text (pasted, dropped or typed); answers when it is on disk. */
    'rotation.receive': { input: z.object({ text: z.string().max(4096) }), output: done },
    /** The same with the clipboard's text, which main reads and then clears. */
    'rotation.receiveClipboard': { input: nothing, output: done },
    /** The key in hand was the wrong one: it is destroyed, and another is waited for. */
    'rotation.discardReceived': { input: nothing, output: done },
    /** The new key belongs to another account, and the person says that this is right. */
    'rotation.acceptAccount': { input: nothing, output: done },
    /** Tries what is not proved yet again, now. */
    'rotation.proveNow': { input: nothing, output: done },
    /** The one secret that crosses to a window: the new key, in the copy step only, to be shown for at most 20 s. */
    'rotation.reveal': { input: nothing, output: z.object({ text: z.string() }) },
    'rotation.copy': { input: nothing, output: done },
    /** Asks where, and writes the key into a file that only its owner can read. */
    'rotation.saveToFile': { input: nothing, output: z.object({ saved: z.boolean() }) },
    'rotation.noCopyNeeded': { input: nothing, output: done },
    'rotation.tick': { input: z.object({ placeId: z.string().max(40), ticked: z.boolean() }), output: done },
    'rotation.finish': { input: nothing, output: done },
    /** Only while nothing was revoked: the old key goes on as if nothing had been. */
    'rotation.abandon': { input: nothing, output: done },
    'places.change': { input: z.object({ places: z.array(placeSchema).max(100) }), output: done },
    /** Asks where, and writes a receipt as text. */
    'receipt.export': { input: z.object({ id: z.string().max(40) }), output: z.object({ saved: z.boolean() }) },
    'wizard.close': { input: nothing, output: done },
    'problem.dismiss': { input: z.object({ kind: z.string().max(40) }), output: done },
    /** Opens one of the pages we know in the person's browser. */
    'external.open': {
      input: z.object({ page: z.enum(['dashboard', 'apiKey', 'twoFactor', 'apiDocs', 'project']) }),
      output: done,
    },
    'window.hide': { input: nothing, output: done },
    'app.quit': { input: nothing, output: done },
  },
  pushes: {
    /** The whole state, each time it changed. A window keeps the highest `rev`. */
    state: z.object({ rev: z.number().int(), state: appStateSchema }),
    /** Main asks the window to show one of its views (a menu click). */
    view: z.object({ view: z.enum(['home', 'key', 'settings', 'subAccounts']) }),
  },
} as const;

export type CallName = keyof typeof contract.calls;
export type CallInput<N extends CallName> = z.infer<(typeof contract.calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof contract.calls)[N]['output']>;
export type PushName = keyof typeof contract.pushes;
export type Push<N extends PushName> = z.infer<(typeof contract.pushes)[N]>;

export type SubAccountRow = z.infer<typeof subAccountRowSchema>;
export type KeyCandidate = z.infer<typeof keyCandidateSchema>;
export type { AppState, Figure, Notice, SubAccount, SubAccountSwitch } from '../account/state';
export type { Problem, Result } from '../problem/problem';
export type { Settings } from '../settings/schema';
export type { Place, Rotation, RotationEntry, RotationStep, RotationView } from '../key/rotation/state';
export type { Api } from './api';
