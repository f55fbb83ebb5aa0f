// Reads and writes the low-balance thresholds as users type them: whole IPs, gigabytes, dollars. The limits are those
// of app/model/settings.ts.
import { plainDigits } from '../ui/text/plain-digits';

const BYTES_PER_GB = 1e9;
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Digits with an optional decimal part, point or comma; no signs, exponents or thousands marks. Null for anything else. */
function decimal(text: string): number | null {
  const written = plainDigits(text).trim().replace(',', '.');
  return /^\d+(\.\d*)?$|^\.\d+$/.test(written) ? Number(written) : null;
}

/** A whole number of IPs, or null when the text is none. */
export function parseIps(text: string): number | null {
  const plain = plainDigits(text);
  const value = /^\s*\d+\s*$/.test(plain) ? Number(plain) : null;
  return value !== null && value <= LARGEST ? value : null;
}

/** Gigabytes (1 GB = 1e9 bytes) as whole bytes, or null when the text is no amount. */
export function parseGigabytes(text: string): number | null {
  const value = decimal(text);
  if (value === null) return null;
  const bytes = Math.round(value * BYTES_PER_GB);
  return bytes <= LARGEST ? bytes : null;
}

/** US dollars, rounded to cents, or null when the text is no amount. */
export function parseDollars(text: string): number | null {
  const value = decimal(text);
  if (value === null || value > LARGEST / 100) return null;
  return Math.round(value * 100) / 100;
}

/** Bytes as the number of gigabytes that `parseGigabytes` reads back, with the locale's decimal mark and without thousands marks. */
export function gigabytesText(bytes: number, locale: string): string {
  return plainNumber(bytes / BYTES_PER_GB, locale);
}

/** US dollars as `parseDollars` reads them back. */
export function dollarsText(usd: number, locale: string): string {
  return plainNumber(usd, locale);
}

function plainNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(value);
}
