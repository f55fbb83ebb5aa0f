// The words of the system's save dialogs, and of the files that go there.
// Words only.
import type { CellKind } from '../../model/lists/list-description';

export interface SaveWords {
  /** Where the dialog can show a line of text, this is it: so it carries the warning too. */
  title: string;
  button: string;
  fileName: string;
}

export const keyFileWords: SaveWords = {
  title: 'Save the key: whoever can read this file can use your account',
  button: 'Save key',
  fileName: '9proxy-api-key.txt',
};

/** `finishedOn` as yyyy-mm-dd. */
export function receiptFileWords(finishedOn: string): SaveWords {
  return { title: 'Save the receipt', button: 'Save receipt', fileName: `ninetray-receipt-${finishedOn}.txt` };
}

/** For the list with this title; `on` as yyyy-mm-dd. */
export function listFileWords(title: string, on: string): SaveWords {
  const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return { title: `Save “${title}”`, button: 'Save list', fileName: `9proxy-${name}-${on}.csv` };
}

/** A column's name in a file, with the unit of its amounts. */
export function withUnit(name: string, kind: CellKind): string {
  const unit: Partial<Record<CellKind, string>> = { bytes: 'bytes', money: 'USD', percent: '%', minutes: 'minutes' };
  return unit[kind] === undefined ? name : `${name} (${unit[kind]})`;
}

/** What stands for a secret in a file. */
export const hiddenSecret = '••••••••';
