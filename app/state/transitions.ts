// What becomes of the whole state when the account answers, the key is refused, time passes, or another account comes. Pure.
// It must not: ask a clock or the vendor.
import type { AccountAnswer } from '../model/account-answer';
import { ok, type Result } from '../model/problem';
import { absent, afterAnswer, aged, outdated } from '../model/figure';
import { noForecasts } from '../model/forecast';
import type { AppState, Figure } from '../model/app-state';

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
  return mapFigures(state, (figure) => aged(figure, now, limit));
}

/** The state when the vendor refused the key: figures stay, marked as old. */
export function refusedState(state: AppState): AppState {
  return { ...mapFigures(state, outdated), key: { ...state.key, status: 'refused' } };
}

/** The state without any figure, and without what follows from them (another account, another address). */
export function withoutFigures(state: AppState): AppState {
  const empty = mapFigures(state, absent);
  return {
    ...empty,
    trends: { ips: [], traffic: [], wallet: [], autoRenew: [] },
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

function mapFigures(state: AppState, map: <T>(figure: Figure<T>) => Figure<T>): AppState {
  const { subAccounts } = state;
  const account = map(state.account);
  const ips = map(state.ips);
  const traffic = map(state.traffic);
  const wallet = map(state.wallet);
  const autoRenew = map(state.autoRenew);
  const count = map(subAccounts.count);
  const same =
    account === state.account &&
    ips === state.ips &&
    traffic === state.traffic &&
    wallet === state.wallet &&
    autoRenew === state.autoRenew &&
    count === subAccounts.count;
  return same ? state : { ...state, account, ips, traffic, wallet, autoRenew, subAccounts: { ...subAccounts, count } };
}
