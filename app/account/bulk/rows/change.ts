// What a change on many sub-accounts wants, and whether one has it already. Pure.
// It must not: know how the vendor spells it, or send anything.
import { z } from 'zod';
import { type BulkChange, bulkChangeSchema } from '../../../model/bulk';

const [, , topUpChange] = bulkChangeSchema.options;
const topUpSchema = topUpChange.omit({ does: true });

/** Automatic top-up of one sub-account: amounts in IPs and bytes; null: not told, or not to be touched. */
export type TopUp = z.infer<typeof topUpSchema>;

/** What a sub-account has of what is changed: on or off, or its automatic top-up; null: not known. */
export const valueSchema = z.union([z.boolean(), topUpSchema, z.null()]);
export type Value = z.infer<typeof valueSchema>;

/** What can be sent: a value that is known. */
export type Wanted = NonNullable<Value>;

/** What each is to have after the change. */
export function wantedOf(change: BulkChange): Wanted {
  if (change.does !== 'topUp') return change.does === 'enable';
  const { does: _, ...topUp } = change;
  return topUp;
}

/** The field of a change that is missing, or null: automatic top-up that is on needs both amounts. */
export function missingPart(change: BulkChange): string | null {
  if (change.does !== 'topUp') return null;
  const needed = [
    ...(change.topUpIps ? (['topUpIpsBelow', 'topUpIpsBy'] as const) : []),
    ...(change.topUpTraffic ? (['topUpTrafficBelow', 'topUpTrafficBy'] as const) : []),
  ];
  return needed.find((name) => change[name] === null) ?? null;
}

/**
 * Whether a sub-account that has `present` has what `wanted` says. Amounts count only where top-up is on. `told: 'all'`: an amount that the
 * vendor does not tell is not what is wanted; `'known'`: only what it tells counts (after a write, that is all that can be compared).
 */
export function isSo(present: Value, wanted: Value, told: 'all' | 'known'): boolean {
  if (present === null || wanted === null) return false;
  if (typeof present === 'boolean' || typeof wanted === 'boolean') return present === wanted;
  const amount = (has: number | null, wants: number | null) =>
    wants === null || has === wants || (told === 'known' && has === null);
  const ips =
    present.topUpIps === wanted.topUpIps &&
    (!wanted.topUpIps ||
      (amount(present.topUpIpsBelow, wanted.topUpIpsBelow) && amount(present.topUpIpsBy, wanted.topUpIpsBy)));
  const traffic =
    present.topUpTraffic === wanted.topUpTraffic &&
    (!wanted.topUpTraffic ||
      (amount(present.topUpTrafficBelow, wanted.topUpTrafficBelow) &&
        amount(present.topUpTrafficBy, wanted.topUpTrafficBy)));
  return ips && traffic;
}
