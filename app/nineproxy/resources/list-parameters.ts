// Turns a query of a list into the parameters that the vendor's lists share. What the vendor would not understand is
// left out.
import type { ListQuery } from '../../model/lists/list-description';

/** Which page. */
export function paging(query: ListQuery): { page: number; limit: number } {
  return { page: query.page, limit: query.limit };
}

/** The order, by the vendor's name for the column; nothing for a column that has none. */
export function sorting<Name extends string>(
  { sort }: ListQuery,
  names: Readonly<Record<string, Name>>,
): { sort_by?: Name; order_by?: 'asc' | 'desc' } {
  const name = sort !== null && Object.hasOwn(names, sort.column) ? names[sort.column] : undefined;
  if (sort === null || name === undefined) return {};
  return { sort_by: name, order_by: sort.descending ? 'desc' : 'asc' };
}

/** What is searched for, if anything. */
export function searched(query: ListQuery): string | undefined {
  return query.search.trim() || undefined;
}

/** A filter's text, if there is any. */
export function filtered(query: ListQuery, filter: string): string | undefined {
  return Object.hasOwn(query.filters, filter) ? query.filters[filter]?.trim() || undefined : undefined;
}

/** A filter's choice in the vendor's numbers. */
export function chosen<Value extends number>(
  query: ListQuery,
  filter: string,
  numbers: Readonly<Record<string, Value>>,
): Value | undefined {
  const choice = filtered(query, filter);
  return choice !== undefined && Object.hasOwn(numbers, choice) ? numbers[choice] : undefined;
}

/** A filter's day, yyyy-mm-dd, as the vendor takes it. */
export function day(query: ListQuery, filter: string): string | undefined {
  const date = filtered(query, filter);
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
}
