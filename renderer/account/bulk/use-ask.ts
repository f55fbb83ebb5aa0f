// One call at a time, and why the last one was refused.
import { useRef, useState } from 'react';
import type { CallInput, CallName } from '../../../app/bridge/contract';
import type { Problem } from '../../../app/model/problem';
import { call } from '../../ui/bridge';

export interface Ask {
  busy: CallName | null;
  problem: Problem | null;
  /** Answers whether it was done; false also where something else is asked already. */
  ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<boolean>;
}

/** Nothing asked yet. */
export function useAsk(): Ask {
  const [busy, setBusy] = useState<CallName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const asking = useRef(false);
  return {
    busy,
    problem,
    ask: async (name, input) => {
      // Two presses before the first picture of the first one are still two presses.
      if (asking.current) return false;
      asking.current = true;
      setBusy(name);
      setProblem(null);
      const answer = await call(name, input);
      asking.current = false;
      setBusy(null);
      if (!answer.ok) setProblem(answer.problem);
      return answer.ok;
    },
  };
}
