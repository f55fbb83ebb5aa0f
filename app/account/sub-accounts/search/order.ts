// The orders of sub-accounts, and how a sorted list takes in rows without being sorted again. Pure.
import type { SubAccount } from '../../../model/state/app-state';

export type SubAccountSort = 'newest' | 'username' | 'ips' | 'traffic' | 'status';

export type Compare = (a: SubAccount, b: SubAccount) => number;

let collator: Intl.Collator | null = null;

/**
 * One collator for all: making one per comparison costs seconds over 50,000 rows. Made when names are first sorted, since main holds
 * about 1 MiB more with it.
 */
function byName(): Intl.Collator {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return collator;
}

/** Negative where `a` comes first; never 0 for two rows. What is not known counts as less than anything. */
export function compareBy(sort: SubAccountSort, descending: boolean): Compare {
  const sign = descending ? -1 : 1;
  const number =
    (of: (row: SubAccount) => number | null): Compare =>
    (a, b) =>
      ((of(a) ?? -1) - (of(b) ?? -1)) * sign || b.id - a.id;
  switch (sort) {
    case 'newest':
      return number(({ createdAt, id }) => createdAt ?? id);
    case 'username': {
      const { compare } = byName();
      return (a, b) => compare(a.username, b.username) * sign || a.id - b.id;
    }
    case 'ips':
      return number(({ ips }) => ips);
    case 'traffic':
      return number(({ traffic }) => traffic);
    case 'status':
      return number(({ enabled }) => (enabled === null ? null : enabled ? 1 : 0));
    default:
      return sort satisfies never;
  }
}

/** Both lists in one order; each is sorted by it. Compares as often as it takes to find the places of `added`. */
export function mergeSorted<T extends object>(
  sorted: readonly T[],
  added: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const merged: T[] = [];
  let from = 0;
  for (const one of added) {
    const to = placeOf(one, sorted, from, compare);
    for (; from < to; from += 1) {
      const there = sorted[from];
      if (there !== undefined) merged.push(there);
    }
    merged.push(one);
  }
  return merged.concat(sorted.slice(from));
}

/** Where in `sorted`, from `from` on, what comes after it begins. */
function placeOf<T extends object>(
  one: T,
  sorted: readonly T[],
  from: number,
  compare: (a: T, b: T) => number,
): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
