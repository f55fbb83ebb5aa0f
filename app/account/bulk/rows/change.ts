// Which value a change on many sub-accounts sets, and whether a sub-account already has it. Pure.
import { z } from 'zod';
import { type BulkChange, bulkChangeSchema } from '../../../model/bulk/bulk';

const [, , topUpChange] = bulkChangeSchema.options;
const topUpSchema = topUpChange.omit({ does: true });

/** Automatic top-up of one sub-account: amounts in IPs and bytes; null: not reported, or not to be changed. */
export type TopUp = z.infer<typeof topUpSchema>;

/** The value that is changed, as a sub-account has it: on or off, or its automatic top-up; null: not known. */
export const valueSchema = z.union([z.boolean(), topUpSchema, z.null()]);
export type Value = z.infer<typeof valueSchema>;

/** What can be sent: a value that is known. */
export type Wanted = NonNullable<Value>;

/** The value of each sub-account after the change. */
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
 * Whether `present` is `wanted`. Amounts count only where top-up is on. `compare: 'all'`: an amount that the vendor does not report differs
 * from any; `'known'`: only reported amounts count (after a write, no others can be compared).
 */
export function hasValue(present: Value, wanted: Value, compare: 'all' | 'known'): boolean {
  if (present === null || wanted === null) return false;
  if (typeof present === 'boolean' || typeof wanted === 'boolean') return present === wanted;
  const amount = (has: number | null, wants: number | null) =>
    wants === null || has === wants || (compare === 'known' && has === null);
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
