// Where a key leads from one cell of the grid. Pure.

/** A cell; row -1 is the head. */
export interface CellPosition {
  row: number;
  col: number;
}

export interface GridSize {
  rows: number;
  cols: number;
  /** How many rows a page up or down goes. */
  page: number;
}

/** The cell that a key leads to; null for a key that leads nowhere. The first row is reached from the head and back. */
export function moveCell({ row, col }: CellPosition, key: string, ctrl: boolean, size: GridSize): CellPosition | null {
  const last = size.rows - 1;
  const toRow = (to: number): CellPosition => ({ row: Math.max(-1, Math.min(last, to)), col });
  const toCol = (to: number): CellPosition => ({ row, col: Math.max(0, Math.min(size.cols - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return toRow(row + 1);
    case 'ArrowUp':
      return toRow(row - 1);
    case 'ArrowRight':
      return toCol(col + 1);
    case 'ArrowLeft':
      return toCol(col - 1);
    case 'PageDown':
      return toRow(Math.max(0, row) + size.page);
    case 'PageUp':
      return toRow(Math.max(Math.min(0, last), row - size.page));
    case 'Home':
      return ctrl ? { row: Math.min(0, last), col: 0 } : toCol(0);
    case 'End':
      return ctrl ? { row: last, col: size.cols - 1 } : toCol(size.cols - 1);
    default:
      return null;
  }
}
