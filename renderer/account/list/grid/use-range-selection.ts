// Selects single rows, and ranges from one row to another.
import { useRef } from 'react';
import type { Row } from '../../../../app/model/lists/list-description';
import type { Pages } from '../pages/pages';
import { extended, type Selection, toggled } from '../selection/selection';
import type { GridProps } from './grid-props';

export interface RangeSelection {
  /** Selects a row, or no longer. A range starts here. */
  toggle: (row: number) => void;
  /** Selects all rows from where the range started. `from`: where it starts if there is none. */
  extendTo: (row: number, from: number) => void;
  /** The next range starts where the keyboard is then. */
  endRange: () => void;
}

/** Rows that are not loaded yet are left out. */
export function useRangeSelection({
  pages,
  view,
  selection,
  onSelect,
}: Pick<GridProps, 'pages' | 'view' | 'selection' | 'onSelect'>): RangeSelection {
  /** Where a range starts, in which query's rows, and what was selected before it. */
  const anchor = useRef<{ pages: Pages; row: number; base: Selection } | null>(null);
  return {
    toggle(row) {
      const known = view.at(row);
      if (selection === null || known === undefined) return;
      const next = toggled(selection, known);
      anchor.current = { pages, row, base: next };
      onSelect(next);
    },
    extendTo(row, from) {
      if (selection === null) return;
      const start = anchor.current?.pages === pages ? anchor.current : { pages, row: from, base: selection };
      anchor.current = start;
      const rows: Row[] = [];
      for (let at = Math.max(0, Math.min(start.row, row)); at <= Math.max(start.row, row); at += 1) {
        const known = view.at(at);
        if (known !== undefined) rows.push(known);
      }
      onSelect(extended(start.base, rows));
    },
    endRange() {
      anchor.current = null;
    },
  };
}
