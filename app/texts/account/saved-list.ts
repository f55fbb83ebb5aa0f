// The words in a saved list. English in every language: spreadsheets and scripts that read one file must read the next.
// Must not hold words that a window shows (lists.ts).
import type { CellKind } from '../../model/lists/list-description';

/** What stands for a secret. */
export const hiddenSecret = '••••••••';

/** What stands for a limit of -1, by which 9Proxy means that there is none. */
export const noLimit = 'No limit';

/** A column's name, with the unit of its amounts. */
export function withUnit(name: string, kind: CellKind): string {
  switch (kind) {
    case 'bytes':
      return `${name} (bytes)`;
    case 'money':
      return `${name} (USD)`;
    case 'percent':
      return `${name} (%)`;
    case 'minutes':
      return `${name} (minutes)`;
    default:
      return name;
  }
}
