// Which of several reasons speaks for a state. Pure.
import type { Notice } from '../model/state/app-state';
import { severities } from '../model/severity';

/** The most severe reason; of equally severe ones the first. There is at least one. */
export function mostSevere([first, ...others]: readonly [Notice, ...Notice[]]): Notice {
  return others.reduce((worst, other) => (rank(other) > rank(worst) ? other : worst), first);
}

/** Grows with the severity. */
function rank({ severity }: Notice): number {
  return severities.indexOf(severity);
}
