// How numbers, money, amounts of data and moments are written. The locale and the present moment are arguments; the few words around
// them come from the catalogue. Intl writes days ("in 3 days"), but not minutes and hours: its "in 5 min." ends a sentence twice.
import english from './en/format.json';
import { texts } from './texts';

const words = texts('format', english);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Making a formatter costs a hundred times what using it costs, so each is made once. */
function cached<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}

const countFormat = cached((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
const percentFormat = cached((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }));
const moneyFormat = cached((locale) => dollars(locale, {}));
const axisMoneyFormat = cached((locale) =>
  dollars(locale, { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }),
);
const priceFormat = cached((locale) => dollars(locale, { trailingZeroDisplay: 'stripIfInteger' }));

/** The marks in a number. */
function marksOf(format: Intl.NumberFormat) {
  const parts = format.formatToParts(1_234_567.8);
  return {
    group: parts.find(({ type }) => type === 'group')?.value,
    decimal: parts.find(({ type }) => type === 'decimal')?.value,
  };
}

/** Writes US dollars. Where Intl gives them the marks of other numbers the other way round (en-DE: $1,234.50 beside 1.234,5), they get those. */
function dollars(locale: string, options: Intl.NumberFormatOptions): { format(usd: number): string } {
  const narrow = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  const money = new Intl.NumberFormat(locale, { ...narrow, ...options });
  const own = marksOf(money);
  const marks = marksOf(new Intl.NumberFormat(locale));
  if (own.decimal !== marks.group && own.group !== marks.decimal) return money;
  const written = ({ type, value }: Intl.NumberFormatPart) =>
    type === 'group' || type === 'decimal' ? (marks[type] ?? value) : value;
  return { format: (usd) => money.formatToParts(usd).map(written).join('') };
}
const momentFormat = cached((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const timeFormat = cached((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const dayTimeFormat = cached(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
);
const clockFormat = cached((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }));
const dayFormat = cached((locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }));
const dayYearFormat = cached(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }),
);

const relativeFormat = cached((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const listFormat = cached((locale) => new Intl.ListFormat(locale));

/** Decimal units, as the vendor counts: 1 GB = 1e9 bytes. Largest first. */
const byteUnits = [
  { unit: 'petabyte', size: 1e15 },
  { unit: 'terabyte', size: 1e12 },
  { unit: 'gigabyte', size: 1e9 },
  { unit: 'megabyte', size: 1e6 },
  { unit: 'kilobyte', size: 1e3 },
].map(({ unit, size }) => ({
  size,
  // Cut off, never rounded up: what is left must not look like more than it is.
  format: cached(
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumSignificantDigits: 3,
        roundingMode: 'trunc',
      }),
  ),
}));

/** In place of an amount that is hidden. */
export const hiddenAmount = '••••';

/** A whole number: "12,345". */
export function formatCount(count: number, locale: string): string {
  return countFormat(locale).format(count);
}

/** A list in a sentence: "Wallet", "Wallet and Traffic", "IP balance, Wallet and Traffic" (with one more comma in en-US). */
export function formatList(items: readonly string[], locale: string): string {
  return listFormat(locale).format(items);
}

/** A rate: 5 is "5%", 7.5 is "7.5%". */
export function formatPercent(percent: number, locale: string): string {
  return percentFormat(locale).format(percent / 100);
}

/** US dollars: "$1,234.50". */
export function formatMoney(usd: number, locale: string): string {
  return moneyFormat(locale).format(usd);
}

/** The same where there is little room: "$24", "$24.50". */
export function formatPrice(usd: number, locale: string): string {
  return priceFormat(locale).format(usd);
}

/** The same beside an axis: "$1.5K". */
export function formatMoneyOnAxis(usd: number, locale: string): string {
  return axisMoneyFormat(locale).format(usd);
}

/** Bytes in the unit that suits them, three digits that count: "1.23 GB", "12.3 MB", "512 B". */
export function formatBytes(bytes: number, locale: string): string {
  const fitting = byteUnits.find(({ size }) => Math.abs(bytes) >= size);
  if (fitting === undefined) return words.bytes({ amount: formatCount(bytes, locale) });
  return fitting.format(locale).format(bytes / fitting.size);
}

/** A day as an adverb in a sentence: -1 is "yesterday". Some languages' Intl gives it a capital, as if it stood alone (vi: "Hôm qua"). */
function relativeDay(days: number, locale: string): string {
  const text = relativeFormat(locale).format(days, 'day');
  return text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
}

/**
 * How long ago, in the fewest words: "just now", "2 min ago", "3 h ago", "yesterday", "5 days ago", then the day.
 * A moment in the future (the clock was set back) is "just now".
 */
export function formatAge(asOf: number, now: number, locale: string): string {
  const age = now - asOf;
  if (age < minute) return words.ago.now;
  if (age < hour) return words.ago.minutes({ count: Math.floor(age / minute) });
  if (age < day) return words.ago.hours({ count: Math.floor(age / hour) });
  const days = Math.max(1, daysBetween(asOf, now));
  return days <= 30 ? relativeDay(-days, locale) : words.onDay({ day: formatDay(asOf, locale) });
}

/** Further away, a day is named. */
const MOST_DAYS = 60;

/** How long until: "in less than a minute", "in 5 min", "in 3 h", "tomorrow", "in 12 days", then the day. A past moment is "now". */
export function formatUntil(moment: number, now: number, locale: string): string {
  const wait = moment - now;
  if (wait <= 0) return words.until.now;
  if (wait < minute) return words.until.seconds;
  if (wait < hour) return words.until.minutes({ count: Math.floor(wait / minute) });
  if (wait < day) return words.until.hours({ count: Math.floor(wait / hour) });
  const days = Math.max(1, daysBetween(now, moment));
  return days <= MOST_DAYS ? relativeDay(days, locale) : words.onDay({ day: formatDay(moment, locale) });
}

/** As formatUntil; null where that would name the day itself, for a text that names it anyway. */
export function formatCountdown(moment: number, now: number, locale: string): string | null {
  return daysBetween(now, moment) > MOST_DAYS ? null : formatUntil(moment, now, locale);
}

/** Made at the first long text, since it loads data of its own. */
let segmenter: Intl.Segmenter | null = null;

/** A text on one line, cut to `most` characters. A character is never cut in half. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const start = line.slice(0, most * 8);
  segmenter ??= new Intl.Segmenter();
  const characters = [...segmenter.segment(start)].map(({ segment }) => segment);
  return start === line && characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}

/** A moment in full, in the computer's time zone: "22 Nov 2026, 20:59". */
export function formatMoment(moment: number, locale: string): string {
  return momentFormat(locale).format(moment);
}

/** A moment's day in the computer's time zone: "22 Nov 2026". */
export function formatDay(moment: number, locale: string): string {
  return dayYearFormat(locale).format(moment);
}

/** A moment as short as possible, given `now`: the time today, the day this year, else the day with its year. */
export function formatMomentShort(moment: number, now: number, locale: string): string {
  if (daysBetween(moment, now) === 0) return timeFormat(locale).format(moment);
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayFormat : dayYearFormat)(locale).format(moment);
}

