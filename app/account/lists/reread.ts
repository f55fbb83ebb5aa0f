// Where a row that was read before is looked for again, before it is changed. The vendor has no way to ask for one row. Pure.
import { listOf, type ListId, type ListQuery, type Row } from '../../model/lists/lists';

/**
 * The pages to ask for, in this order, until the row is found: the one it was on, what a search for its name finds, and the pages beside its
 * own, where rows move when others come or go.
 */
export function placesOf(list: ListId, row: Pick<Row, 'cells' | 'exact'>, readWith: ListQuery): ListQuery[] {
  const { searches, pages } = listOf(list);
  const name = row.exact?.['username'] ?? row.cells['username'];
  const bySearch =
    searches && typeof name === 'string' && name.length <= 100
      ? [{ page: 1, limit: 100, search: name, sort: null, filters: {} }]
      : [];
  const beside = pages
    ? [readWith.page + 1, readWith.page - 1].filter((page) => page >= 1).map((page) => ({ ...readWith, page }))
    : [];
  return [readWith, ...bySearch, ...beside];
}
