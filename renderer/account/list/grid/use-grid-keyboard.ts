// What each key does in the grid.
import type { KeyboardEvent } from 'react';
import { isShortcut } from '../../../ui/shortcut';
import { moveCell } from './navigation/grid-navigation';
import type { GridProps } from './grid-props';
import type { ActiveCell } from './navigation/use-active-cell';
import type { GridCommands } from './use-grid-commands';
import type { RangeSelection } from './use-range-selection';

/** `rowsInView`: how many rows a page up or down moves. */
export function useGridKeyboard(
  props: GridProps,
  { place, go }: ActiveCell,
  commands: GridCommands,
  range: RangeSelection,
  rowsInView: () => number,
): (event: KeyboardEvent) => void {
  const { columns, pages, view, onLeave, onSelectAll, onSwitch } = props;
  const isInHead = place.row < 0;
  const stretch = view.stretchAt(place.row);

  function pressCell(key: string): void {
    if (isInHead) commands.pressHead(place.col);
    else if (stretch !== null) pages.retry(place.row);
    else if (onSwitch !== null && columns[place.col]?.column?.switches === true) commands.switchRow(place);
    else if (key === ' ') range.toggle(place.row);
    else commands.openMenu(place);
  }

  /** What the key does; null: nothing here. */
  function commandOf(event: KeyboardEvent): (() => void) | null {
    const { key } = event;
    if (key === 'Escape') return onLeave;
    if (isShortcut(event, 'a')) return onSelectAll;
    if (isShortcut(event, 'c')) return () => commands.copy(place);
    if (key === 'Enter' || key === ' ') return () => pressCell(key);
    const size = { rows: view.count, cols: columns.length, page: rowsInView() - 1 };
    // To the keyboard, rows that could not be read are one row.
    const from = stretch === null ? place : { ...place, row: key === 'ArrowDown' ? stretch.to : stretch.from };
    const to = moveCell(from, key, event.ctrlKey || event.metaKey, size);
    if (to === null) return null;
    return () => {
      if (event.shiftKey && to.row >= 0 && to.row !== place.row) range.extendTo(to.row, place.row);
      else if (!event.shiftKey) range.endRange();
      go(to);
    };
  }

  return (event) => {
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    command();
  };
}
