// What a problem's text consists of, and the type of the table that has one entry per kind.
import type { Problem, ProblemKind } from '../../model/problem';

export interface ProblemText {
  title: string;
  /** One sentence on the cause. */
  cause: string;
  /** The next step the user can take. */
  next: string;
}

/** Where a text is shown. */
export interface TextContext {
  /** A BCP 47 tag. */
  locale: string;
  /** In milliseconds since 1970. */
  now: number;
  /** Amounts are hidden, and so are the vendor's own words, which may name one. */
  hidden: boolean;
}

/** The problems by their kind. */
export type ProblemByKind = { [K in ProblemKind]: Extract<Problem, { kind: K }> };

/** One entry per kind of problem. */
export type ProblemTexts = { [K in ProblemKind]: (problem: ProblemByKind[K], context: TextContext) => ProblemText };
