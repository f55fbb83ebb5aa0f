// Which rows are selected: those that the user picked, or everything that matches, read or not. Pure.
import type { ListQuery, Row } from '../../../../app/model/lists/list-description';

/** The query of the list, without its paging: what "everything that matches" means. */
export type ListFilter = Pick<ListQuery, 'search' | 'sort' | 'filters'>;

export type Selection =
  | { which: 'these'; rows: ReadonlyMap<string, Row> }
  /** `total` as the list said; null: it did not. */
  | { which: 'matching'; filter: ListFilter; total: number | null };

export const nothingSelected: Selection = { which: 'these', rows: new Map() };

/** Whether this row is one of them. */
export function isSelected(selection: Selection, row: Row): boolean {
  return selection.which === 'matching' || selection.rows.has(row.key);
}

/** How many; null where it is unknown. */
export function countOf(selection: Selection): number | null {
  return selection.which === 'matching' ? selection.total : selection.rows.size;
}

/** Whether nothing is selected. */
export function isNothing(selection: Selection): boolean {
  return selection.which === 'these' && selection.rows.size === 0;
}

/** One row more, or one less. After "everything that matches" a new selection begins with this row. */
export function toggled(selection: Selection, row: Row): Selection {
  const rows = new Map(selection.which === 'these' ? selection.rows : []);
  if (!rows.delete(row.key)) rows.set(row.key, row);
  return { which: 'these', rows };
}

/** The rows besides those of `base`. */
export function extended(base: Selection, rows: readonly Row[]): Selection {
  const all = new Map(base.which === 'these' ? base.rows : []);
  for (const row of rows) all.set(row.key, row);
  return { which: 'these', rows: all };
}

/** The same rows as they were read last, so that what is done to them goes by what is shown. Itself when nothing is newer. */
export function renewed(selection: Selection, rows: readonly Row[]): Selection {
  if (selection.which === 'matching' || selection.rows.size === 0) return selection;
  const newer = rows.filter((row) => {
    const known = selection.rows.get(row.key);
    return known !== undefined && known !== row;
  });
  return newer.length === 0 ? selection : extended(selection, newer);
}
