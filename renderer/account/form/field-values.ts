// Between what a field of a form shows and what it means: texts as users type them, values as
// app/model/actions/actions.ts checks them. A text that cannot be read becomes NaN, which no check accepts.
import type { Field } from '../../../app/model/actions/form-fields';
import { plainDigits } from '../../ui/text/plain-digits';
import { countryCode, countryLabel } from './countries';

/** What a form shows: a switch is on or off, all else is text. */
export type Shown = Readonly<Record<string, string | boolean>>;

const bytesPerGb = 1e9;

/** A whole number in any script's digits, with or without thousands marks or a sign; NaN when the text is none. */
export function readCount(text: string): number {
  const plain = plainDigits(text).trim();
  if (/^-?\d+$/.test(plain)) return Number(plain);
  // India's own groups: 1,00,000 is a hundred thousand.
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d{1,3}(?:([.,'’\s])\d{3})(?:\1\d{3})*$/.test(plain)) return Number(plain.replaceAll(/\D/g, ''));
  return /^\d+[.,]\d+$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
}

/**
 * Gigabytes as whole bytes; the decimal mark may be a comma or a point. NaN when the text is none, and when it could as well have a
 * thousands mark in it ("1,000" where that is a thousand): the user must not spend a thousand times too much or too little.
 */
export function readGigabytes(text: string, locale: string): number {
  const plain = plainDigits(text).trim();
  if (!/^\d+(?:[.,]\d*)?$|^[.,]\d+$/.test(plain)) return Number.NaN;
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(plain) && plain.includes(groupMark(locale))) return Number.NaN;
  return Math.round(Number(plain.replace(',', '.')) * bytesPerGb);
}

function groupMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1_234_567);
  return plainDigits(parts.find(({ type }) => type === 'group')?.value ?? ',');
}

/** Bytes as gigabytes in the locale's own writing, which `readGigabytes` reads back. */
export function gigabytes(bytes: number, locale: string): string {
  const text = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(
    bytes / bytesPerGb,
  );
  // Three decimals after the other mark would look like thousands.
  return Number.isNaN(readGigabytes(text, locale)) ? `${text}0` : text;
}

/** The codes in a text, each once: with spaces, commas, semicolons, lines or quotes between and around them. */
export function readCodes(text: string): string[] {
  const words = text.split(/[\s,;|"'`“”„‘’«»[\]]+/u).filter((word) => word !== '');
  return [...new Set(words)];
}

/** The end of a day (yyyy-mm-dd) in local time, in milliseconds; NaN when the text is none. */
export function endOfDay(text: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text.split('-').map(Number);
  return new Date(year, month - 1, day + 1).getTime() - 1;
}

/** A moment's day as yyyy-mm-dd, in local time. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How a value is shown in its field; no value is an empty field. */
export function shownOf({ kind }: Field, value: unknown, locale: string): string | boolean {
  if (kind === 'switch') return value === true;
  if (typeof value === 'number') {
    if (kind === 'bytes') return gigabytes(value, locale);
    return kind === 'moment' ? dayOf(value) : String(value);
  }
  if (typeof value !== 'string') return '';
  return kind === 'country' ? countryLabel(value, locale) : value;
}

/**
 * What a field's content means. An empty field is undefined; but a text that was there at first (`initial`) and was removed is ''.
 */
export function valueOf({ kind }: Field, shown: string | boolean, initial: unknown, locale: string): unknown {
  if (typeof shown === 'boolean') return shown;
  // Spaces belong to a password.
  const text = kind === 'password' ? shown : shown.trim();
  if (text === '') return kind === 'text' && typeof initial === 'string' && initial !== '' ? '' : undefined;
  switch (kind) {
    case 'count':
      return readCount(text);
    case 'bytes':
      return readGigabytes(text, locale);
    case 'moment':
      return endOfDay(text);
    case 'package':
      return Number(text);
    case 'country':
      return countryCode(text, locale) ?? text;
    case 'codes':
      return readCodes(text);
    case 'text':
    case 'password':
    case 'email':
    case 'choice':
    case 'switch':
      return text;
    default:
      return kind satisfies never;
  }
}

/** Whether a field is asked for, given what the others show. */
export function isAsked({ when }: Field, shown: Shown): boolean {
  return when === undefined || shown[when.field] === when.is;
}

/**
 * What was changed in the form of an edit, field by field: null where a value was removed. A field that shows what it showed at first, or
 * that means the same, is not in it.
 */
export function changesOf(
  fields: readonly Field[],
  shown: Shown,
  initial: Readonly<Record<string, unknown>>,
  locale: string,
): Record<string, unknown> {
  const changed = fields
    .filter((field) => isAsked(field, shown))
    .map((field) => {
      const was = initial[field.name];
      const before = shownOf(field, was, locale);
      const now = shown[field.name] ?? '';
      return now === before ? [field.name, was, was] : [field.name, was, valueOf(field, now, was, locale)];
    })
    .filter(([, was, is]) => (was ?? null) !== (is ?? null));
  return Object.fromEntries(changed.map(([name, , is]) => [name, is ?? null]));
}

/** All that a form means, field by field; what is not asked for, or is empty, is not in it. */
export function valuesOf(
  fields: readonly Field[],
  shown: Shown,
  initial: Readonly<Record<string, unknown>>,
  locale: string,
): Record<string, unknown> {
  const asked = fields.filter((field) => isAsked(field, shown));
  const read = asked.map((field) => [field.name, valueOf(field, shown[field.name] ?? '', initial[field.name], locale)]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
