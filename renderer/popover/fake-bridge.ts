// A stand-in for main in component tests: remembers what was asked, answers as told, pushes when told.
import type { Api, AppState, CallName, Push, PushName, Result, SubAccountRow } from '../../app/bridge/contract';

export interface FakeBridge {
  api: Api;
  /** What was asked, in order. */
  calls: [CallName, unknown][];
  /** The inputs of one call, in order. */
  asked: (name: CallName) => unknown[];
  /** What `subAccounts.query` finds. */
  rows: SubAccountRow[];
  push: <N extends PushName>(name: N, message: Push<N>) => void;
}

/** A bridge whose main is at `latest` when it is read. */
export function fakeBridge(latest: { rev: number; state: AppState }): FakeBridge {
  const listeners = new Map<PushName, Set<(message: never) => void>>();
  const calls: [CallName, unknown][] = [];
  const bridge: FakeBridge = {
    calls,
    rows: [],
    asked: (name) => calls.filter(([each]) => each === name).map(([, input]) => input),
    push: (name, message) => {
      for (const listener of listeners.get(name) ?? []) {
        listener(message as never);
      }
    },
    api: {
      call: (name, input) => {
        calls.push([name, input]);
        return Promise.resolve({ ok: true, value: answer(name, input) } as Result<never>);
      },
      on: (name, listener) => {
        const known = listeners.get(name) ?? new Set();
        listeners.set(name, known.add(listener));
        return () => known.delete(listener);
      },
    },
  };

  function answer(name: CallName, input: unknown): unknown {
    if (name === 'state.read') {
      return latest;
    }
    if (name === 'subAccounts.query') {
      const { offset, limit, search } = input as { offset: number; limit: number; search: string };
      const found = bridge.rows.filter(({ username }) => username.includes(search));
      return { rows: found.slice(offset, offset + limit), total: found.length, rev: 1 };
    }
    return undefined;
  }

  return bridge;
}
