// What the terminal command `places` prints: the list, what a rehearsal found, what a search found. Holds no key and no text of a file.
import type { PlaceRow } from '../../model/places/places-view';
import type { ScanRow, ScanView } from '../../model/places/scan';
import { tableText } from '../columns';
import find from '../en/find-places.json';
import places from '../en/key-places.json';
import states from '../en/place-states.json';
import english from '../en/places-cli.json';
import { formatAge, formatBytes, formatCount } from '../format';
import { problemText } from '../problems/problems';
import { aside, sentences } from '../sentence';
import { texts } from '../texts';

export const placesCliTexts = texts('places-cli', english);
const findTexts = texts('find-places', find);
const placeTexts = texts('key-places', places);
const stateTexts = texts('place-states', states);

/** The list in columns. Ends with a line break. */
export function placeLines(rows: readonly PlaceRow[], now: number, locale: string): string {
  if (rows.length === 0) return `${placesCliTexts.none({ command: 'ninetray places scan' })}\n`;
  const { columns, how, never } = placeTexts;
  return tableText([
    [columns.name, columns.how, columns.state, columns.rehearsed, columns.where],
    ...rows.map(({ place, readiness, rehearsal }) => [
      printable(place.name),
      how[place.update?.by ?? 'hand'],
      stateTexts.readiness[readiness],
      rehearsal === null ? never : formatAge(rehearsal.at, now, locale),
      printable(place.update?.by === 'file' ? place.update.path : place.where),
    ]),
  ]);
}

/** Each place with its state, and why it is not ready. Ends with a line break. */
export function rehearsedLines(rows: readonly PlaceRow[], now: number, locale: string): string {
  if (rows.length === 0) return placeLines(rows, now, locale);
  return tableText(
    rows.map((row) => [printable(row.place.name), stateTexts.readiness[row.readiness], reasonOf(row, now, locale)]),
  );
}

function reasonOf({ readiness, rehearsal }: PlaceRow, now: number, locale: string): string {
  switch (readiness) {
    case 'unchecked':
    case 'unconfirmed':
    case 'gateway-off':
    case 'gateway-address':
    case 'gateway-token':
      return stateTexts.reason[readiness];
    default:
  }
  if (readiness !== 'blocked' || rehearsal?.problem == null) return '';
  const { title, cause, next } = problemText(rehearsal.problem, locale, now);
  return printable(sentences(title, cause, next));
}

/** How far a rehearsal is. */
export function rehearsingLine({ done, total }: { done: number; total: number }, locale: string): string {
  return placesCliTexts.rehearsing({ done: formatCount(done, locale), total: formatCount(total, locale) });
}

/** How far a search is. */
export function searchLine({ progress: { files, folders, bytes } }: ScanView, locale: string): string {
  return findTexts.progress({
    files: formatCount(files, locale),
    folders: formatCount(folders, locale),
    size: formatBytes(bytes, locale),
  });
}

/** What a search found, those first that can be updated, and what it did not search. Ends with a line break. */
export function foundLines(search: ScanView, locale: string): string {
  const rows = [...search.rows.filter(({ canUpdate }) => canUpdate), ...search.rows.filter((row) => !row.canUpdate)];
  const skipped = search.skipped.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    rows.length === 0 ? '' : `${tableText(rows.map(foundCells))}\n`,
    `${findTexts.found({ count: search.found })}\n`,
    search.found > rows.length ? `${findTexts.more({ count: search.found - rows.length })}\n` : '',
    search.status === 'failed' ? `${findTexts.failed}\n` : '',
    search.status === 'cancelled' ? `${findTexts.soFar}\n` : '',
    search.isKeyShort ? `${placesCliTexts.short}\n` : '',
    `${searchLine(search, locale)}\n`,
    skipped === 0 ? '' : `${findTexts.skippedTitle({ count: skipped })}\n`,
    search.unreadable.count === 0 ? '' : `${placesCliTexts.unreadable({ count: search.unreadable.count })}\n`,
    ...search.unreadable.items.map(({ path }) => `  ${printable(path)}\n`),
  ];
  return lines.join('');
}

function foundCells({ class: what, count, parts, path, program, source }: ScanRow): string[] {
  const times = findTexts.times({ count: Math.max(1, count.current + count.old + parts) });
  const where = path ?? (program === null ? source : named(program));
  return [findTexts.class[what], times, printable(where)];
}

function named({ name, pid }: NonNullable<ScanRow['program']>): string {
  return pid === null ? name : name + aside(findTexts.pid({ pid: String(pid) }));
}

/** Names of files may hold what a terminal takes for a command, or turns the line around. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{2028}-\u{202e}\u{2066}-\u{2069}]/gu, '\u{fffd}');
}
