// One control's way to change a setting: sends a small patch, remembers why it was refused. The control shows the value
// of main's state.
import { useState } from 'react';
import type { CallInput } from '../../app/bridge/contract';
import type { Problem } from '../../app/model/problem';
import { call } from '../ui/bridge';

export type Patch = CallInput<'settings.change'>;

export interface Change {
  /** Sends a patch; answers what went wrong, or null. */
  change: (patch: Patch) => Promise<Problem | null>;
  /** Why the last patch of this control was refused. */
  problem: Problem | null;
}

/** For one control; each has its own, so that a failure is shown where it was caused. */
export function useChange(): Change {
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    problem,
    change: async (patch) => {
      const answer = await call('settings.change', patch);
      const wrong = answer.ok ? null : answer.problem;
      setProblem(wrong);
      return wrong;
    },
  };
}
