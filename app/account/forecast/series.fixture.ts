// For tests: balances over time as an account might have them, by rules whose outcome a test can tell.
import type { Sample } from '../history/history';
import type { Circumstances } from './forecast';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday, so that weeks are easy to see. */
export const now = Date.UTC(2026, 10, 23, 12);

export interface Life {
  days: number;
  /** Use in the hour that begins so many hours before now. */
  use: (hoursAgo: number) => number;
  /** What is left at the end. */
  left: number;
  /** Purchases: hours before now, and how much. */
  refills?: readonly (readonly [number, number])[];
  every?: number;
}

/** The readings of one balance, one an hour, oldest first: computed back from what is left now. */
export function balances({ days, use, left, refills = [], every = 1 }: Life): [number, number][] {
  const points: [number, number][] = [];
  let value = left;
  for (let ago = 0; ago <= days * 24; ago += 1) {
    if (ago > 0) {
      value += use(ago);
      for (const [at, amount] of refills) if (at === ago) value -= amount;
    }
    if (ago % every === 0) points.unshift([now - ago * HOUR, value]);
  }
  return points;
}

/** Samples of IPs; the other figures are not known. */
export function ipSamples(points: readonly (readonly [number, number])[]): Sample[] {
  return points.map(([t, value]) => [t, value, null, null, null]);
}

const absent = { value: null, asOf: null, status: 'absent' } as const;
const fresh = <T>(value: T) => ({ value, asOf: now, status: 'fresh' }) as const;

export const nothing: Circumstances = { ips: absent, traffic: absent, wallet: absent };

export function ipsLeft(total: number): Circumstances {
  return { ...nothing, ips: fresh({ total, plans: [] }) };
}

export function walletLeft(amount: number): Circumstances {
  return { ...nothing, wallet: fresh({ amount }) };
}

export function trafficLeft(packages: readonly (readonly [left: number, endsInDays: number | null])[]): Circumstances {
  return {
    ...nothing,
    traffic: fresh({
      total: packages.reduce((sum, [left]) => sum + left, 0),
      packages: packages.map(([left, ends], id) => ({
        id,
        name: `Package ${id}`,
        left,
        original: null,
        expiresAt: ends === null ? null : now + ends * DAY,
      })),
    }),
  };
}
