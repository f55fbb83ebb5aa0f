// All that crosses between main and a window, as one object of zod schemas. Types, handlers and test mocks derive from it.
// A secret crosses towards main when a person types it; towards a window only one at a time, when a person asks to see it
// (`rotation.reveal`, `secret.reveal`). The key in use never does.
import { balanceIds } from '../model/figure-id';
import { z } from 'zod';
import { accountSchema, appStateSchema, subAccountSchema } from '../model/app-state';
import { bulkChangeSchema, bulkRowSchema } from '../model/bulk';
import { actionIds } from '../model/actions';
import { areaIds } from '../model/areas';
import { listIds } from '../model/lists';
import { entrySchema, placeSchema } from '../model/rotation';
import { affiliateSchema } from '../model/affiliate';
import { balanceChangeSchema } from '../model/balance-change';
import { keyStorages } from '../model/key-storage';
import { momentSchema } from '../model/problem';
import { settingsSchema } from '../model/settings';

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
  storages: z.array(z.enum(keyStorages)),
  checkedAt: momentSchema,
});

const list = z.enum(listIds);
const area = z.enum(areaIds);
const listFilterSchema = z.object({
  search: z.string().max(100),
  sort: z.object({ column: z.string().max(40), descending: z.boolean() }).nullable(),
  filters: z.record(z.string().max(40), z.string().max(100)),
});
const rowSchema = z.object({
  key: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  exact: z.record(z.string(), z.string()).optional(),
});
/** Names a secret that main keeps for this run; says nothing about it. */
const secretRef = z.string().max(40);
/** All sub-accounts that match, or those that are named. */
const whichSubAccounts = z.discriminatedUnion('which', [
  z.object({ which: z.literal('these'), ids: z.array(id).min(1).max(100_000) }),
  z.object({
    which: z.literal('matching'),
    search: z.string().max(100),
    status: z.enum(['enabled', 'disabled']).nullable(),
  }),
]);

/** The windows that main makes. */
export type WindowName = 'popover' | 'wizard' | 'account';

/** What every call states: without its windows it does not compile, and a window that is not listed is refused. */
interface CallShape {
  /** The windows that may make the call: those whose screens need it. */
  windows: readonly WindowName[];
  input: z.ZodType;
  output: z.ZodType;
}

