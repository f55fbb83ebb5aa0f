// Where the rows of a long list are, and which of them are in view. Every row is equally high, but for one that may be
// higher, so each answer is a calculation, however many rows there are. Pure.

export interface RowGeometry {
  count: number;
  /** Of each row (px). */
  rowHeight: number;
  /** From the top of what scrolls to the first row (px). */
  margin: number;
  /** The row that is higher, and by how much (px); null: none is. */
  taller: { index: number; by: number } | null;
}

/** What scrolls: how far it is scrolled, and how much of it can be seen (px). */
export interface ScrollView {
  top: number;
  height: number;
}

/** From the top of the first row to the top of this one (px). */
export function rowTop({ rowHeight, taller }: RowGeometry, index: number): number {
  return index * rowHeight + (taller !== null && taller.index < index ? taller.by : 0);
}

/** The height of a row (px). */
export function heightOf({ rowHeight, taller }: RowGeometry, index: number): number {
  return rowHeight + (taller?.index === index ? taller.by : 0);
}

/** The height of all rows (px). */
export function heightOfAll(geometry: RowGeometry): number {
  return rowTop(geometry, geometry.count);
}

/** The row at this distance from the top of what scrolls (px); the first or the last one where there is none. */
export function rowAt(geometry: RowGeometry, offset: number): number {
  const { count, rowHeight, margin, taller } = geometry;
  const within = offset - margin;
  const row = Math.floor(within / rowHeight);
  const isBeyondTaller = taller !== null && row > taller.index;
  // The taller row is at least as high as the others.
  const index = isBeyondTaller ? Math.max(taller.index, Math.floor((within - taller.by) / rowHeight)) : row;
  return Math.max(0, Math.min(count - 1, index));
}

/** The indexes from `first` to `last`, and `kept` (null: none), in order. */
export function rowIndexes(first: number, last: number, kept: number | null): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (kept === null || (kept >= first && kept <= last)) return indexes;
  return kept < first ? [kept, ...indexes] : [...indexes, kept];
}

/** How far to scroll so that all of a row is in view, below what covers the first `covered` px; null: it is. */
export function scrollTopToShow(
  geometry: RowGeometry,
  index: number,
  view: ScrollView,
  covered: number,
): number | null {
  const start = geometry.margin + rowTop(geometry, index);
  if (start < view.top + covered) return Math.max(0, start - covered);
  const end = start + heightOf(geometry, index);
  return end > view.top + view.height ? end - view.height : null;
}
