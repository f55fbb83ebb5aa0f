// Whether a list has the filters and the order of a query, by its description. Pure.
import type { ListQuery } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';

/** The part of a query that a list does not have (a filter, an order, a valid day), or null. */
export function unfitPart(list: ListId, { search, sort, filters }: ListQuery): 'search' | 'sort' | 'filters' | null {
  const { columns, filters: has, searches } = listOf(list);
  if (search !== '' && !searches) return 'search';
  if (sort !== null && !columns.some(({ id, sorts }) => id === sort.column && sorts === true)) return 'sort';
  const fits = Object.entries(filters).every(([id, value]) => {
    const filter = has.find((one) => one.id === id);
    if (filter === undefined) return false;
    if (value === '') return true;
    switch (filter.kind) {
      case 'choice':
        return filter.choices?.includes(value) ?? false;
      case 'day':
        return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
      case 'text':
        return true;
    }
  });
  return fits ? null : 'filters';
}

/** A query as one text, the same for the same question. */
export function queryText({ page, limit, search, sort, filters }: ListQuery, withPage: boolean): string {
  const given = Object.entries(filters)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([search, sort?.column, sort?.descending, given, limit, withPage ? page : null]);
}
