// Which rows of a list are selected, as its rows and its filter change.
import { useEffect } from 'react';
import { isNothing, type ListFilter, nothingSelected, renewed, type Selection } from './selection/selection';
import type { PagesView } from './pages/pages-view';

export interface ListSelection {
  value: Selection;
  onChange: (value: Selection) => void;
  /** Whether "everything that matches" can be selected; otherwise only rows that were read can. */
  canMatch: boolean;
}

interface ListSelectionOptions {
  /** Null: nothing can be selected. */
  selection: ListSelection | null;
  filter: ListFilter;
  view: PagesView;
  /** What is shown answers an earlier query. */
  isOld: boolean;
}

/** At most so many rows are selected one by one; main takes no more at once. */
const MOST_ROWS = 500;

/** Keeps the selection up to date with the rows, and returns what changes it. */
export function useListSelection({ selection, filter, view, isOld }: ListSelectionOptions) {
  // A selected row follows what is read again, so that an action uses the values that are visible.
  useEffect(() => {
    if (selection === null || isOld || isNothing(selection.value)) return;
    const next = renewed(selection.value, view.rows());
    if (next !== selection.value) selection.onChange(next);
  }, [selection, isOld, view]);

  const select = (next: Selection) => selection?.onChange(next);
  return {
    select,
    /** For another search or filter: "everything that matches" would be something else, and rows out of sight must not be acted on. */
    deselect(): void {
      if (selection !== null && !isNothing(selection.value)) select(nothingSelected);
    },
    /** Selects all rows, or none where all are selected. */
    selectAll(): void {
      if (selection !== null) select(allOf(selection, filter, view));
    },
  };
}

function allOf({ value, canMatch }: ListSelection, filter: ListFilter, view: PagesView): Selection {
  const isAll = value.which === 'matching' || (view.loaded > 0 && value.rows.size >= view.count - view.unread);
  if (isAll) return nothingSelected;
  const isLoaded = view.loaded + view.unread === view.count;
  if (canMatch && !isLoaded) return { which: 'matching', filter, total: view.total };
  const rows = canMatch ? view.rows() : view.rows().slice(0, MOST_ROWS);
  return { which: 'these', rows: new Map(rows.map((row) => [row.key, row])) };
}
