// What the API check says, on the screen and in the file that it is saved to. Words only.
import type { ApiCheck, ApiCheckRow } from '../../model/api-check';
import { padded, widest } from '../columns';
import english from '../en/api-check.json';
import { formatAge, formatCount, formatMoment } from '../format';
import { problemText } from '../problems/problems';
import { texts } from '../texts';
import type { SaveWords } from './save';

export const apiCheckTexts = texts('api-check', english);

/** How far a check is, or what it found: "19 of 21 answered, checked 2 min ago". */
export function apiCheckSummary({ phase, at, rows }: ApiCheck, now: number, locale: string): string {
  if (phase === 'never' || at === null) return apiCheckTexts.never;
  const count = (...outcomes: readonly ApiCheckRow['outcome'][]) =>
    formatCount(rows.filter(({ outcome }) => outcomes.includes(outcome)).length, locale);
  const all = count('not-tried', 'trying', 'answers', 'fails');
  if (phase === 'running') return apiCheckTexts.running({ tried: count('answers', 'fails'), all });
  const found = { answered: count('answers'), all, when: formatAge(at, now, locale) };
  return phase === 'cancelled' ? apiCheckTexts.stopped(found) : apiCheckTexts.finished(found);
}

/** What became of an operation: "Answered, 250 items". */
export function outcomeOf(row: ApiCheckRow, now: number, locale: string): string {
  const { outcomes } = apiCheckTexts;
  switch (row.outcome) {
    case 'not-tried':
      return outcomes.notTried;
    case 'writes':
      return outcomes.writes;
    case 'trying':
      return outcomes.trying;
    case 'answers':
      return row.items === null ? outcomes.answered : outcomes.answeredItems({ count: row.items });
    case 'fails':
      return row.problem === undefined ? outcomes.failed : problemText(row.problem, locale, now).title;
    default:
      return row.outcome satisfies never;
  }
}

/** Milliseconds as "38 ms"; empty where there is no answer. */
export function timeOf(ms: number | null): string {
  return ms === null ? '' : apiCheckTexts.milliseconds({ count: ms });
}

/** The table as text, for a file: no key, no host, nothing of an answer. */
export function apiCheckText(check: ApiCheck, now: number, locale: string): string {
  const rows = check.rows.map((row) => {
    const address = `${row.method} ${row.path}`;
    return [
      row.operation,
      row.corrected ? apiCheckTexts.fileCorrected({ address }) : address,
      apiCheckTexts.certainties[row.certainty],
      outcomeOf(row, now, locale),
      timeOf(row.ms),
    ];
  });
  const { columns } = apiCheckTexts;
  const table = [Object.values(columns), ...rows];
  const widths = Object.values(columns).map((_name, at) => widest(table.map((row) => row[at] ?? '')));
  const lines = table.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const title =
    check.at === null ? apiCheckTexts.fileTitle : apiCheckTexts.fileTitleAt({ moment: formatMoment(check.at, locale) });
  return `${title}\n\n${lines.join('\n')}\n`;
}

/** `on` as yyyy-mm-dd. */
export function apiCheckFileWords(on: string): SaveWords {
  const { saveTitle: title, saveButton: button } = apiCheckTexts;
  return { title, button, fileName: `ninetray-api-check-${on}.txt` };
}
