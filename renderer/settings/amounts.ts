// Reads and writes the low marks as people type them: whole IPs, gigabytes, dollars.
// Touches no page and no settings; the limits are those of app/model/settings.ts.
import { plainDigits } from '../ui/plain-digits';

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

/** Bytes as the plain number of gigabytes that `parseGigabytes` reads back. */
export function gigabytesText(bytes: number): string {
  return (bytes / BYTES_PER_GB).toFixed(9).replace(/\.?0+$/, '');
}
