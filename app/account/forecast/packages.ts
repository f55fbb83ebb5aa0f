// Traffic in packages, each with its own expiry: used in the order in which they expire; what is left at an expiry is
// lost. Pure.
import type { Traffic } from '../../model/state/app-state';

type Package = Pick<Traffic['packages'][number], 'left' | 'expiresAt'>;

/** The packages that still count at `now`; a total of which no package is known counts as one without an end. */
export function runningPackages({ total, packages }: Traffic, now: number): Package[] {
  if (packages.length === 0) return total > 0 ? [{ left: total, expiresAt: null }] : [];
  const end = ({ expiresAt }: Package) => expiresAt ?? Infinity;
  return packages.filter((one) => one.left > 0 && end(one) > now).sort((a, b) => end(a) - end(b));
}

/** When all of it is used or has expired. `after(from, bytes)`: the moment at which so many are used from then on. */
export function whenDown(
  running: readonly Package[],
  now: number,
  after: (from: number, bytes: number) => number,
): { at: number; because: 'used' | 'expired' } {
  let at = now;
  let because: 'used' | 'expired' = 'used';
  for (const { left, expiresAt } of running) {
    const usedUp = after(at, left);
    const isLost = expiresAt !== null && usedUp > expiresAt;
    at = isLost ? Math.max(at, expiresAt) : usedUp;
    because = isLost ? 'expired' : 'used';
  }
  return { at, because };
}
