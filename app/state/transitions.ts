// What becomes of the whole state when the account answers, the key is refused, time passes, or the account changes.
// Pure.
import type { AccountAnswer } from '../model/state/account-answer';
import { ok, type Result } from '../model/problem';
import { absent, afterAnswer, aged, outdated } from '../model/figures/figure';
import { figureIds, forEachFigure, mapFigures } from '../model/figures/figures';
import { noForecasts } from '../model/figures/forecast';
import type { AppState } from '../model/state/app-state';
import type { Figure } from '../model/figures/figure';

/** The state after the account's answer. Figures of another account than the one that answered are gone with it. */
export function withAccount(state: AppState, answer: Result<AccountAnswer>, now: number): AppState {
  const known = state.account.value;
  const base = answer.ok && known !== null && known.id !== answer.value.account.id ? withoutFigures(state) : state;
  const accepted = answer.ok && base.key.status === 'refused';
  return {
    ...base,
    key: accepted ? { ...base.key, status: 'present' } : base.key,
    account: afterAnswer(base.account, answer.ok ? ok(answer.value.account) : answer, now),
    wallet: afterAnswer(base.wallet, answer.ok ? ok(answer.value.wallet) : answer, now),
  };
}

/** The state at `now` (ms): figures older than `limit` ms are stale. Same object when nothing changes. */
export function agedState(state: AppState, now: number, limit: number): AppState {
  return withFigures(state, (figure) => aged(figure, now, limit));
}

/** The state when the vendor refused the key: figures stay, marked as old. */
export function refusedState(state: AppState): AppState {
  return { ...withFigures(state, outdated), key: { ...state.key, status: 'refused' } };
}

/** The state without any figure, and without what follows from them (another account, another address). */
export function withoutFigures(state: AppState): AppState {
  const empty = withFigures(state, absent);
  return {
    ...empty,
    trends: forEachFigure(() => []),
    forecasts: noForecasts,
    alerts: [],
    subAccounts: {
      ...empty.subAccounts,
      firstPage: [],
      pinned: [],
      switches: [],
      unwatched: [],
      index: { rev: empty.subAccounts.index.rev + 1, loaded: 0, total: null, running: false, completeAt: null },
    },
  };
}

/** The state with all of its figures mapped. Same object when nothing changes. */
function withFigures(state: AppState, map: <T>(figure: Figure<T>) => Figure<T>): AppState {
  const { subAccounts } = state;
  const figures = mapFigures(state, map);
  const account = map(state.account);
  const count = map(subAccounts.count);
  const isSame =
    account === state.account && count === subAccounts.count && figureIds.every((id) => figures[id] === state[id]);
  return isSame ? state : { ...state, ...figures, account, subAccounts: { ...subAccounts, count } };
}

/** The parts of the state that are about this computer, the same for every session. */
export type HostState = Pick<AppState, 'settings' | 'platform' | 'storage' | 'updates'>;

/** The state on this computer as it is now. Same object when nothing changes. */
export function withHostState(state: AppState, host: HostState): AppState {
  const storage = JSON.stringify(state.storage) === JSON.stringify(host.storage) ? state.storage : host.storage;
  const isSame =
    state.settings === host.settings &&
    state.platform === host.platform &&
    state.updates === host.updates &&
    storage === state.storage;
  return isSame ? state : { ...state, ...host, storage };
}

/** The state with these open alerts. Same object when nothing changes. */
export function withAlerts(state: AppState, alerts: AppState['alerts']): AppState {
  return JSON.stringify(state.alerts) === JSON.stringify(alerts) ? state : { ...state, alerts };
}
