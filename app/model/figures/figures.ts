// The account's figures, one row each: the shape of its value, and the number of it that the history records.
import { z } from 'zod';
import type { Figure } from './figure';
import { momentSchema, problemSchema } from '../problem';

/** IPs left: the sum, and per plan. */
const ipBalanceSchema = z.object({
  total: z.number().int(),
  plans: z.array(z.object({ planId: z.number().int(), amount: z.number().int() })),
});

/** Traffic left, in bytes (1 GB = 1e9): the sum of what has not expired, and per package. */
const trafficSchema = z.object({
  total: z.number().int(),
  packages: z.array(
    z.object({
      id: z.number().int(),
      name: z.string(),
      left: z.number().int(),
      original: z.number().int().nullable(),
      expiresAt: momentSchema.nullable(),
    }),
  ),
});

/** Money in the wallet, in US dollars (the vendor states no currency; prices are in dollars). */
const walletSchema = z.object({ amount: z.number() });

/** As 9Proxy reports it. What auto renew does is unconfirmed (docs/decisions/022-auto-renew.md), so nothing is computed from it. */
const autoRenewSchema = z.object({
  on: z.boolean().nullable(),
  packageName: z.string().nullable(),
  /** In US dollars. */
  price: z.number().nullable(),
  whenIps: z.number().int().nullable(),
  whenTraffic: z.number().int().nullable(),
  nextAt: momentSchema.nullable(),
  lastAt: momentSchema.nullable(),
  lastOutcome: z.enum(['pending', 'success', 'failed']).nullable(),
  lastMessage: z.string().nullable(),
});

/**
 * A figure with its age. `fresh`: read within the expected time. `stale`: older than that. `failed`: the last attempt failed (`problem` has the
 * reason) and `value` is the last known one. `absent`: never read, or not offered (see `problem`).
 */
export function figureSchema<T extends z.ZodType>(value: T) {
  return z.object({
    value: value.nullable(),
    asOf: momentSchema.nullable(),
    status: z.enum(['fresh', 'stale', 'failed', 'absent']),
    problem: problemSchema.optional(),
  });
}

/** One row. `recorded`: the number that the history records of a value; null: none. */
function row<S extends z.ZodType>(value: S, recorded: (value: z.infer<S>) => number | null) {
  return { schema: figureSchema(value), recorded };
}

/** The history records the figures in this order, so a new one comes last. */
const table = {
  ips: row(ipBalanceSchema, ({ total }) => total),
  traffic: row(trafficSchema, ({ total }) => total),
  wallet: row(walletSchema, ({ amount }) => amount),
  autoRenew: row(autoRenewSchema, ({ on }) => (on === null ? null : Number(on))),
};

/** The figures that tray and popover show: the balances and the state of auto renew. They are the state's properties of these names. */
export type FigureId = keyof typeof table;
export type FigureValue<Id extends FigureId> = NonNullable<z.infer<(typeof table)[Id]['schema']>['value']>;
export type Figures = { [Id in FigureId]: Figure<FigureValue<Id>> };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a table that is written down above
export const figureIds = Object.keys(table) as FigureId[];

/** A value for each figure. */
export function forEachFigure<T>(valueOf: (id: FigureId) => T): Record<FigureId, T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has all of the ids
  return Object.fromEntries(figureIds.map((id) => [id, valueOf(id)])) as Record<FigureId, T>;
}

/** The schemas of all figures. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each figure has its own schema
export const figureShape = forEachFigure((id) => table[id].schema) as {
  [Id in FigureId]: (typeof table)[Id]['schema'];
};

/** The figures alone, each as `map` returns it. */
export function mapFigures(figures: Figures, map: <T>(figure: Figure<T>) => Figure<T>): Figures {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a figure stays one of its own value
  return forEachFigure((id) => map<unknown>(figures[id])) as Figures;
}

const recorders: { [Id in FigureId]: { recorded(value: FigureValue<Id>): number | null } } = table;

/** The number of a figure that the history records; null if it was not just read. */
export function freshNumber<Id extends FigureId>(id: Id, { status, value }: Figure<FigureValue<Id>>): number | null {
  return status === 'fresh' && value !== null ? recorders[id].recorded(value) : null;
}
