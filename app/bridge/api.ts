// What the preload puts on `window.ninetray`: one call, two subscriptions, nothing else.
import type { CallInput, CallName, CallOutput, Push, PushName } from './contract';
import type { Result } from '../model/problem';

export interface Api {
  /** Asks main. Never rejects: what went wrong is in the result. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Listens to a push. Returns what stops listening. */
  on<N extends PushName>(name: N, listener: (message: Push<N>) => void): () => void;
}
