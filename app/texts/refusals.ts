// Why a key was not taken, in words that fit the moment of entering one: nothing is tried again by itself there, and a
// refused key is one that was just typed. All other words are those of app/texts/problems.ts.
import type { Problem } from '../problem/problem';
import { type ProblemText, problemText } from './problems';

/** The text of a problem met while a key is checked. Arguments as in `problemText`. */
export function refusalText(problem: Problem, locale: string, now: number): ProblemText {
  const text = problemText(problem, locale, now);
  switch (problem.kind) {
    case 'key-refused':
      return {
        title: text.title,
        cause: 'It was mistyped, or it was revoked or replaced since.',
        next: 'Copy the whole key again. If you no longer have it, make a new one in the 9Proxy dashboard.',
      };
    case 'not-offered':
      return {
        title: 'The key could not be checked',
        cause: 'This address does not answer the question whose account it is.',
        next: 'Check the address in the settings, then try again.',
      };
    case 'rate-limited':
      return { ...text, next: 'Wait a few minutes, then check the key again.' };
    case 'server-trouble':
      return { ...text, next: 'Nothing is wrong with your key. Check it again in a few minutes.' };
    case 'timed-out':
      return { ...text, next: 'Check your connection, and the proxy in the settings, then try again.' };
    case 'unreachable':
      return ['offline', 'refused', 'other'].includes(problem.why)
        ? { ...text, next: 'Check your connection, and address and proxy in the settings, then try again.' }
        : text;
    case 'unreadable-answer':
      return problem.why === 'html' ? text : { ...text, next: 'Check the address in the settings, then try again.' };
    default:
      return text;
  }
}

/** Whether address or proxy may be what stands in the way, so that the way to the settings is worth showing. */
export function isAboutConnection(problem: Problem): boolean {
  switch (problem.kind) {
    case 'not-offered':
    case 'unreachable':
    case 'timed-out':
    case 'redirect-loop':
    case 'redirected':
    case 'unreadable-answer':
    case 'insecure-address':
      return true;
    default:
      return false;
  }
}
