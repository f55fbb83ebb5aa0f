// A stand-in for main in component tests: remembers its calls, answers as told, pushes when told.
import type { Api, CallInput, CallName, CallOutput, Push, PushName } from '../../app/bridge/contract';
import type { AppState } from '../../app/model/state/app-state';
import type { SubAccountRow } from '../../app/model/state/sub-account-row';
import { picturedAt } from './popover-states.fixture';

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

/** What berlin-24 used today. */
export const exampleUse = { since: picturedAt - 3 * 3_600_000, ips: 18, traffic: 1_200_000_000 };

type Answers = { [N in CallName]?: (input: CallInput<N>) => CallOutput<N> };
type Listeners = { [N in PushName]: Set<(message: Push<N>) => void> };

/** A bridge whose main is at `latest` when it is read. */
export function fakeBridge(latest: { rev: number; state: AppState }): FakeBridge {
  const listeners: Listeners = { state: new Set(), view: new Set(), hidden: new Set(), area: new Set() };
  const calls: [CallName, unknown][] = [];
  const rows: SubAccountRow[] = [];
  const answers: Answers = {
    'state.read': () => latest,
    'subAccounts.useToday': ({ id }) => (id === 24 ? exampleUse : null),
    'subAccounts.query': ({ offset, limit, search }) => {
      const found = rows.filter(({ username }) => username.includes(search));
      return { rows: found.slice(offset, offset + limit), total: found.length, rev: 1 };
    },
  };

  return {
    calls,
    rows,
    asked: (name) => calls.filter(([each]) => each === name).map(([, input]) => input),
    push: (name, message) => {
      for (const listener of listeners[name]) {
        listener(message);
      }
    },
    api: {
      call: (name, input) => {
        calls.push([name, input]);
        const answer = answers[name];
        return Promise.resolve(
          answer === undefined ? { ok: false, problem: { kind: 'internal' } } : { ok: true, value: answer(input) },
        );
      },
      on: (name, listener) => {
        listeners[name].add(listener);
        return () => listeners[name].delete(listener);
      },
    },
  };
}
