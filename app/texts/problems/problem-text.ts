// What a problem's text consists of, and the types of the tables that have one entry per kind.
// Must not hold the words of a particular problem.
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

type KindWithReason = Extract<Problem, { why: string }>['kind'];

/** One text per reason of a kind. */
export type ReasonTexts<K extends KindWithReason> = Readonly<Record<ProblemByKind[K]['why'], ProblemText>>;

/** For a kind or a reason that the types do not know: a saved state of another version still gets a text. */
export const unknownProblem: ProblemText = {
  title: 'Something unexpected happened',
  cause: 'NineTray does not know this problem.',
  next: 'Try again, or restart NineTray.',
};

/** The text for this reason. */
export function byReason<Why extends string>(texts: Readonly<Record<Why, ProblemText>>, why: Why): ProblemText {
  return Object.hasOwn(texts, why) ? texts[why] : unknownProblem;
}
