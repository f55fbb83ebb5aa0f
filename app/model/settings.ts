// What the user can set: shape, defaults, limits. No secret belongs here; the file is plain JSON that users edit by hand.
import { z } from 'zod';
import { unusableCorrections } from './api/field-names';
import { languageChoices } from './language';
import { openShortcutPattern } from './open-shortcut';
import { updateChecks } from './updates';

/** What a path of the API may look like: no query, no host, no escapes. */
export const endpointPath = /^\/[\w\-./]*$/;

const addressSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('production') }),
  z.object({ kind: z.literal('sandbox') }),
  z.object({ kind: z.literal('custom'), url: z.string().max(300) }),
]);

const proxySchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('system') }),
  z.object({ mode: z.literal('direct') }),
  /** `url`: scheme, host and port, such as `http://127.0.0.1:8080` or `socks5://127.0.0.1:1080`. */
  z.object({ mode: z.literal('given'), url: z.string().max(300) }),
]);

/** "22:00": hours and minutes of a day, local time. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What leads to a desktop notification. Amounts are those of `lowAt`, unless a sub-account has its own. */
const alertsSchema = z.object({
  on: z.boolean(),
  ips: z.boolean(),
  traffic: z.boolean(),
  wallet: z.boolean(),
  /** A traffic package expires within so many days; 0: no alert. */
  packageDays: z.number().int().min(0).max(90),
  unusualUse: z.boolean(),
  autoRenew: z.boolean(),
  keyRefused: z.boolean(),
  twoFactorOff: z.boolean(),
  /** The local gateway: it cannot listen, a cap is reached, a key or many wrong tokens were sent to it. */
  gateway: z.boolean(),
  /** For sub-accounts of interest: the pinned ones. Traffic in bytes; 0: no alert. */
  subAccounts: z.object({
    on: z.boolean(),
    ips: z.number().int().nonnegative(),
    traffic: z.number().int().nonnegative(),
  }),
  /** Thresholds of single sub-accounts, by the account's id and then theirs. One that is here is of interest. `username`: to find it by. */
  bySubAccount: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        username: z.string().max(200),
        ips: z.number().int().nonnegative(),
        traffic: z.number().int().nonnegative(),
      }),
    ),
  ),
  /** No notification between these; alerts that are still open afterwards are shown then. */
  quiet: z.object({ on: z.boolean(), from: timeOfDay, to: timeOfDay }),
  /** The same until this moment (ms), as a button of a notification asks for it. */
  mutedUntil: z.number().int().nonnegative().nullable(),
});

export const settingsSchema = z.object({
  address: addressSchema,
  proxy: proxySchema,
  /** How often figures are read while no window shows them: about every 30, 10 or 3 minutes. */
  pace: z.enum(['gentle', 'normal', 'quick']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The language of all words; `system`: the first of the system's that NineTray is written in, else English. */
  language: z.enum(languageChoices),
  /** Amounts are hidden in the tray, its menu and the popover until one points at them. */
  hideAmounts: z.boolean(),
  /** Whether the popover's window is kept while it is hidden, so that it opens at once (app/windows/popover/keep-ready.ts). */
  popoverReady: z.enum(['automatic', 'always', 'never']),
  startAtLogin: z.boolean(),
  /** Opens and hides the popover from any application (open-shortcut.ts); null: none. */
  openShortcut: z.string().regex(openShortcutPattern).nullable(),
  /** The user agreed to run without Chromium's sandbox. No window can set it. */
  runWithoutSandbox: z.boolean(),
  /** The panel that the icon is drawn for; `automatic`: as far as the system says. Not for macOS, which tints it. */
  trayIcon: z.enum(['automatic', 'light', 'dark']),
  /** Whether NineTray asks once a day whether there is a newer version; `ask`: not until the user has said so. */
  updateCheck: z.enum(updateChecks),
  /** The figure beside the icon in the macOS menu bar. */
  trayTitle: z.enum(['none', 'ips', 'traffic', 'wallet']),
  /** Below these a figure counts as low. Traffic in bytes, wallet in US dollars. */
  lowAt: z.object({
    ips: z.number().int().nonnegative(),
    traffic: z.number().int().nonnegative(),
    wallet: z.number().nonnegative(),
  }),
  alerts: alertsSchema,
  /** The vendor's own application on this computer: whether its today list is read, and the port of its local API. */
  localApp: z.object({ on: z.boolean(), port: z.number().int().min(1).max(65_535) }),
  /** Pinned sub-accounts by the account's id, in order. */
  pinned: z.record(z.string(), z.array(z.number().int()).max(30)),
  /** Corrections to the table of operations, by operation id (docs/architecture.md, "Endpoints"). */
  endpoints: z.record(
    z.string(),
    z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
      path: z.string().regex(endpointPath).max(200).optional(),
    }),
  ),
  /** Corrections to names of fields that the vendor has not published: ours, then theirs (field-names.ts). */
  fields: z.record(z.string(), z.string()).superRefine((corrections, context) => {
    for (const name of unusableCorrections(corrections)) context.addIssue({ code: 'custom', path: [name] });
  }),
  accountWindow: z.object({
    width: z.number().int().min(640).max(4000),
    height: z.number().int().min(480).max(3000),
  }),
  popover: z.object({ width: z.number().int().min(320).max(900), height: z.number().int().min(400).max(1400) }),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  address: { kind: 'production' },
  proxy: { mode: 'system' },
  pace: 'normal',
  theme: 'system',
  language: 'system',
  hideAmounts: false,
  popoverReady: 'automatic',
  startAtLogin: false,
  openShortcut: null,
  runWithoutSandbox: false,
  trayIcon: 'automatic',
  updateCheck: 'ask',
  trayTitle: 'none',
  lowAt: { ips: 50, traffic: 1_000_000_000, wallet: 5 },
  alerts: {
    on: true,
    ips: true,
    traffic: true,
    wallet: true,
    packageDays: 3,
    unusualUse: true,
    autoRenew: true,
    keyRefused: true,
    twoFactorOff: true,
    gateway: true,
    subAccounts: { on: true, ips: 10, traffic: 1_000_000_000 },
    bySubAccount: {},
    quiet: { on: false, from: '22:00', to: '07:00' },
    mutedUntil: null,
  },
  localApp: { on: false, port: 10_101 },
  pinned: {},
  endpoints: {},
  fields: {},
  accountWindow: { width: 1080, height: 720 },
  popover: { width: 360, height: 560 },
};