export const contract = {
  calls: {
    'state.read': {
      windows: ['popover', 'wizard', 'account'],
      input: nothing,
      output: z.object({ rev: z.number().int(), state: appStateSchema }),
    },
    /** Reads all figures now, whatever the policy says. Answers when the batch is over. */
    'account.refresh': { windows: ['popover', 'account'], input: nothing, output: done },
    /** A key as text (pasted or typed), read once against the address in settings. Answers whose account it is. */
    'key.check': { windows: ['popover'], input: z.object({ text: z.string().max(4096) }), output: keyCandidateSchema },
    /** The same with the clipboard's text, which main reads itself: the window never sees it. */
    'key.checkClipboard': { windows: ['popover'], input: nothing, output: keyCandidateSchema },
    /** Keeps a checked key. `unprotected` needs `consent: true`. */
    'key.keep': {
      windows: ['popover'],
      input: z.object({
        ticket: z.string().max(64),
        storage: z.enum(keyStorages),
        consent: z.boolean(),
      }),
      output: done,
    },
    'key.discard': { windows: ['popover'], input: z.object({ ticket: z.string().max(64) }), output: done },
    /** Asks the keyring again (after it was unlocked). */
    /** The stored key is for the address in settings: the user's answer to `key-address-unconfirmed`. */
    'key.useHere': { windows: ['popover'], input: nothing, output: done },
    'key.retry': { windows: ['popover', 'wizard'], input: nothing, output: done },
    /** Forgets the key here; it stays valid at the vendor. */
    'key.forget': { windows: ['popover'], input: nothing, output: done },
    'demo.start': { windows: ['popover'], input: nothing, output: done },
    'demo.stop': { windows: ['popover'], input: nothing, output: done },
    /** Somebody looks at the full list (loads it in the background), or no longer does (stops loading). */
    'subAccounts.look': { windows: ['popover', 'account'], input: z.object({ looking: z.boolean() }), output: done },
    /** A window of rows out of the index. `total` counts what matches. */
    'subAccounts.query': {
      windows: ['popover', 'account'],
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
    'subAccounts.switch': {
      windows: ['popover', 'account'],
      input: z.object({ id, enabled: z.boolean() }),
      output: done,
    },
    'subAccounts.undo': { windows: ['popover'], input: z.object({ id }), output: done },
    /** Takes a finished switch off the list of outcomes. */
    'subAccounts.dismiss': { windows: ['popover', 'account'], input: z.object({ id }), output: done },
    'subAccounts.pin': { windows: ['popover'], input: z.object({ id, pinned: z.boolean() }), output: done },
    'settings.change': {
      windows: ['popover', 'account'],
      input: settingsSchema
        .omit({
          runWithoutSandbox: true,
          pinned: true,
          endpoints: true,
          fields: true,
          popover: true,
          accountWindow: true,
        })
        .partial(),
      output: done,
    },
    /** Opens the wizard's window; begins a rotation unless one is under way, which is gone on with. */
    'rotation.begin': { windows: ['popover', 'account'], input: z.object({ entry: entrySchema }), output: done },
    /** From prepare to regenerate, from copy (once copied) to update, from update to the receipt. */
    'rotation.next': { windows: ['wizard'], input: nothing, output: done },
    /** Opens the dashboard's key page and writes down that it did; a second time needs a reason. */
    'rotation.openDashboard': {
      windows: ['wizard'],
      input: z.object({
        why: z.enum(['first', 'key-not-received', 'wrong-account', 'new-key-refused', 'asked-again']),
      }),
      output: done,
    },
    /** The new key as text (pasted, dropped or typed); answers when it is on disk. */
    'rotation.receive': { windows: ['wizard'], input: z.object({ text: z.string().max(4096) }), output: done },
    /** The same with the clipboard's text, which main reads and then clears. */
    'rotation.receiveClipboard': { windows: ['wizard'], input: nothing, output: done },
    /** The key in hand was the wrong one: it is destroyed, and another is waited for. */
    'rotation.discardReceived': { windows: ['wizard'], input: nothing, output: done },
    /** The new key belongs to another account, and the person says that this is right. */
    'rotation.acceptAccount': { windows: ['wizard'], input: nothing, output: done },
    /** Tries what is not proved yet again, now. */
    'rotation.proveNow': { windows: ['wizard'], input: nothing, output: done },
    /** The one secret that crosses to a window: the new key, in the copy step only, to be shown for at most 20 s. */
    'rotation.reveal': { windows: ['wizard'], input: nothing, output: z.object({ text: z.string() }) },
    'rotation.copy': { windows: ['wizard'], input: nothing, output: done },
    /** Asks where, and writes the key into a file that only its owner can read. */
    'rotation.saveToFile': { windows: ['wizard'], input: nothing, output: z.object({ saved: z.boolean() }) },
    'rotation.noCopyNeeded': { windows: ['wizard'], input: nothing, output: done },
    'rotation.tick': {
      windows: ['wizard'],
      input: z.object({ placeId: z.string().max(40), ticked: z.boolean() }),
      output: done,
    },
    'rotation.finish': { windows: ['wizard'], input: nothing, output: done },
    /** Only while nothing was revoked: the old key goes on as if nothing had been. Or, from another address than its own, to end it there. */
    'rotation.abandon': { windows: ['wizard'], input: nothing, output: done },
    'places.change': {
      windows: ['popover', 'wizard'],
      input: z.object({ places: z.array(placeSchema).max(100) }),
      output: done,
    },
    /** Asks where, and writes a receipt as text. */
    'receipt.export': {
      windows: ['popover', 'wizard'],
      input: z.object({ id: z.string().max(40) }),
      output: z.object({ saved: z.boolean() }),
    },
    'wizard.close': { windows: ['wizard'], input: nothing, output: done },
    /** Shows the popover at one of its views: settings, the way in. */
    'popover.open': {
      windows: ['wizard', 'account'],
      input: z.object({ view: z.enum(['home', 'key', 'settings', 'subAccounts']) }),
      output: done,
    },
    /** Opens the account window, at an area. */
    'account.open': { windows: ['popover', 'account'], input: z.object({ area: area.nullable() }), output: done },
    /** One page of a list, as the vendor has it now. `limit` rows a page; `total` is what the vendor says it has, if it does. */
    'lists.read': {
      windows: ['account'],
      input: listFilterSchema.extend({
        list,
        page: z.number().int().min(1).max(100_000),
        limit: z.number().int().min(1).max(100),
      }),
      /** `skipped`: rows of this page that could not be read. */
      output: z.object({
        rows: z.array(rowSchema),
        total: z.number().int().nullable(),
        pages: z.number().int().nullable().optional(),
        skipped: z.number().int().optional(),
        searchIgnored: z.literal(true).optional(),
        asOf: momentSchema,
      }),
    },
    /** Asks where, reads all pages, and writes what matches as CSV; secrets stay dots. Progress is in the state (`saving`). */
    'lists.save': {
      windows: ['account'],
      input: listFilterSchema.extend({ list }),
      /** `missing`: rows that 9Proxy counts and that are not in the file. */
      output: z.object({
        saved: z.boolean(),
        rows: z.number().int().optional(),
        missing: z.number().int().optional(),
        searchIgnored: z.boolean().optional(),
      }),
    },
    'lists.cancelSave': { windows: ['account'], input: nothing, output: done },
    /** Puts a text that is no secret on the clipboard. */
    'text.copy': { windows: ['account'], input: z.object({ text: z.string().min(1).max(5000) }), output: done },
    /** A secret of a list (a share code, a sub-user's password), to be shown for a while because a person asked. */
    'secret.reveal': {
      windows: ['account'],
      input: z.object({ ref: secretRef }),
      output: z.object({ text: z.string() }),
    },
    /** Copies secrets as the key is copied: concealed, read back, cleared after a while. Several: one a line. */
    'secret.copy': {
      windows: ['account'],
      input: z.object({ refs: z.array(secretRef).min(1).max(500) }),
      output: done,
    },
    /** Checks an action and says what it changes. Nothing is sent. The ticket is good for exactly this, once. */
    'actions.prepare': {
      windows: ['account'],
      input: z.object({
        action: z.enum(actionIds),
        rows: z.array(z.string().max(80)).max(500),
        /** Of an edit: the fields that were changed alone, null for what was taken away. */
        input: z.record(z.string().max(40), z.unknown()),
        /** Of an edit: what the form held at first. Where the row has another value now, nothing is sent. */
        before: z.record(z.string().max(40), z.unknown()).optional(),
      }),
      output: z.object({ ticket: z.string(), balances: z.array(balanceChangeSchema) }),
    },
    /**
     * Does what was prepared. `made`: secrets that came of it (new share codes); `count`: how many it worked for, if told; `notTaken`: fields
     * that don't read as asked for though the vendor accepted them; `sentAs`: their names, where the vendor has not published them.
     */
    'actions.run': {
      windows: ['account'],
      input: z.object({ ticket: z.string().max(64) }),
      output: z.object({
        made: z.array(secretRef),
        count: z.number().int().nullable(),
        notTaken: z.array(z.string().max(40)),
        sentAs: z.array(z.string().max(61)),
      }),
    },
    'affiliate.read': { windows: ['account'], input: nothing, output: affiliateSchema },
    /** Sub-accounts and what would change: for a look before it is applied. Progress is in the state (`bulk.looking`). */
    'bulk.preview': {
      windows: ['account'],
      input: z.object({ subAccounts: whichSubAccounts, change: bulkChangeSchema }),
      /** `unread`: rows that match and could not be read. `unfit`: rows returned that do not match, and are left out. */
      output: z.object({
        total: z.number().int(),
        changes: z.number().int(),
        rows: z.array(bulkRowSchema),
        unread: z.number().int().optional(),
        unfit: z.number().int().optional(),
      }),
    },
    /** Stops what that reads. */
    'bulk.cancelPreview': { windows: ['account'], input: nothing, output: done },
    'bulk.start': {
      windows: ['account'],
      input: z.object({ subAccounts: whichSubAccounts, change: bulkChangeSchema }),
      output: done,
    },
    'bulk.cancel': { windows: ['account'], input: nothing, output: done },
    /** Goes on with what an end of NineTray, or a cancel, interrupted. */
    'bulk.resume': { windows: ['account'], input: nothing, output: done },
    'bulk.undo': { windows: ['account'], input: nothing, output: done },
    /** Takes a job off that does not run; a panic only when it is restored. Without a name: the window's, else the panic. */
    'bulk.dismiss': {
      windows: ['account'],
      input: z.object({ job: z.enum(['bulk', 'panic']) }).optional(),
      output: done,
    },
    /** Rows of a job, those that went wrong first. */
    'bulk.rows': {
      windows: ['account'],
      input: z.object({
        job: z.enum(['bulk', 'panic']),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(200),
      }),
      output: z.object({ rows: z.array(bulkRowSchema), total: z.number().int() }),
    },
    /** Disables every sub-account, after a deliberate second step in the window. */
    'panic.start': { windows: ['account'], input: nothing, output: done },
    /** Enables again exactly those that the panic disabled. */
    'panic.restore': { windows: ['account'], input: nothing, output: done },
    'apiCheck.run': { windows: ['account'], input: nothing, output: done },
    'apiCheck.cancel': { windows: ['account'], input: nothing, output: done },
    /** Asks where, and writes the table as text, without secrets. */
    'apiCheck.save': { windows: ['account'], input: nothing, output: z.object({ saved: z.boolean() }) },
    /** Corrects an operation's method and path; both null: as NineTray has them. */
    'endpoints.correct': {
      windows: ['account'],
      input: z.object({
        operation: z.string().max(60),
        method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).nullable(),
        path: z.string().max(200).nullable(),
      }),
      output: done,
    },
    /** What was recorded of a figure in the last days, oldest first, at most 1,000 points, and its use per day. */
    'history.read': {
      windows: ['account'],
      input: z.object({ what: z.enum(balanceIds), days: z.number().int().min(1).max(730) }),
      output: z.object({
        points: z.array(z.tuple([momentSchema, z.number()])),
        /** Use per local day, refills left out: [start of the day, use]; days of which nothing is known are not there. */
        perDay: z.array(z.tuple([momentSchema, z.number()])),
      }),
    },
    /** Shows a notification, to see whether the system does. False where it has none. */
    'alerts.test': { windows: ['account'], input: nothing, output: z.object({ shown: z.boolean() }) },
    'problem.dismiss': { windows: ['popover'], input: z.object({ kind: z.string().max(40) }), output: done },
    /** Opens one of the pages we know in the person's browser. */
    'external.open': {
      windows: ['popover', 'wizard', 'account'],
      input: z.object({ page: z.enum(['dashboard', 'apiKey', 'apiDocs', 'project']) }),
      output: done,
    },
    'window.hide': { windows: ['popover'], input: nothing, output: done },
    'app.quit': { windows: ['popover'], input: nothing, output: done },
  } satisfies Record<string, CallShape>,
  pushes: {
    /** The whole state, each time it changed. A window keeps the highest `rev`. */
    state: z.object({ rev: z.number().int(), state: appStateSchema }),
    /** Main asks the window to show one of its views (a menu click). */
    view: z.object({ view: z.enum(['home', 'key', 'settings', 'subAccounts']) }),
    /** The same to the account window; `panic`: it asks whether all sub-accounts shall be disabled, or restored. */
    area: z.object({ area, ask: z.literal('panic').optional() }),
  },
} as const;

export type CallName = keyof typeof contract.calls;
export type CallInput<N extends CallName> = z.infer<(typeof contract.calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof contract.calls)[N]['output']>;
export type PushName = keyof typeof contract.pushes;
export type Push<N extends PushName> = z.infer<(typeof contract.pushes)[N]>;

export type SubAccountRow = z.infer<typeof subAccountRowSchema>;
export type KeyCandidate = z.infer<typeof keyCandidateSchema>;
export type { AffiliateStats } from '../model/affiliate';
export type { BalanceChange } from '../model/balance-change';
export type WhichSubAccounts = z.infer<typeof whichSubAccounts>;
export type { Alert, AlertSubject } from '../model/alert';
export type { ApiCheckRow } from '../model/api-check';
export type { BulkChange, BulkJob, BulkRow } from '../model/bulk';
export type { Forecast, Forecasts } from '../model/forecast';
export type { AppState, Notice, SubAccount, SubAccountSwitch } from '../model/app-state';
export type { Figure } from '../model/figure';
export type { Problem, Result } from '../model/problem';
export type { Settings } from '../model/settings';
export type { Place, Rotation, RotationEntry, RotationStep, RotationView } from '../model/rotation';
export type { Api } from './api';
