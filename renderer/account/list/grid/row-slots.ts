// Which element each row is drawn in: after a long way of scrolling, the elements of rows that are gone are used for the
// rows that came. Making new ones is what takes the time while 50,000 rows are dragged past. Pure.

/** `slot` identifies the element. */
export interface RowSlot {
  index: number;
  slot: number;
}

/**
 * The slots of the rows that are drawn now. `before`: those drawn so far; both in the order of the list. A row that was
 * drawn keeps its element, and no element changes its place among the others, as moving one takes the focus from it.
 */
export function rowSlots(before: readonly RowSlot[], indexes: readonly number[]): RowSlot[] {
  const isDrawn = new Set(indexes);
  const staying = new Map<number, number>();
  /** The elements without a row, by the staying row before them. */
  const free = new Map<number | null, number[]>();
  let above: number | null = null;
  for (const { index, slot } of before) {
    if (isDrawn.has(index)) {
      staying.set(index, slot);
      above = index;
    } else free.set(above, [...(free.get(above) ?? []), slot]);
  }
  let unused = Math.max(-1, ...before.map(({ slot }) => slot)) + 1;
  const newSlot = () => {
    unused += 1;
    return unused - 1;
  };
  let freeHere = free.get(null) ?? [];
  return indexes.map((index) => {
    const own = staying.get(index);
    if (own !== undefined) freeHere = free.get(index) ?? [];
    return { index, slot: own ?? freeHere.shift() ?? newSlot() };
  });
}
