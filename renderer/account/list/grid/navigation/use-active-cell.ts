// The cell that the keyboard is at: one in the whole grid can be reached by Tab.
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellPosition } from './grid-navigation';

export interface ActiveCell {
  place: CellPosition;
  /** Goes there, and takes the focus along. `scroll` brings a row into view that may not exist yet. */
  go: (to: CellPosition) => void;
}

/** The element of a cell that is drawn, or of the stretch of unread rows that it is in. */
export function cellElement(grid: HTMLElement | null, { row, col }: CellPosition): HTMLElement | null {
  return (
    grid?.querySelector<HTMLElement>(`[data-row="${row}"] [data-col="${col}"]`) ??
    [...(grid?.querySelectorAll<HTMLElement>('[data-from]') ?? [])].find(
      ({ dataset }) => row >= Number(dataset.from) && row <= Number(dataset.to),
    ) ??
    null
  );
}

/** `rows` and `cols` bound the place; a list that became shorter moves it. */
export function useActiveCell(
  grid: RefObject<HTMLElement | null>,
  rows: number,
  cols: number,
  scroll: (row: number) => void,
): ActiveCell {
  const [wish, setWish] = useState<CellPosition>({ row: 0, col: 0 });
  const wantsFocus = useRef(false);
  const row = Math.min(wish.row, rows - 1);
  const col = Math.min(wish.col, cols - 1);
  const place = useMemo(() => ({ row, col }), [row, col]);

  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const cell = cellElement(grid.current, place);
    // Not drawn yet: the next picture has it.
    if (cell === null) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    // One that stays in view is always in sight: scrolling to it would move the others away.
    if (getComputedStyle(cell).position !== 'sticky') cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = useCallback(
    (to: CellPosition) => {
      wantsFocus.current = true;
      setWish({ ...to });
      if (to.row >= 0) scroll(to.row);
    },
    [scroll],
  );
  return { place, go };
}
