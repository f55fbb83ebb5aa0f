// A wallet that pays renewals: when the next one cannot be paid. Pure.
// Must not: know what triggers a renewal.

export interface Renewals {
  wallet: number;
  /** Of one renewal, in the wallet's unit, above 0. */
  price: number;
  /** When the next renewal comes (ms); Infinity: never. */
  first: number;
  /** When the one after the renewal at `at` comes (ms). */
  next: (at: number) => number;
  /** What else goes from the wallet between two moments (ms). */
  otherUse: (from: number, to: number) => number;
}

/** Beyond so many renewals nothing is told. */
const MOST = 20_000;

/** The moment (ms) of the first renewal that the wallet does not pay; Infinity where none comes before `horizon` (ms). */
export function whenUnpaid({ wallet, price, first, next, otherUse }: Renewals, now: number, horizon: number): number {
  let left = wallet;
  let before = now;
  let at = first;
  for (let count = 0; count < MOST && at <= horizon; count += 1) {
    left -= otherUse(before, at) + price;
    // A cent's hundredth more or less is the arithmetic's.
    if (left < -price * 1e-9) return at;
    before = at;
    at = next(at);
  }
  return Infinity;
}
