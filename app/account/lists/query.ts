// Whether a list can be asked for what is asked of it, by its description. Pure.
// It must not: know how the vendor spells it.
import { type ListId, listOf, type ListQuery } from '../../model/lists/lists';

/** The part of a query that a list cannot be asked for, or null: a filter or an order that it does not have, a day that is none. */
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
      case 'number':
        return /^\d{1,9}$/.test(value);
      case 'text':
        return true;
    }
  });
  return fits ? null : 'filters';
}

/** A query as one text, the same for the same question; without its page, if asked. */
export function queryText({ page, limit, search, sort, filters }: ListQuery, withPage: boolean): string {
  const given = Object.entries(filters)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([search, sort?.column, sort?.descending, given, limit, withPage ? page : null]);
}