/** A moment as it fits a row of a list: the day and the time this year, else the day with its year. */
export function formatMomentInRow(moment: number, now: number, locale: string): string {
  const sameYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayTimeFormat : dayYearFormat)(locale).format(moment);
}

/** The time of day to the second: "14:32:05". */
export function formatClock(moment: number, locale: string): string {
  return clockFormat(locale).format(moment);
}

/** How long, in at most two units: "42 s", "1 min 42 s", "2 h 5 min". Milliseconds; a negative time counts as none. */
export function formatDuration(ms: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const shown = (count: number) => formatCount(count, locale);
  if (minutes === 0) return words.duration.seconds({ seconds: shown(seconds) });
  if (hours === 0) return words.duration.minutes({ minutes: shown(minutes), seconds: shown(seconds % 60) });
  return words.duration.hours({ hours: shown(hours), minutes: shown(minutes % 60) });
}

/** How many midnights lie between two moments, in the computer's time zone. */
function daysBetween(from: number, to: number): number {
  const midnight = (moment: number) => {
    const date = new Date(moment);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(to) - midnight(from)) / day);
}

/** How amounts are written: in full, or hidden. */
export interface Amounts {
  count(value: number): string;
  bytes(value: number): string;
  /** US dollars. */
  money(value: number): string;
}

/** Amounts in full. */
export function amountsIn(locale: string): Amounts {
  return {
    count: (value) => formatCount(value, locale),
    bytes: (value) => formatBytes(value, locale),
    money: (value) => formatMoney(value, locale),
  };
}
