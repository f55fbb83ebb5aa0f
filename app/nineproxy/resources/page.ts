// Reads one page of a list: what the vendor's lists have in common, whatever their items are. Takes no more rows than
// were requested.
import type { components } from '../operations/openapi.generated';
import { count, fields, isNone, listOrNone, text } from './parse';

export interface Page<T> {
  items: T[];
  /** In the whole list, as the vendor says; null when it does not say, or says less than it has sent. */
  totalItems: number | null;
  totalPages: number | null;
  /** Items of this page that were left out: they could not be read, or were more than was asked for. */
  skipped: number;
  /** Names of those items, as far as they have one. Missing: none has. */
  skippedNames?: string[];
}

/** Which page was asked for (1 is the first), and how many rows a page. */
export interface PageRequest {
  page: number;
  limit: number;
}

/** The limit for a list that has no pages: more rows than any such list has. */
export const unpaged: PageRequest = { page: 1, limit: 1000 };

/**
 * The rows of one page. `read` answers null for an item that cannot be used. Null without a list; a null in its place is a list without
 * anything in it. Of a longer answer than was asked for the first rows count, and the rest is skipped; but where the answer is the whole
 * list, whatever page was asked for, the page is cut out of it.
 */
export function readPage<T>(result: unknown, request: PageRequest, read: (item: unknown) => T | null): Page<T> | null {
  const answer = fields<keyof components['schemas']['PageInfo']>(isNone(result) ? { items: null } : result);
  const found = listOrNone(answer?.items);
  if (answer === null || found === null) return null;
  const before = (request.page - 1) * request.limit;
  const total = count(answer.total_items) ?? (found.length === 0 && before === 0 ? 0 : null);
  const isWhole = total === found.length && request !== unpaged && found.length > request.limit;
  const taken = isWhole ? found.slice(before, before + request.limit) : found.slice(0, request.limit);
  const rows = taken.map((item) => ({ item, row: read(item) }));
  const items = rows.flatMap(({ row }) => (row === null ? [] : [row]));
  const skippedNames = rows.flatMap(({ item, row }) => (row === null ? nameOf(item) : [])).slice(0, mostNames);
  // A page that is shorter than asked for may be capped, and those before it too: how many rows they had is not known here.
  const isCredible =
    total === null ||
    isWhole ||
    found.length === 0 ||
    total >= found.length + (found.length < request.limit ? 0 : before);
  return {
    items,
    totalItems: isCredible ? total : null,
    totalPages: count(answer.total_pages),
    skipped: (isWhole ? taken.length : found.length) - items.length,
    ...(skippedNames.length === 0 ? {} : { skippedNames }),
  };
}

/** Names that are shown of rows that can't be read. */
const mostNames = 20;

/** The name that an item without a usable id has for the user, if any. */
function nameOf(item: unknown): string[] {
  const name = text(fields<'username' | 'user_name'>(item)?.username ?? fields<'user_name'>(item)?.user_name);
  return name === null ? [] : [name];
}
