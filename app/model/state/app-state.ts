// The one state that main owns and windows render: its shape, as zod schemas with the types inferred from them.
// Immutable; every figure carries its own age and status; nothing in it is secret.
import { balanceIds } from '../figures/figure-id';
import { figureIds, figureSchema, figureShape, type FigureValue } from '../figures/figures';
import { z } from 'zod';
import { exampleScriptSchema } from '../demo';
import { accessViewSchema } from '../access/access-view';
import { keyStorages } from '../key-storage';
import { momentSchema, problemSchema } from '../problem';
import { placesViewSchema } from '../places/places-view';
import { rotationViewSchema } from '../rotation/rotation';
import { settingsSchema } from '../settings';
import { severities } from '../severity';
import { alertSchema, alertSubjectSchema } from '../alert';
import { apiCheckSchema } from '../api-check';
import { bulkViewSchema } from '../bulk/bulk';
import { emergencyStopSchema } from '../bulk/emergency-stop';
import { forecastsSchema } from '../figures/forecast';
import { updateLines, updatesViewSchema } from '../updates';

const accountSchema = z.object({
  id: z.number().int(),
  email: z.string().nullable(),
  username: z.string().nullable(),
  emailVerified: z.boolean().nullable(),
  twoFactor: z.boolean().nullable(),
});

/** An automatic top-up that is on: below how much, by how much. In IPs or bytes; null: not known. */
const topUpSchema = z.object({ below: z.number().int().nullable(), by: z.number().int().nullable() });

const subAccountSchema = z.object({
  id: z.number().int(),
  username: z.string(),
  note: z.string().nullable(),
  ips: z.number().int().nullable(),
  /** Bytes. */
  traffic: z.number().int().nullable(),
  enabled: z.boolean().nullable(),
  createdAt: momentSchema.nullable(),
  /** Null: off. Not there: 9Proxy did not say. */
  topUpIps: topUpSchema.nullable().optional(),
  topUpTraffic: topUpSchema.nullable().optional(),
});

/**
 * A switch that the user flipped. `pending`: wanted, not yet answered. `done`: the vendor confirmed; undo is offered.
 * `rolled-back`: refused or unknown, `problem` says why; the row shows what the vendor says again.
 */
const switchSchema = z.object({
  id: z.number().int(),
  username: z.string(),
  wanted: z.boolean(),
  phase: z.enum(['pending', 'done', 'rolled-back']),
  at: momentSchema,
  problem: problemSchema.optional(),
});

const subAccountsSchema = z.object({
  /** How many the account has, as the vendor last said. */
  count: figureSchema(z.number().int()),
  /** The first page as the vendor sorts it (newest first). */
  firstPage: z.array(subAccountSchema),
  /** Pinned ones, in the order of pinning. */
  pinned: z.array(subAccountSchema),
  /** The full list: filled page by page in the background while a window shows it. `rev` grows with each change. */
  index: z.object({
    rev: z.number().int(),
    loaded: z.number().int(),
    total: z.number().int().nullable(),
    running: z.boolean(),
    completeAt: momentSchema.nullable(),
    /** Rows of it that could not be read. Not there: none. */
    unread: z.number().int().optional(),
    problem: problemSchema.optional(),
  }),
  switches: z.array(switchSchema),
  /** Grows when NineTray changed sub-accounts (a switch that ended, rows of a job): the account window then reads its list again. */
  listRevision: z.number().int(),
  /** Of interest, and last searched for in vain at `at`. `gone`: the vendor has no such id; `not-found`: among so many it was not seen. */
  unwatched: z.array(z.object({ id: z.number().int(), why: z.enum(['gone', 'not-found']), at: momentSchema })),
});

/**
 * The key. `asking`: the keyring is being asked (and may show a prompt of its own). `absent`: none is kept.
 * `present`: in memory and believed good. `refused`: the vendor refused it; it is tried once an hour.
 * `locked`, `changed`, `unreadable`: a ciphertext is on disk and stays there, but cannot be read now.
 */
const keySchema = z.object({
  status: z.enum(['asking', 'absent', 'present', 'refused', 'locked', 'changed', 'unreadable']),
  /** How it is kept: by the system's keyring, in memory only, or with no real protection (after consent). */
  storage: z.enum(keyStorages).nullable(),
  /** Whether the system's keyring can protect a key: null while it is not known. */
  canProtect: z.boolean().nullable(),
  /** The keyring's own name ("gnome_libsecret", "keychain", "dpapi"). */
  keyring: z.string().nullable(),
  /** A keyed hash to recognise a key by; says nothing about its text. */
  fingerprint: z.string().nullable(),
  savedAt: momentSchema.nullable(),
  problem: problemSchema.optional(),
});

/** What the trend lines are drawn from: [moment, value], oldest first, at most 60 points each. */
const trendSchema = z.array(z.tuple([momentSchema, z.number()]));

/**
 * How severe the state is, and why: the one line that says whether all is well and what to do if not. The texts are in app/texts/status/notice.ts.
 */
