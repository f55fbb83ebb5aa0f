// What the user reads about a problem: what happened, why, and what they can do next. Words only: no codes but a server's
// status, no URL, no server text but a vendor's message that was redacted where it came in.
import type { Problem, ProblemKind } from '../../model/problem';
import { fileProblems } from './file-problems';
import { keyProblems } from './key-problems';
import {
  type ProblemByKind,
  type ProblemText,
  type ProblemTexts,
  type TextContext,
  unknownProblem,
} from './problem-text';
import { requestProblems } from './request-problems';
import { vendorProblems } from './vendor-problems';

const texts: ProblemTexts = { ...vendorProblems, ...keyProblems, ...fileProblems, ...requestProblems };

/**
 * The text of any problem. `now` in milliseconds; `locale` as a BCP 47 tag. `hidden`: amounts are hidden where it is shown, and so are the
 * vendor's own words, which may name one.
 */
export function problemText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  return textOf(problem.kind, problem, { locale, now, hidden });
}

function textOf<K extends ProblemKind>(kind: K, problem: ProblemByKind[K], context: TextContext): ProblemText {
  return Object.hasOwn(texts, kind) ? texts[kind](problem, context) : unknownProblem;
}
