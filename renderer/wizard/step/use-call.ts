// One component's calls to main: what is under way, and why the last request failed.
import { useCallback, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../app/bridge/contract';
import type { Problem, Result } from '../../../app/model/problem';
import { call } from '../../ui/bridge';

export interface Calls {
  /** The call that is waited for. */
  busy: CallName | null;
  problem: Problem | null;
  /** Asks, unless something is asked already; then it answers null. */
  run: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>> | null>;
}

/** For one step or card: one call at a time, one problem shown. */
export function useCall(): Calls {
  const [busy, setBusy] = useState<CallName | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  // Two presses before the first picture of the first one are still two presses.
  const running = useRef(false);

  const run = useCallback(async <N extends CallName>(name: N, input: CallInput<N>) => {
    if (running.current) return null;
    running.current = true;
    setBusy(name);
    setProblem(null);
    const answer = await call(name, input);
    running.current = false;
    setBusy(null);
    if (!answer.ok) setProblem(answer.problem);
    return answer;
  }, []);

  return { busy, problem, run };
}
