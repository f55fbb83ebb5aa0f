// Traffic in packages, each with an end of its own: used in the order in which they expire; what is left at an end is lost. Pure.
// Must not: know how the rate came about.
import type { Traffic } from '../state';

type Package = Pick<Traffic['packages'][number], 'left' | 'expiresAt'>;

export interface Down {
  /** Moment (ms), Infinity: never. */
  at: number;
  because: 'used' | 'expired';
}

/** The packages that still count at `now`; a total of which no package is known counts as one without an end. */
export function runningPackages({ total, packages }: Traffic, now: number): Package[] {
  if (packages.length === 0) return total > 0 ? [{ left: total, expiresAt: null }] : [];
  const end = ({ expiresAt }: Package) => expiresAt ?? Infinity;
  return packages.filter((one) => one.left > 0 && end(one) > now).sort((a, b) => end(a) - end(b));
}

/** When no more than `to` bytes are left. `after(from, bytes)`: the moment at which so many are used from then on. */
export function whenDown(
  running: readonly Package[],
  to: number,
  now: number,
  after: (from: number, bytes: number) => number,
): Down {
  let at = now;
  let total = running.reduce((sum, { left }) => sum + left, 0);
  let because: Down['because'] = 'used';
  for (const { left, expiresAt } of running) {
    if (total <= to) break;
    const wanted = Math.min(left, total - to);
    const usedUp = after(at, wanted);
    if (expiresAt !== null && usedUp > expiresAt) {
      at = Math.max(at, expiresAt);
      because = 'expired';
    } else {
      at = usedUp;
      because = 'used';
    }
    total -= because === 'used' ? wanted : left;
  }
  return { at, because };
}
