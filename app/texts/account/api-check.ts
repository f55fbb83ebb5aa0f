// What the API check says, on the screen and in the file that it is saved to. Words only.
import type { ApiCheck, ApiCheckRow } from '../../model/api-check';
import { formatAge, formatCount, formatMoment } from '../format';
import { problemText } from '../problems/problems';
import type { SaveWords } from './save';

export const apiCheckTexts = {
  run: 'Check now',
  again: 'Check again',
  cancel: 'Stop',
  save: 'Save as text…',
  saved: 'Saved.',
  never: 'Not checked yet.',
  reads: 'Checked operations',
  writes: 'Never checked, because they change something',
  running: (tried: string, all: string) => `${tried} of ${all} checked…`,
  answered: (answered: string, all: string) => `${answered} of ${all} answered`,
  at: (age: string) => `checked ${age}`,
  cancelled: 'stopped',
  columns: {
    operation: 'Operation',
    address: 'Method and path',
    certainty: 'Source of the path',
    outcome: 'Result',
    time: 'Time',
  },
  correct: (operation: string) => `Correct ${operation}…`,
  correctTitle: (operation: string) => `Correct ${operation}`,
  correctLine:
    '9Proxy has published no path for about half of its API. If you know the right one, enter it here. It takes effect at once and is stored in settings.json under “endpoints”.',
  method: 'Method',
  path: 'Path',
  pathHint: 'Letters, digits, dots, dashes and slashes, such as /client/v1/account/get-info',
  pathWrites: 'This path changes something. NineTray sends reads automatically and often, so a read cannot go there.',
  apply: 'Use this',
  restore: 'Reset to default',
  close: 'Cancel',
  corrected: 'corrected',
} as const;

/** How far a check is, or what it found: "19 of 21 answered, checked 2 min ago". */
export function apiCheckSummary({ phase, at, rows }: ApiCheck, now: number, locale: string): string {
  if (phase === 'never' || at === null) return apiCheckTexts.never;
  const count = (...outcomes: readonly ApiCheckRow['outcome'][]) =>
    formatCount(rows.filter(({ outcome }) => outcomes.includes(outcome)).length, locale);
  const all = count('not-tried', 'trying', 'answers', 'fails');
  if (phase === 'running') return apiCheckTexts.running(count('answers', 'fails'), all);
  const parts = [apiCheckTexts.answered(count('answers'), all), apiCheckTexts.at(formatAge(at, now, locale))];
  return [...parts, ...(phase === 'cancelled' ? [apiCheckTexts.cancelled] : [])].join(', ');
}

/** How sure a path is. */
export const certaintyNames: Readonly<Record<ApiCheckRow['certainty'], string>> = {
  documented: 'Documented',
  client: 'Seen in a client',
  inferred: 'Assumed',
};

/** What became of an operation: "Answered, 250 items". */
export function outcomeOf(row: ApiCheckRow, now: number, locale: string): string {
  switch (row.outcome) {
    case 'not-tried':
      return 'Not checked';
    case 'writes':
      return 'Not checked: it changes something';
    case 'trying':
      return 'Checking…';
    case 'answers':
      return row.items === null
        ? 'Answered'
        : `Answered, ${formatCount(row.items, locale)} ${row.items === 1 ? 'item' : 'items'}`;
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
