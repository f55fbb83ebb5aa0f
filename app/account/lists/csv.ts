// A list as CSV (RFC 4180) that spreadsheets open unchanged. Pure. It has no secret, and no text that a spreadsheet
// takes for a formula (csv-text.ts).
import type { Cell, CellKind, Row } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';
import { hiddenSecret, noLimit, savedWords, withUnit } from '../../texts/account/saved-list';
import { spreadsheetText } from './csv-text';

/** Without it, spreadsheets do not recognise UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * The whole file: a line of column names, with units where amounts have one, then a line for each row. Moments are ISO 8601 (UTC), bytes and
 * money plain numbers, states English words, secrets masked, and values that are not reported empty.
 */
export function csvOf(list: ListId, rows: readonly Row[]): string {
  const { columns } = listOf(list);
  const words = savedWords(list);
  const header = columns.map(({ id, kind }) => withUnit(words.columns[id] ?? id, kind));
  const lines = rows.map(({ cells }) =>
    columns.map(({ id, kind }) => plainText(kind, cells[id] ?? null, words.states[id])),
  );
  return byteOrderMark + [header, ...lines].map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function plainText(kind: CellKind, cell: Cell, states: Readonly<Record<string, string>> | undefined): string {
  if (cell === null) return '';
  if (kind === 'secret') return hiddenSecret;
  if (kind === 'moment' || kind === 'day') return typeof cell === 'number' ? new Date(cell).toISOString() : '';
  if (cell === -1 && (kind === 'count' || kind === 'bytes')) return noLimit;
  if (typeof cell !== 'string') return String(cell);
  const text = kind === 'state' && states !== undefined && Object.hasOwn(states, cell) ? states[cell] : cell;
  return spreadsheetText(text ?? cell);
}

function quoted(field: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
