// What the one list says around its rows: its tools, its states, its menu. Words only; those of each list are in lists.ts.
import { formatAge, formatClock, formatCount } from '../format';
import type { ListWords } from './lists';

export const listTexts = {
  tools: 'List tools',
  search: (title: string) => `Search: ${title}`,
  searchPlaceholder: 'Search',
  clear: 'Clear',
  refresh: 'Refresh',
  save: 'Save as CSV…',
  saved: 'Saved.',
  cancelSave: 'Cancel',
  otherSave: 'Wait until the other list is saved',
  copied: 'Copied.',
  nothingToCopy: 'Nothing to copy.',
  notCopied: 'Couldn’t copy it.',
  secretCopied: 'Copied. The clipboard is cleared in a minute.',
  secretCleared: 'The clipboard was cleared.',
  secretNotCleared: 'The clipboard couldn’t be cleared. Copy something else over it.',
  on: 'On',
  off: 'Off',
  selectAll: 'Select all',
  selectRow: (name: string) => `Select ${name}`,
  actions: 'Actions',
  actionsOf: (name: string) => `Actions: ${name}`,
  copyCell: (column: string) => `Copy: ${column}`,
  showSecret: (column: string) => `Show: ${column}`,
  hideSecret: (column: string) => `Hide: ${column}`,
  hidden: 'hidden',
  none: '—',
  loading: 'Loading…',
  noMatch: 'No matches',
  noMatchLine: 'Nothing matches the search and the filters.',
  clearFilters: 'Clear search and filters',
  retry: 'Try again',
  notOffered: '9Proxy doesn’t offer this through its API yet',
  notOfferedLine:
    '9Proxy’s API didn’t recognize this request. Everything else keeps working, and NineTray tries again each time you open this list.',
  notOfferedSure: {
    documented: '9Proxy documents the path of this request.',
    client: '9Proxy doesn’t document the path of this request. Another public client uses it.',
    inferred: '9Proxy doesn’t document the path of this request. NineTray assumes it from similar ones.',
  },
  apiCheck: 'Open API check',
  enterKey: 'Enter a key…',
  localAppTitle: 'The 9Proxy application doesn’t answer',
  localAppLine: 'It must run on this computer, with its local API on the port set here.',
  unknownFormat: 'unknown format',
  searchIgnored: '9Proxy may have ignored the search: some rows don’t contain that text.',
  oldRows: (age: string) => `These rows were loaded ${age}.`,
} as const;

/** "1 code", "1,234 codes". */
export function rowsText(count: number, words: Pick<ListWords, 'one' | 'many'>, locale: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? words.one : words.many}`;
}

/** How many rows there are, or match. `total` null: not told, `known` of them are loaded. `unread`: rows that could not be read. */
export function totalText(
  found: { total: number | null; known: number; unread?: number; narrowed: boolean },
  words: Pick<ListWords, 'one' | 'many'>,
  locale: string,
): string {
  const { total, known, unread = 0, narrowed } = found;
  const notRead = unread === 0 ? '' : `; ${formatCount(unread, locale)} couldn’t be read`;
  if (total === null) return `${rowsText(known, words, locale)} so far${notRead}`;
  const rows = rowsText(total, words, locale);
  if (unread > 0 && known + unread === total) return `${formatCount(known, locale)} of ${rows} shown${notRead}`;
  return `${narrowed ? `${rows} ${total === 1 ? 'matches' : 'match'}` : rows}${notRead}`;
}

/** How many are selected; `all`: everything that matches, loaded or not. */
export function selectedText(count: number | null, all: boolean, locale: string): string {
  if (count === null) return 'All matches are selected';
  return all ? `All ${formatCount(count, locale)} are selected` : `${formatCount(count, locale)} selected`;
}

/** The line beside Refresh. */
export function readText(asOf: number, now: number, locale: string): string {
  return `Updated ${formatAge(asOf, now, locale)}`;
}

/** How far a CSV file is. */
export function savingText(read: number, total: number | null, locale: string): string {
  return total === null
    ? `Saving, ${formatCount(read, locale)} so far…`
    : `Saving, ${formatCount(read, locale)} of ${formatCount(total, locale)}…`;
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
  const others = searchIgnored ? ` ${listTexts.searchIgnored}` : '';
  if (rows === undefined || missing === 0) return `${listTexts.saved}${others}`;
  return `Saved ${formatCount(rows, locale)} of ${formatCount(rows + missing, locale)} rows; ${formatCount(missing, locale)} couldn’t be read.${others}`;
}

/** After a secret was copied. */
export function clearedAtText(clearsAt: number, locale: string): string {
  return `Copied. The clipboard is cleared at ${formatClock(clearsAt, locale)}.`;
}

/** A stretch of rows that could not be read. Both ends count from 1. */
export function unreadText(first: number, last: number | null, locale: string): string {
  if (last === null) return `The rows from ${formatCount(first, locale)} on couldn’t be read`;
  return first === last
    ? `Row ${formatCount(first, locale)} couldn’t be read`
    : `Rows ${formatCount(first, locale)} to ${formatCount(last, locale)} couldn’t be read`;
}

/** A column's head, for those who hear it. */
export function sortedText(title: string, sorted: 'ascending' | 'descending' | 'none'): string {
  return sorted === 'none' ? `${title}, can be sorted` : `${title}, sorted ${sorted}`;
}
