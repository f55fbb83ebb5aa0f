// The words in a saved list. English in every language: spreadsheets and scripts that read one file must read the next.
// Windows use lists.ts.
import type { CellKind } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';
import english from '../en/lists.json';
import { texts } from '../texts';
import type { ListMessages } from './lists';

const messages: ListMessages = texts('lists', english, { always: 'English' });

type Named<T> = Readonly<Record<string, T>>;

/** A list's name, and its columns and states by id, in English. */
export function savedWords(list: ListId): { title: string; columns: Named<string>; states: Named<Named<string>> } {
  const {
    title,
    columns,
    states = {},
  }: { title: string; columns: Named<string>; states?: Named<Named<string>> } = messages[list];
  return { title, columns, states };
}

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
