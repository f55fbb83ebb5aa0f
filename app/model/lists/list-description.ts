// What a list is made of: rows, columns, filters and sorting as data, the same for main, which reads lists, and the
// account window, which shows them. Pure.
import type { OperationId } from '../api/operation-id';

/** One value of a row. A moment is in milliseconds, an amount of data in bytes, money in US dollars; a limit of -1 is none; null: unknown. */
export type Cell = string | number | boolean | null;

/**
 * One row. `key` tells it from the others of its list and stays the same when the list is read again.
 * A secret cell holds a reference (app/account/lists/secrets.ts), never the secret; the key of a row that only a secret names is that reference.
 */
export interface Row {
  key: string;
  cells: Readonly<Record<string, Cell>>;
  /** Texts that a form edits, exactly as the vendor has them, where the cell was cleaned or cut to be shown. */
  exact?: Readonly<Record<string, string>> | undefined;
}

/**
 * How a column's cells are shown. `state`: one of a few words with a colour (`states` of the column). `secret`: masked until revealed.
 * `day`: a moment of which the day is enough. `country`: an ISO 3166 code. `percent`: 5 is 5 %. `minutes`: a length of time.
 */
export type CellKind =
  | 'text'
  | 'mono'
  | 'count'
  | 'bytes'
  | 'money'
  | 'moment'
  | 'day'
  | 'state'
  | 'secret'
  | 'country'
  | 'percent'
  | 'minutes'
  | 'link';

export interface Column {
  id: string;
  kind: CellKind;
  /** The vendor can sort by it. */
  sorts?: boolean;
  /** Takes the room that is left. */
  grows?: boolean;
  /** The words a `state` column's cells hold; a word that is not among them is shown as it is. */
  states?: readonly string[];
  /** The row is switched on and off in it: its states are `enabled` and `disabled`. */
  switches?: true;
  /** The least width (rem), where what it holds needs less than its kind usually does. */
  width?: number;
  /** Hidden where there is no room for all columns: the highest first. The menu of a row has its value then. */
  yields?: number;
}

/** `choice`: one of `choices`, or all. `day`: yyyy-mm-dd. `text`: whatever is typed. */
export interface Filter {
  id: string;
  kind: 'choice' | 'day' | 'text';
  choices?: readonly string[];
}

/** One list: how it is read, and what it has. */
export interface ListDescription {
  /** What it is read with; null: the vendor's own application on this computer. */
  operation: OperationId | null;
  columns: readonly Column[];
  filters: readonly Filter[];
  /** The vendor can search in it. */
  searches: boolean;
  /** What the vendor sorts by unless asked otherwise, with the direction; null: it has an order of its own. */
  order: { column: string; descending: boolean } | null;
  /** The vendor hands out pages; otherwise one answer is all there is. */
  pages: boolean;
}

/** The query of a list. `page` 1 is the first. A filter that is missing, or '', lets everything through. */
export interface ListQuery {
  page: number;
  limit: number;
  search: string;
  sort: { column: string; descending: boolean } | null;
  filters: Readonly<Record<string, string>>;
}
