// What a consumer did today, and whether its caps allow one more write. Pure.
import type { Consumer } from '../../model/access/consumer';
import type { StoredConsumer } from './access-document';

const none: Consumer['today'] = { reads: 0, writes: 0, ips: 0, refused: 0 };

/** Which day it is, and that nothing was done on it yet. `now` in ms. */
export function newDay(now: number): Pick<StoredConsumer, 'day' | 'today'> {
  return { day: dayOf(now), today: none };
}

/** The same with counts of the day that it is now. */
export function onDay(consumer: StoredConsumer, now: number): StoredConsumer {
  return consumer.day === dayOf(now) ? consumer : { ...consumer, ...newDay(now) };
}

/** Whether something that it may do is limited by more than a rate. */
export function hasCap({ writesPerDay, ipsPerRequest, ipsPerDay }: Consumer['limits']): boolean {
  return writesPerDay !== null || ipsPerRequest !== null || ipsPerDay !== null;
}

/** What a cap refuses a write for. `amount`: it asks for too much, or for an amount that is unknown. */
export type CapRefusal = 'ips' | 'writes' | 'amount';

/**
 * The counts of today with one more write, or why a cap does not allow it. `ips`: what it asks for; null: unknown.
 */
export function withWrite({ limits, today }: StoredConsumer, ips: number | null): Consumer['today'] | CapRefusal {
  const { writesPerDay, ipsPerRequest, ipsPerDay } = limits;
  const hasIpCap = ipsPerRequest !== null || ipsPerDay !== null;
  if (hasIpCap && ips === null) return 'amount';
  const asked = ips ?? 0;
  if (today.writes + 1 > (writesPerDay ?? Number.POSITIVE_INFINITY)) return 'writes';
  if (asked > (ipsPerRequest ?? Number.POSITIVE_INFINITY)) return 'amount';
  if (today.ips + asked > (ipsPerDay ?? Number.POSITIVE_INFINITY)) return 'ips';
  return { ...today, writes: today.writes + 1, ips: today.ips + asked };
}

/** The milliseconds from a moment until the next local day begins. */
export function untilNextDay(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime() - now;
}

/** The local day of a moment (ms), such as 2026-11-29. */
function dayOf(now: number): string {
  const date = new Date(now);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
