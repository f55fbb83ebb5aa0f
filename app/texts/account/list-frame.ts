// What the one list says around its rows: its tools, its states, its menu. Words only; those of each list are in lists.ts.
import english from '../en/list-frame.json';
import { formatAge, formatClock, formatCount } from '../format';
import { texts } from '../texts';
import type { ListWords } from './lists';
import { sentences } from '../sentence';

export const listTexts = texts('list-frame', english);

/** In place of an empty cell. */
export const emptyCell = '—';

interface Found {
  /** Null: not known. */
  total: number | null;
  /** Rows that are loaded. */
  known: number;
  /** Rows that could not be read. */
  unread?: number;
  narrowed: boolean;
}

/** How many rows there are, or match. */
export function totalText(found: Found, words: Pick<ListWords, 'rows'>, locale: string): string {
  const { unread = 0 } = found;
  const text = foundText(found, words, locale);
  return unread === 0 ? text : listTexts.found.unread({ found: text, count: unread });
}

function foundText(
  { total, known, unread = 0, narrowed }: Found,
  words: Pick<ListWords, 'rows'>,
  locale: string,
): string {
  const { found } = listTexts;
  if (total === null) return found.soFar({ rows: words.rows({ count: known }) });
  const rows = words.rows({ count: total });
  if (unread > 0 && known + unread === total) return found.some({ known: formatCount(known, locale), rows });
  return narrowed ? found.matching({ count: total, rows }) : rows;
}

/** How many are selected; `all`: everything that matches, loaded or not. */
export function selectedText(count: number | null, all: boolean): string {
  const { selected } = listTexts;
  if (count === null) return selected.matching;
  return all ? selected.all({ count }) : selected.some({ count });
}

/** The line beside Refresh. */
export function readText(asOf: number, now: number, locale: string): string {
  return listTexts.updated({ age: formatAge(asOf, now, locale) });
}

/** How far a CSV file is. */
export function savingText(read: number, total: number | null, locale: string): string {
  const { saving } = listTexts;
  return total === null
    ? saving.soFar({ count: read })
    : saving.of({ read: formatCount(read, locale), total: formatCount(total, locale) });
}

/** After a list was saved. `missing`: rows that 9Proxy counts and that are not in the file. */
export function savedText(
  {
    rows,
    missing = 0,
    searchIgnored = false,
  }: { rows?: number | undefined; missing?: number | undefined; searchIgnored?: boolean | undefined },
  locale: string,
): string {
  const saved =
    rows === undefined || missing === 0
      ? listTexts.saved
      : listTexts.savedSome({ rows: formatCount(rows, locale), total: formatCount(rows + missing, locale), missing });
  return sentences(saved, searchIgnored ? listTexts.searchIgnored : null);
}

/** After a secret was copied. */
export function clearedAtText(clearsAt: number, locale: string): string {
  return listTexts.clearedAt({ time: formatClock(clearsAt, locale) });
}

/** Rows that could not be read, and `why`. `first` and `last` count from 1; `last` is null where it is not known. */
export function unreadText(
  { first, last, why }: { first: number; last: number | null; why: string },
  locale: string,
): string {
  const { unread } = listTexts;
  const from = formatCount(first, locale);
  if (last === null) return unread.from({ first: from, why });
  return first === last
    ? unread.row({ first: from, why })
    : unread.rows({ first: from, last: formatCount(last, locale), why });
}