const noticeSchema = z.object({
  severity: z.enum(severities),
  tone: z.enum(['good', 'info', 'warning', 'bad']),
  says: z.discriminatedUnion('id', [
    z.object({ id: z.literal('all-well') }),
    z.object({ id: z.literal('emergency-stop'), stop: emergencyStopSchema }),
    z.object({ id: z.literal('first-read') }),
    /** A read is over and brought nothing: in a terminal only, where none follows. */
    z.object({ id: z.literal('nothing-read') }),
    z.object({ id: z.literal('waiting-for-keyring') }),
    z.object({ id: z.literal('no-key') }),
    z.object({ id: z.literal('stale'), asOf: momentSchema }),
    z.object({
      id: z.literal('partly'),
      problem: problemSchema,
      figures: z.array(z.enum([...figureIds, 'subAccounts'])),
    }),
    z.object({
      id: z.literal('low'),
      what: z.enum(balanceIds),
      figures: z.array(z.enum(balanceIds)),
    }),
    z.object({ id: z.literal('renew-failed'), message: z.string().nullable() }),
    z.object({ id: z.literal('package-expires'), name: z.string(), at: momentSchema }),
    z.object({ id: z.literal('two-factor-off') }),
    /** An alert that no other reason covers; `more`: how many others there are. */
    z.object({ id: z.literal('alert'), about: alertSubjectSchema, more: z.number().int() }),
    z.object({ id: z.literal('problem'), problem: problemSchema }),
    /** A problem of the profile folder, which `AppState.storage` has too. */
    z.object({ id: z.literal('storage'), problem: problemSchema }),
  ]),
  action: z.enum([
    'none',
    'retry',
    'enter-key',
    'replace-key',
    'unlock-keyring',
    'open-dashboard',
    'open-settings',
    'open-alerts',
    'open-access',
    'open-emergency-stop',
  ]),
});

export const appStateSchema = z.object({
  /** Where figures come from. `origin` is scheme and host only. */
  source: z.object({ kind: z.enum(['production', 'sandbox', 'custom', 'demo']), origin: z.string() }),
  key: keySchema,
  /** Grows with each key; an answer that an older key asked for is dropped. */
  generation: z.number().int(),
  account: figureSchema(accountSchema),
  ...figureShape,
  subAccounts: subAccountsSchema,
  trends: z.record(z.enum(figureIds), trendSchema),
  forecasts: forecastsSchema,
  /** Alerts whose episodes are open, the oldest first. */
  alerts: z.array(alertSchema),
  /** Work on many sub-accounts at once, and the emergency stop. */
  bulk: bulkViewSchema,
  apiCheck: apiCheckSchema,
  /** A list that is being written into a file: rows read, of how many (null: not known). */
  saving: z.object({ list: z.string(), read: z.number().int(), total: z.number().int().nullable() }).nullable(),
  refresh: z.object({
    running: z.boolean(),
    lastAt: momentSchema.nullable(),
    nextAt: momentSchema.nullable(),
    reason: z
      .enum([
        'looking',
        'recently-looked',
        'idle',
        'on-battery',
        'metered',
        'after-action',
        'after-wake',
        'after-network',
        'backing-off',
        'rate-limited',
        'offline',
        'key-dead',
        'no-key',
        'settings',
        'manual',
      ])
      .nullable(),
  }),
  /** The regeneration wizard's business. */
  rotation: rotationViewSchema,
  /** The local gateway, and who may use it. */
  access: accessViewSchema,
  /** The places that hold the key. */
  places: placesViewSchema,
  /** Of the demo. Not there: none runs. */
  exampleScript: exampleScriptSchema.optional(),
  online: z.boolean(),
  /** Problems of the profile folder, newest last; each stays until it is over or dismissed. */
  storage: z.array(problemSchema),
  notice: noticeSchema,
  /** Newer versions of NineTray. */
  updates: updatesViewSchema,
  /** What the popover says of them now. */
  updateLine: z.enum(updateLines),
  settings: settingsSchema,
  platform: z.object({
    os: z.enum(['linux', 'darwin', 'win32']),
    trayShown: z.boolean(),
    /** Whether Chromium's sandbox is on. */
    sandboxed: z.boolean(),
    /** The system starts NineTray at login once the user approves of it (macOS). Not there: it asks for no approval. */
    loginNeedsApproval: z.boolean().optional(),
    /** Why the global shortcut does nothing. Null, and not there: it works, or there is none. */
    shortcutProblem: z.enum(['taken', 'not-allowed']).nullable().optional(),
    electron: z.string(),
    version: z.string(),
  }),
});

export type AppState = z.infer<typeof appStateSchema>;
export type Account = z.infer<typeof accountSchema>;
export type IpBalance = FigureValue<'ips'>;
export type Traffic = FigureValue<'traffic'>;
export type Wallet = FigureValue<'wallet'>;
export type AutoRenew = FigureValue<'autoRenew'>;
export type SubAccount = z.infer<typeof subAccountSchema>;
export type TopUpRule = z.infer<typeof topUpSchema>;
export type SubAccountSwitch = z.infer<typeof switchSchema>;
export type KeyState = z.infer<typeof keySchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type RefreshReason = NonNullable<AppState['refresh']['reason']>;

export { accountSchema, subAccountSchema };
