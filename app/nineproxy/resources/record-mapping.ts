// One row of any of the vendor's lists, in our own words, and how the values that several lists share are read.
import type { Cell } from '../../model/lists/list-description';
import { type Fields, integer, number, text } from './parse';

/** A row as it is read. Its cells have the ids of the list's columns (app/model/lists/lists.ts); secret ones hold the secret itself. */
export interface VendorRow {
  /** The vendor's id, or for a record without one what is in it. */
  key: string;
  cells: Readonly<Record<string, Cell>>;
  /** As in app/model/lists/lists.ts. */
  exact?: Readonly<Record<string, string>> | undefined;
  /** The item as the vendor sent it, where an edit sends some of it back. Stays in main: it holds secrets. */
  raw?: Fields | undefined;
}

/** A row that has an id of its own where the vendor gives one. Null when nothing is known of it. */
export function record(id: unknown, cells: Record<string, Cell>): VendorRow | null {
  const values = Object.values(cells);
  if (values.every((value) => value === null)) return null;
  return { key: text(id) ?? values.map((value) => value ?? '').join(' '), cells };
}

/** The same rows, each with a key of its own: the second of two that have the same key gets a number. */
export function distinct(rows: readonly VendorRow[]): VendorRow[] {
  const seen = new Set<string>();
  const copies = new Map<string, number>();
  return rows.map((row) => {
    // Counts on from the last copy: from the first, many equal rows would take quadratic time.
    let copy = copies.get(row.key) ?? 1;
    while (seen.has(numbered(row.key, copy))) copy += 1;
    copies.set(row.key, copy + 1);
    const key = numbered(row.key, copy);
    seen.add(key);
    return { ...row, key };
  });
}

function numbered(key: string, copy: number): string {
  return copy === 1 ? key : `${key} #${copy}`;
}

/** Of the texts that a form edits, by the names of its fields, those that `text` cleaned or cut. */
export function exactTexts(texts: Readonly<Record<string, unknown>>): Pick<VendorRow, 'exact'> {
  const changed = Object.entries(texts).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== (text(entry[1]) ?? ''),
  );
  return changed.length === 0 ? {} : { exact: Object.fromEntries(changed) };
}

/** The id of something that can be changed: a whole number above zero. */
export function idOf(value: unknown): number | null {
  const id = integer(value);
  return id === null || id <= 0 ? null : id;
}

/** The vendor's statuses of anything that is paid. */
export function paidState(value: unknown): 'pending' | 'success' | 'failed' | null {
  switch (integer(value)) {
    case 0:
      return 'pending';
    case 1:
      return 'success';
    case -1:
      return 'failed';
    default:
      return null;
  }
}

/** The vendor's statuses of sub-accounts, sub-users and whitelisted addresses. */
export const statusNumbers = { enabled: 1, disabled: 2, blocked: 3 } as const;

/** What such a status says. */
export function accessState(value: unknown): keyof typeof statusNumbers | null {
  const status = integer(value);
  if (status === statusNumbers.enabled) return 'enabled';
  if (status === statusNumbers.disabled) return 'disabled';
  return status === statusNumbers.blocked ? 'blocked' : null;
}

/** What switches it. */
export function accessNumber(enabled: boolean): 1 | 2 {
  return enabled ? statusNumbers.enabled : statusNumbers.disabled;
}

/** Whether it is on; null when the vendor does not say. */
export function isEnabled(state: string | null): boolean | null {
  return state === null ? null : state === 'enabled';
}

/** An ISO 3166 code, in capitals; anything else is null. */
export function country(value: unknown): string | null {
  const code = text(value);
  return code !== null && /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : null;
}

/**
 * A rate in percent. The vendor does not say whether 0.07 or 7 means seven percent; no commission is below one
 * percent, so what is below one is taken for a fraction.
 */
export function percent(value: unknown): number | null {
  const rate = number(value);
  if (rate === null || rate < 0 || rate > 100) return null;
  return rounded(rate < 1 ? rate * 100 : rate, 4);
}

/** Without the rounding errors of decimal fractions. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** How many, where -1 means without a limit and stays -1. */
export function cap(value: unknown): number | null {
  const read = integer(value);
  return read === null ? null : Math.max(-1, read);
}
