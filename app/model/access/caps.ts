// Which cap of a day a consumer has reached, as its counts show. Pure.
import type { Consumer } from './consumer';

/** A cap of a day, and how much of it is used. */
export interface ReachedCap {
  what: 'ips' | 'writes';
  used: number;
  limit: number;
}

/** The cap of today that is used up, or that a write was refused for; null: none. */
export function reachedCap({ limits, today }: Pick<Consumer, 'limits' | 'today'>): ReachedCap | null {
  const ips = capOf('ips', today.ips, limits.ipsPerDay, today.capped);
  return ips ?? capOf('writes', today.writes, limits.writesPerDay, today.capped);
}

function capOf(
  what: ReachedCap['what'],
  used: number,
  limit: number | null,
  capped: ReachedCap['what'] | undefined,
): ReachedCap | null {
  if (limit === null) return null;
  return used >= limit || capped === what ? { what, used, limit } : null;
}
