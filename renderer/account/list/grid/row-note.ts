// What is shown about something that was done to a row, while it lasts. Types only.

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
