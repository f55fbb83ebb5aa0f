// What the API check says, on the screen and in the file that it is saved to. Words only.
import type { ApiCheck, ApiCheckRow } from '../../model/api-check';
import { formatCount, formatMoment } from '../format';
import { problemText } from '../problems/problems';
import type { SaveWords } from './save';

export const apiCheckTexts = {
  run: 'Check now',
  again: 'Check again',
  cancel: 'Stop',
  save: 'Save as text…',
  saved: 'Saved.',
  never: 'Nothing was tried yet. The check reads each part once, and changes nothing.',
  progress: (tried: string, all: string) => `${tried} of ${all} tried`,
  at: 'Checked',
  cancelled: 'stopped',
  columns: {
    operation: 'Operation',
    address: 'Method and path',
    certainty: 'How sure we were',
    outcome: 'What answered',
    time: 'Time',
  },
  correct: (operation: string) => `Correct ${operation}…`,
  correctTitle: (operation: string) => `Correct ${operation}`,
  correctLine:
    '9Proxy has published no path for about half of its API. Where you know better, write it here: it counts at once, and is kept in settings.json under “endpoints”.',
  method: 'Method',
  path: 'Path',
  pathHint: 'Letters, digits, dots, dashes and slashes, such as /client/v1/account/get-info',
  writes: 'This path changes something. NineTray sends reads automatically and often, so a read cannot go there.',
  apply: 'Use this',
  restore: 'As NineTray has it',
  close: 'Cancel',
  corrected: 'corrected',
} as const;

/** How sure a path is. */
export const certaintyNames: Readonly<Record<ApiCheckRow['certainty'], string>> = {
  documented: 'Documented',
  client: 'Seen in a client',
  inferred: 'Our best reading',
};

/** What became of an operation: "Answers, 250 items". */
export function outcomeOf(row: ApiCheckRow, now: number, locale: string): string {
  switch (row.outcome) {
    case 'not-tried':
      return 'Not tried';
    case 'writes':
      return 'Not tried: it changes something';
    case 'trying':
      return 'Trying…';
    case 'answers':
      return row.items === null ? 'Answers' : `Answers, ${formatCount(row.items, locale)} items`;
    case 'fails':
      return row.problem === undefined ? 'Fails' : problemText(row.problem, locale, now).title;
    default:
      return row.outcome satisfies never;
  }
}

/** "38 ms". */
export function timeOf(ms: number | null, locale: string): string {
  return ms === null ? '' : `${formatCount(ms, locale)} ms`;
}

/** The table as text, for a file: no key, no host, nothing of an answer. */
export function apiCheckText(check: ApiCheck, now: number, locale: string): string {
  const rows = check.rows.map((row) => [
    row.operation,
    `${row.method} ${row.path}${row.corrected ? ` (${apiCheckTexts.corrected})` : ''}`,
    certaintyNames[row.certainty],
    outcomeOf(row, now, locale),
    timeOf(row.ms, locale),
  ]);
  const { columns } = apiCheckTexts;
  const table = [Object.values(columns), ...rows];
  const widths = Object.values(columns).map((_name, at) => Math.max(...table.map((row) => (row[at] ?? '').length)));
  const lines = table.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const when = check.at === null ? '' : `, ${formatMoment(check.at, locale)}`;
  return `NineTray: API check${when}\n\n${lines.join('\n')}\n`;
}

/** `on` as yyyy-mm-dd. */
export function apiCheckFileWords(on: string): SaveWords {
  return { title: 'Save the API check', button: 'Save', fileName: `ninetray-api-check-${on}.txt` };
}
