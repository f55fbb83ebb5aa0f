// Reads one page of a list: what the vendor's lists have in common.
// It must not: know what the items are.
import type { components } from './openapi.generated';
import { count, fields, list } from './parse';

export interface Page<T> {
  items: T[];
  /** In the whole list, as the vendor says; null when it does not say. */
  totalItems: number | null;
  totalPages: number | null;
  /** Items of this page that could not be read and were left out. */
  skipped: number;
}

/** Null when there is no list. `read` answers null for an item that cannot be used. */
export function readPage<T>(result: unknown, read: (item: unknown) => T | null): Page<T> | null {
  const page = fields<keyof components['schemas']['PageInfo']>(result);
  const found = list(page?.items);
  if (page === null || found === null) return null;
  const items = found.map(read).filter((item) => item !== null);
  return {
    items,
    totalItems: count(page.total_items),
    totalPages: count(page.total_pages),
    skipped: found.length - items.length,
  };
}
