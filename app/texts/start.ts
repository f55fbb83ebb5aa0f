// What NineTray says when it cannot start.
import type { StartProblem } from '../model/start-problem';
import english from './en/start.json';
import { texts } from './texts';

export const startTexts = texts('start', english);

/** Why NineTray cannot start, and what to do. */
export function cannotStartText(problem: StartProblem): string {
  switch (problem.kind) {
    case 'profile-read-only':
      return startTexts.profileReadOnly({ folder: problem.folder });
    case 'profile-not-used':
      return startTexts.profileNotUsed({ folder: problem.folder });
    case 'no-answer':
      return startTexts.noAnswer({ pid: String(problem.pid) });
    case 'lock-in-the-way':
      return startTexts.lockInTheWay({ file: problem.file });
    case 'locked':
      return startTexts.locked;
    default:
      return problem satisfies never;
  }
}
