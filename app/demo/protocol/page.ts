// Pages and orders of lists, as the vendor documents them: limit, page, sort_by, order_by.
import type { Json } from './answer';
import type { Fields } from './validate';

/** No maximum is published; a page longer than this is cut, and `total_pages` follows the cut. */
export const longestPage = 500;

interface Paging {
  limit: number;
  page: number;
}

/** What a list is sorted by, and which way. */
interface Order<T> {
  direction: 1 | -1;
  valueOf: (item: T) => string | number;
}

/** The page asked for; without one the first, of 30. */
export function readPaging(fields: Fields): Paging {
  const limit = fields.integer('limit', { min: 1 }) ?? 30;
  return { limit: Math.min(limit, longestPage), page: fields.integer('page', { min: 1 }) ?? 1 };
}

/**
 * Newest or greatest first unless `order_by=asc`: `order_by` holds the direction, `sort_by` one of the names in `values`.
 */
export function readOrder<T, K extends string>(
  fields: Fields,
  values: Record<K, (item: T) => string | number>,
  standard: K,
): Order<T> {
  const names: K[] = [];
  for (const name in values) names.push(name);
  const valueOf = values[fields.word('sort_by', names) ?? standard];
  return { valueOf, direction: fields.word('order_by', ['desc', 'asc']) === 'asc' ? 1 : -1 };
}

/** A sorted copy; what compares equal keeps its order (or the reverse of it, downwards). */
export function sorted<T>(items: readonly T[], { direction, valueOf }: Order<T>): T[] {
  const copy = direction === 1 ? [...items] : [...items].reverse();
  return copy.sort((a, b) => {
    const left = valueOf(a);
    const right = valueOf(b);
    if (left === right) return 0;
    return left < right ? -direction : direction;
  });
}

/** One page in the vendor's shape; empty behind the last. */
export function pageOf<T>(items: readonly T[], { limit, page }: Paging, shape: (item: T) => Json): Json {
  return {
    items: items.slice((page - 1) * limit, page * limit).map(shape),
    total_items: items.length,
    total_pages: Math.ceil(items.length / limit),
  };
}
