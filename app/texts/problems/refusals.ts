// Why a key was not taken, in words that fit the moment of entering one, in a window or a terminal: nothing is retried
// there, and a refused key is one that was just typed. All other words are those of app/texts/problems/problems.ts.
import type { Problem, ProblemKind } from '../../model/problem';
import type { ProblemText } from './problem-text';
import { problemWords } from './problem-words';
import { problemText } from './problems';

/** The text of a problem met while a key is checked. Arguments as in `problemText`. */
export function refusalText(problem: Problem, locale: string, now: number): ProblemText {
  return { ...problemText(problem, locale, now), ...inPlaceOf(problem) };
}

/** Words that differ from app/texts/problems/problems.ts. */
function inPlaceOf(problem: Problem): Partial<ProblemText> {
  const words = problemWords.onEntering;
  switch (problem.kind) {
    case 'key-refused': {
      const { cause, unusual, next } = words.refused;
      return { cause: problem.unusual ? unusual : cause, next };
    }
    case 'not-offered':
      return { ...words.notOffered, next: words.checkAddress };
    case 'rate-limited':
      return { next: words.rateLimited };
    case 'server-trouble':
      return { next: words.serverTrouble };
    case 'timed-out':
      return { next: words.checkConnection };
    case 'blocked-on-the-way':
      return { next: words.blocked };
    case 'unreachable':
      if (problem.why === 'offline') return { next: words.offline };
      return problem.why === 'refused' || problem.why === 'other' ? { next: words.checkConnection } : {};
    case 'unreadable-answer':
      return problem.why === 'html' ? {} : { next: words.checkAddress };
    // The key before is still there, and this one is not.
    case 'disk-full':
      return { cause: words.notStored, next: words.diskFull };
    case 'profile-read-only':
      return { cause: words.notStored, next: words.readOnly };
    default:
      return {};
  }
}

const aboutConnection: readonly ProblemKind[] = [
  'not-offered',
  'unreachable',
  'timed-out',
  'blocked-on-the-way',
  'redirect-loop',
  'redirected',
  'unreadable-answer',
  'insecure-address',
];

/** Whether address or proxy may be the cause, so that a link to the settings is useful. */
export function isAboutConnection(problem: Problem): boolean {
  return aboutConnection.includes(problem.kind);
}
