// What is shown about something that was done to a row, while it lasts. Pure.
import type { Row } from '../../../../app/model/lists/list-description';

/** What became of a switch of the row. */
export interface RowNote {
  /** What its switch shows; null: the row's own value. */
  isOn: boolean | null;
  phase: 'pending' | 'done' | 'failed';
  /** In short; '' for nothing. */
  text: string;
  /** The full text, while the pointer is on it. */
  title: string;
  /** Does not count for rows that were read at this moment or later. */
  until?: number;
}

/** The row's note, unless the row was read after it. `asOf`: when the rows were read. */
export function noteFor({ key }: Row, notes: ReadonlyMap<string, RowNote>, asOf: number | null): RowNote | null {
  const note = notes.get(key);
  if (note === undefined) return null;
  return note.until !== undefined && asOf !== null && asOf >= note.until ? null : note;
}
