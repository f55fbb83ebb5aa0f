// What clicks do in the grid.
import type { MouseEvent } from 'react';
import type { CellPosition } from './navigation/grid-navigation';
import type { GridProps } from './grid-props';
import type { ActiveCell } from './navigation/use-active-cell';
import type { GridCommands } from './use-grid-commands';
import type { RangeSelection } from './use-range-selection';

interface PointerHandlers {
  onClick: (event: MouseEvent) => void;
  onDoubleClick: (event: MouseEvent) => void;
  onContextMenu: (event: MouseEvent) => void;
}

/** The cell that an event is in. */
function cellOf(event: MouseEvent): CellPosition | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null;
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset.row), col: Number(cell.dataset.col) } : null;
}

/** Handlers for the grid's own element, as there may be thousands of cells. */
export function useGridPointer(
  { columns }: GridProps,
  { place, go }: ActiveCell,
  commands: GridCommands,
  range: RangeSelection,
): PointerHandlers {
  return {
    onClick(event) {
      const cell = cellOf(event);
      if (cell === null || !(event.target instanceof Element)) return;
      const isTick = columns[cell.col]?.holds === 'tick';
      const does = event.target.closest<HTMLElement>('[data-does]')?.dataset.does;
      go(cell);
      if (cell.row < 0) {
        if (does === 'sort' || isTick) commands.pressHead(cell.col);
      } else if (does === 'menu') commands.openMenu(cell);
      else if (does === 'copy') commands.copy(cell);
      else if (does === 'switch') commands.switchRow(cell);
      else if (does === 'reveal') commands.toggleSecret(cell);
      else if (event.shiftKey) range.extendTo(cell.row, place.row);
      else if (isTick || event.ctrlKey || event.metaKey) range.toggle(cell.row);
    },
    onDoubleClick(event) {
      const cell = cellOf(event);
      if (cell !== null) commands.openRow(cell);
    },
    onContextMenu(event) {
      const cell = cellOf(event);
      if (cell === null || cell.row < 0) return;
      event.preventDefault();
      go(cell);
      commands.openMenu(cell, { x: event.clientX, y: event.clientY });
    },
  };
}
