// Whether rows match the query: the vendor may ignore a filter and return everything, which must not be shown as filtered. Pure.
import type { Cell, Filter, ListQuery, Row } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';

/** The columns that a filter is compared with, where that is not the column of the same id. */
const columnsOf: Readonly<Record<string, readonly string[]>> = {
  email: ['forwardedTo', 'receivedFrom'],
  from: ['at'],
  to: ['at'],
};

/** The status of a share code is derived from its dates where possible, and the vendor's numbers for it are not published. */
const isUncertain = (list: ListId, filter: string): boolean => list === 'codesMade' && filter === 'status';

/** The vendor's days are in a time zone that is not published: two moments this far apart can be of one day (ms). */
const anyZone = 14 * 3_600_000;
const day = 24 * 3_600_000;

/**
 * The filter that the vendor ignored, by its id: a row contradicts it. A value that is not reported contradicts nothing. Null: every row matches.
 * The rows are the vendor's, with their secrets.
 */
export function ignoredFilter(
  list: ListId,
  { filters }: ListQuery,
  rows: readonly Pick<Row, 'cells'>[],
): string | null {
  const given = listOf(list).filters.filter(({ id }) => (filters[id] ?? '').trim() !== '' && !isUncertain(list, id));
  const ignored = given.find((filter) =>
    rows.some(({ cells }) => contradicts(filter, (filters[filter.id] ?? '').trim(), cells)),
  );
  return ignored?.id ?? null;
}

/** Whether a row contains the search text neither in its key nor in any cell. The vendor may search in fields that it does not return. */
export function ignoresSearch({ search }: ListQuery, rows: readonly Row[]): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return false;
  return rows.some(
    ({ key, cells }) =>
      ![key, ...Object.values(cells)].some((cell) =>
        String(cell ?? '')
          .toLowerCase()
          .includes(wanted),
      ),
  );
}

function contradicts(filter: Filter, wanted: string, cells: Row['cells']): boolean {
  const found = (columnsOf[filter.id] ?? [filter.id]).flatMap((column): NonNullable<Cell>[] => {
    const cell = cells[column];
    return cell === undefined || cell === null || cell === '' ? [] : [cell];
  });
  if (found.length === 0) return false;
  switch (filter.kind) {
    case 'choice':
      // A state that NineTray does not know may be the one that is filtered for.
      return !found.some((cell) => cell === wanted || filter.choices?.includes(String(cell)) !== true);
    case 'day': {
      const start = Date.parse(wanted);
      const isOutside = (at: Cell) =>
        typeof at === 'number' && (filter.id === 'from' ? at < start - anyZone : at >= start + day + anyZone);
      return found.every(isOutside);
    }
    case 'text':
      // One username can be a part of another; an address may be incomplete.
      return !found.some((cell) => {
        const text = String(cell).toLowerCase();
        return filter.id === 'username' ? text === wanted.toLowerCase() : text.includes(wanted.toLowerCase());
      });
  }
}
