// The elements of the rows that are drawn, from one picture to the next.
import { useState } from 'react';
import { type RowSlot, rowSlots } from './row-slots';

/** The slots of these rows: those that the last picture had are used again. */
export function useRowSlots(indexes: readonly number[]): readonly RowSlot[] {
  const [slots, setSlots] = useState<readonly RowSlot[]>([]);
  const isCurrent = slots.length === indexes.length && slots.every(({ index }, at) => index === indexes[at]);
  if (isCurrent) return slots;
  const next = rowSlots(slots, indexes);
  setSlots(next);
  return next;
}
