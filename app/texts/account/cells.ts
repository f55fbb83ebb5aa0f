// How one value of a list is written: through Intl, in the user's locale. Pure.
import type { Cell, CellKind } from '../../model/lists/list-description';
import english from '../en/cells.json';
import { formatBytes, formatCount, formatMoment, formatMoney, formatPercent } from '../format';
import { texts } from '../texts';
import type { ListWords, StateTone } from './lists';

const cellTexts = texts('cells', english);

const minutes = new Map<string, Intl.NumberFormat>();
const countries = new Map<string, Intl.DisplayNames>();

function made<T>(known: Map<string, T>, locale: string, make: () => T): T {
  const one = known.get(locale) ?? make();
  known.set(locale, one);
  return one;
}

/** A length of time in minutes: "10 min". */
function formatMinutes(count: number, locale: string): string {
  const format = made(
    minutes,
    locale,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }),
  );
  return format.format(count);
}

/** A country's name by its ISO 3166 code; null for an unknown code. */
export function countryName(code: string, locale: string): string | null {
  if (!/^[A-Za-z]{2}$/.test(code)) return null;
  const names = made(
    countries,
    locale,
    () => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none', style: 'long' }),
  );
  return names.of(code.toUpperCase()) ?? null;
}

/** A state's words and tone; an unknown one is shown as it came. */
export function stateWords(
  cell: Cell,
  words: ListWords['states'][string] | undefined,
): { text: string; tone: StateTone } {
  const name = String(cell);
  return (words !== undefined && Object.hasOwn(words, name) ? words[name] : undefined) ?? { text: name, tone: 'quiet' };
}

/** A country's name with its code: "Germany (DE)". */
export function countryText(name: string, code: string): string {
  return cellTexts.country({ name, code: code.toUpperCase() });
}

/** A cell's text; '' for a value that was not reported. A secret has none, whatever the cell holds. */
export function cellText(
  cell: Cell,
  kind: CellKind,
  words: ListWords['states'][string] | undefined,
  locale: string,
): string {
  if (cell === null || cell === '' || kind === 'secret') return '';
  if (kind === 'state') return stateWords(cell, words).text;
  if (kind === 'country') {
    const code = String(cell);
    const name = countryName(code, locale);
    return name === null ? code : countryText(name, code);
  }
  if (typeof cell !== 'number') return String(cell);
  switch (kind) {
    // -1 is the vendor's way to say that there is no limit; nothing else counts below zero.
    case 'count':
      return cell === -1 ? cellTexts.noLimit : formatCount(cell, locale);
    case 'bytes':
      return cell === -1 ? cellTexts.noLimit : formatBytes(cell, locale);
    case 'money':
      return formatMoney(cell, locale);
    case 'moment':
    case 'day':
      return formatMoment(cell, locale);
    case 'percent':
      return formatPercent(cell, locale);
    case 'minutes':
      return formatMinutes(cell, locale);
    case 'text':
    case 'mono':
    case 'link':
      return String(cell);
    default:
      return kind satisfies never;
  }
}
