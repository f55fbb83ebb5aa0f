// Where a row that was read before is searched for again, before it is changed: the vendor has no request for a single row. Pure.
import type { ListQuery, Row } from '../../model/lists/list-description';
import { listOf, type ListId } from '../../model/lists/lists';

/**
 * The queries to send, in this order, until the row is found: the page it was on, a search for its name, and the pages beside its own, where
 * rows move when others are added or deleted.
 */
export function rereadQueries(list: ListId, row: Pick<Row, 'cells' | 'exact'>, readWith: ListQuery): ListQuery[] {
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
