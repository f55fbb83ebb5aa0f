// What a person can set: shape, defaults, limits. No secret belongs here; the file is plain JSON that people edit by hand.
import { z } from 'zod';

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

export const settingsSchema = z.object({
  address: addressSchema,
  proxy: proxySchema,
  /** How often figures are read while nobody looks: about every 30, 10 or 3 minutes. */
  pace: z.enum(['gentle', 'normal', 'quick']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Amounts are hidden in the tray, its menu and the popover until one points at them. */
  hideAmounts: z.boolean(),
  startAtLogin: z.boolean(),
  /** The figure beside the icon in the macOS menu bar. */
  trayTitle: z.enum(['none', 'ips', 'traffic', 'wallet']),
  /** Below these a figure counts as low. Traffic in bytes, wallet in US dollars. */
  lowAt: z.object({
    ips: z.number().int().nonnegative(),
    traffic: z.number().int().nonnegative(),
    wallet: z.number().nonnegative(),
  }),
  /** Pinned sub-accounts by the account's id, in order. */
  pinned: z.record(z.string(), z.array(z.number().int()).max(30)),
  /** Corrections to the table of operations, by operation id (docs/architecture.md, "Endpoints"). */
  endpoints: z.record(
    z.string(),
    z.object({
      method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
      path: z
        .string()
        .regex(/^\/[\w\-./]*$/)
        .max(200)
        .optional(),
    }),
  ),
  popover: z.object({ width: z.number().int().min(320).max(900), height: z.number().int().min(400).max(1400) }),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  address: { kind: 'production' },
  proxy: { mode: 'system' },
  pace: 'normal',
  theme: 'system',
  hideAmounts: false,
  startAtLogin: false,
  trayTitle: 'none',
  lowAt: { ips: 50, traffic: 1_000_000_000, wallet: 5 },
  pinned: {},
  endpoints: {},
  popover: { width: 360, height: 560 },
};
