// A wallet that pays renewals: when the next one cannot be paid, or the wallet is empty where none comes. Pure.
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

const DAY = 86_400_000;
/** Beyond so many renewals nothing is told. */
const MOST = 20_000;

/**
 * The moment (ms) of the first renewal that the wallet does not pay, or the one at which what else goes has emptied it before that;
 * Infinity where neither comes before `horizon` (ms).
 */
export function whenUnpaid(
  { wallet, price, first, next, otherUse }: Renewals,
  now: number,
  horizon: number,
): { at: number; because: 'renewals' | 'used' } {
  let left = wallet;
  let before = now;
  let at = first;
  for (let count = 0; count < MOST && at <= horizon; count += 1) {
    const used = otherUse(before, at);
    // Empty before the renewal comes.
    if (used > left && left >= 0) return { at: before + ((at - before) * left) / used, because: 'used' };
    left -= used + price;
    // A cent's hundredth more or less is the arithmetic's.
    if (left < -price * 1e-9) return { at, because: 'renewals' };
    before = at;
    at = next(at);
  }
  const perDay = otherUse(before, before + DAY);
  return { at: perDay > 0 ? before + (left * DAY) / perDay : Infinity, because: 'used' };
}
