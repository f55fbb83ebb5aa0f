// The window's way to main: the two functions that the preload puts on `window.ninetray`.
import type { Api, CallInput, CallName, CallOutput, Push, PushName } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import { setFailedAsk } from './failed-ask';

declare global {
  interface Window {
    ninetray: Api;
  }
}

/** Asks main. Never rejects: what went wrong is in the result (app/bridge/contract.ts has the calls). */
export function call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>> {
  return window.ninetray.call(name, input);
}

/** Asks main where the outcome comes with the state. Where main refuses, the window's foot says why (FailedAsk). */
export function ask<N extends CallName>(name: N, input: CallInput<N>): void {
  void window.ninetray.call(name, input).then((answer) => {
    if (answer.ok) setFailedAsk(null);
    else if (answer.problem.kind !== 'cancelled') setFailedAsk(answer.problem);
  });
}

/** Listens to a push. Returns what stops listening. */
export function listen<N extends PushName>(name: N, listener: (message: Push<N>) => void): () => void {
  return window.ninetray.on(name, listener);
}
