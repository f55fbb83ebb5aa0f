// Why a key was not taken, in words that fit the moment of entering one: nothing is retried there, and a
// refused key is one that was just typed. All other words are those of app/texts/problems/problems.ts.
import type { Problem, ProblemKind } from '../../model/problem';
import type { ProblemText } from './problem-text';
import { problemText } from './problems';

const checkAddress = 'Check the address in the settings, then try again.';
const checkConnection = 'Check your connection, and address and proxy in the settings, then try again.';

/** What is said otherwise than in app/texts/problems/problems.ts. */
const inPlaceOf: Partial<Record<ProblemKind, Partial<ProblemText>>> = {
  'key-refused': {
    cause: 'It was mistyped, or it was revoked or replaced since.',
    next: 'Copy the whole key again. If you no longer have it, generate a new one in the 9Proxy dashboard.',
  },
  'not-offered': {
    title: 'The key could not be checked',
    cause: 'This address does not tell NineTray whose account it is.',
    next: checkAddress,
  },
  'rate-limited': { next: 'Wait a few minutes, then check the key again.' },
  'server-trouble': { next: 'Nothing is wrong with your key. Check it again in a few minutes.' },
  'timed-out': { next: checkConnection },
  'blocked-on-the-way': {
    next: 'Nothing is known about your key yet. Try another network, turn the VPN off or check the proxy in the settings.',
  },
};

/** The text of a problem met while a key is checked. Arguments as in `problemText`. */
export function refusalText(problem: Problem, locale: string, now: number): ProblemText {
  const text = { ...problemText(problem, locale, now), ...inPlaceOf[problem.kind] };
  if (problem.kind === 'key-refused' && problem.unusual) {
    return {
      ...text,
      cause: 'It has an unusual length or unusual characters, so it may not have been copied exactly.',
    };
  }
  if (problem.kind === 'unreachable' && ['offline', 'refused', 'other'].includes(problem.why)) {
    return { ...text, next: checkConnection };
  }
  if (problem.kind === 'unreadable-answer' && problem.why !== 'html') {
    return { ...text, next: checkAddress };
  }
  return text;
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

/** Whether address or proxy may be what stands in the way, so that the way to the settings is worth showing. */
export function isAboutConnection(problem: Problem): boolean {
  return aboutConnection.includes(problem.kind);
}
