// What the keyboard and the pointer can do with a cell of the grid.
import { type RefObject, useState } from 'react';
import type { Column, Row } from '../../../../app/model/lists/list-description';
import { toggleSecret } from '../../secrets/reveal';
import type { GridProps } from './grid-props';
import type { CellPosition } from './navigation/grid-navigation';
import { cellElement } from './navigation/use-active-cell';

/** A row's menu, at this position in the window (pixels). */
export interface OpenMenu {
  row: Row;
  column: Column | null;
  at: { x: number; y: number };
}

export interface GridCommands {
  menu: OpenMenu | null;
  /** Opens the row's menu, below the cell where no position is given. */
  openMenu: (cell: CellPosition, at?: OpenMenu['at']) => void;
  closeMenu: () => void;
  /** Sorts by the column, or selects all. */
  pressHead: (col: number) => void;
  copy: (cell: CellPosition) => void;
  toggleSecret: (cell: CellPosition) => void;
  /** Switches the row on or off, whichever it is not. */
  switchRow: (cell: CellPosition) => void;
  /** Opens the row's page, if the cell has a value. */
  openRow: (cell: CellPosition) => void;
}

/** Commands for rows that are not loaded do nothing. */
export function useGridCommands(props: GridProps, scroller: RefObject<HTMLElement | null>): GridCommands {
  const { columns, view, onSelectAll, onSort, onCopy, onOpen, onSwitch } = props;
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  return {
    menu,
    openMenu(cell, at) {
      const row = view.at(cell.row);
      if (row === undefined) return;
      const box = cellElement(scroller.current, cell)?.getBoundingClientRect();
      const column = columns[cell.col]?.column ?? null;
      setMenu({ row, column, at: at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 } });
    },
    closeMenu: () => setMenu(null),
    pressHead(col) {
      const { holds, column } = columns[col] ?? {};
      if (holds === 'tick') onSelectAll();
      else if (column?.sorts === true) onSort(column);
    },
    copy({ row, col }) {
      const known = view.at(row);
      const column = columns[col]?.column ?? null;
      if (known !== undefined && column !== null) onCopy(known, column);
    },
    toggleSecret: ({ row, col }) => toggleSecret(String(view.at(row)?.cells[columns[col]?.column?.id ?? ''])),
    switchRow(cell) {
      const row = view.at(cell.row);
      const shown = cellElement(scroller.current, cell)?.querySelector('[role="switch"]');
      // What it shows may be newer than the row that was read.
      if (row !== undefined && shown) onSwitch?.(row, shown.getAttribute('aria-checked') !== 'true');
    },
    openRow({ row, col }) {
      const known = view.at(row);
      if (known !== undefined && columns[col]?.holds === 'value') onOpen(known);
    },
  };
}
