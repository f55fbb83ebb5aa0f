// When what waited at the gateway for a new key is written down, and which figures that is.
import type { AccessView, HoldFigures, HoldSummary } from '../model/access/access-view';
import type { Rotation } from '../model/rotation/rotation';

type HoldView = Pick<AccessView, 'holding' | 'lastHold'>;

/**
 * Returns what says which figures of a hold are to be written down: those that changed, once nothing waits any more. What was held before
 * NineTray was started again counts, too.
 */
export function heldFigures(): (
  view: HoldView,
  current: Pick<Rotation, 'id' | 'held'> | null,
) => { id: string; figures: HoldFigures } | null {
  let before: { id: string; held: HoldFigures | undefined } | null = null;
  let last: HoldSummary | null = null;
  return ({ holding, lastHold }, current) => {
    if (holding !== null || lastHold === null || lastHold.rotationId !== current?.id) return null;
    if (last !== null && JSON.stringify(last) === JSON.stringify(lastHold)) return null;
    last = lastHold;
    const { rotationId: id, ...figures } = lastHold;
    if (before?.id !== id) before = { id, held: current.held };
    return { id, figures: sum(figures, before.held) };
  };
}

function sum(one: HoldFigures, other: HoldFigures | undefined): HoldFigures {
  if (other === undefined) return one;
  return {
    answered: one.answered + other.answered,
    gaveUp: one.gaveUp + other.gaveUp,
    refusedWrites: one.refusedWrites + other.refusedWrites,
    longestMilliseconds: Math.max(one.longestMilliseconds, other.longestMilliseconds),
  };
}
