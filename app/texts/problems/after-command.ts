// A problem in a terminal, after a command whose process has ended: nothing is tried or saved again, so the user runs the command again.
import type { Problem } from '../../model/problem';
import { formatUntil } from '../format';
import type { ProblemText } from './problem-text';
import { problemWords } from './problem-words';
import { problemText } from './problems';

/** The text of a problem that a command met which no running application continues. Arguments as in `problemText`. */
export function afterCommandText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  return { ...problemText(problem, locale, now, hidden), ...inPlaceOf(problem, locale, now) };
}

/** Words that differ from app/texts/problems/problems.ts. */
function inPlaceOf(problem: Problem, locale: string, now: number): Partial<ProblemText> {
  const words = problemWords.afterCommand;
  switch (problem.kind) {
    case 'key-refused':
      return { cause: words.refused };
    case 'not-offered':
      return { next: words.notOffered };
    case 'rate-limited':
      return {
        next: problem.until === null ? words.soon : words.at({ when: formatUntil(problem.until, now, locale) }),
      };
    case 'server-trouble':
      return { next: words.serverTrouble };
    case 'unreachable':
      return unreachable(problem.why);
    case 'timed-out':
      return { next: words.checkConnection };
    case 'blocked-on-the-way':
      return { next: words.blocked };
    case 'unreadable-answer':
      return problem.why === 'html' ? {} : { next: words.checkAddress };
    case 'disk-full':
      return { cause: words.notSaved, next: words.diskFull };
    case 'profile-read-only':
      return { cause: words.notSaved, next: words.readOnly };
    case 'demo-failed':
      return { next: words.demoFailed };
    default:
      return {};
  }
}

function unreachable(why: Extract<Problem, { kind: 'unreachable' }>['why']): Partial<ProblemText> {
  const words = problemWords.afterCommand;
  switch (why) {
    case 'offline':
      return { next: words.offline };
    case 'refused':
      return { next: words.checkAddress };
    case 'other':
      return { next: words.checkConnection };
    default:
      return {};
  }
}
