// The one line that says whether all is well and what to do next: the most urgent thing that is true of a state. Pure.
import type { BalanceId } from '../model/figures/figure-id';
import { type FigureId, figureIds } from '../model/figures/figures';
import { type Address, resolveAddress } from '../settings/address';
import { settingsProblem } from '../settings/usable-settings';
import { ok, type Problem, type Result } from '../model/problem';
import type { AppState, Notice } from '../model/state/app-state';
import type { Figure } from '../model/figures/figure';

const DAY = 86_400_000;
type FigureName = FigureId | 'subAccounts';

/** The notice for a state at `now` (ms). Its own `notice` field is not looked at. */
export function noticeOf(state: Omit<AppState, 'notice'>, now: number): Notice {
  return (
    settingsNotice(state) ??
    keyNotice(state) ??
    readNotice(state) ??
    accountNotice(state, now) ?? { tone: 'good', says: { id: 'all-well' }, action: 'none' }
  );
}

/** The state with its notice at `now` (ms); the same object where the notice is as it was. */
export function withNotice(state: AppState, now: number): AppState {
  const notice = noticeOf(state, now);
  return JSON.stringify(notice) === JSON.stringify(state.notice) ? state : { ...state, notice };
}

/** Settings that lead nowhere come first: nothing can be read, whatever the key. */
function settingsNotice({ source, settings }: Omit<AppState, 'notice'>): Notice | null {
  const address: Result<Address> =
    source.origin === ''
      ? resolveAddress(settings.address)
      : ok({ kind: 'custom', url: source.origin, origin: source.origin });
  const problem = settingsProblem(settings, address);
  return problem === null ? null : { tone: 'bad', says: { id: 'problem', problem }, action: 'open-settings' };
}

function keyNotice({ key }: Omit<AppState, 'notice'>): Notice | null {
  switch (key.status) {
    case 'asking':
      return { tone: 'info', says: { id: 'waiting-for-keyring' }, action: 'none' };
    case 'absent':
      return { tone: 'info', says: { id: 'no-key' }, action: 'enter-key' };
    case 'refused':
      return { tone: 'bad', says: { id: 'problem', problem: { kind: 'key-refused' } }, action: 'replace-key' };
    case 'locked':
      return {
        tone: 'warning',
        says: { id: 'problem', problem: key.problem ?? { kind: 'keyring-locked' } },
        action: 'unlock-keyring',
      };
    case 'changed':
    case 'unreadable':
      return {
        tone: 'bad',
        says: { id: 'problem', problem: key.problem ?? { kind: 'key-unreadable' } },
        action: 'enter-key',
      };
    case 'present':
      return null;
    default:
      return key.status satisfies never;
  }
}

function readNotice(state: Omit<AppState, 'notice'>): Notice | null {
  if (!state.online)
    return {
      tone: 'warning',
      says: { id: 'problem', problem: { kind: 'unreachable', why: 'offline' } },
      action: 'retry',
    };
  const figures: [FigureName, Figure<unknown>][] = [
    ...figureIds.map((id): [FigureName, Figure<unknown>] => [id, state[id]]),
    ['subAccounts', state.subAccounts.count],
  ];
  const failing = figures.flatMap(([name, figure]): { name: FigureName; problem: Problem }[] =>
    figure.problem === undefined ? [] : [{ name, problem: figure.problem }],
  );
  const first = failing[0];
  if (
    first !== undefined &&
    failing.every(({ problem }) => problem.kind === first.problem.kind) &&
    failing.length === figures.length
  ) {
    // A rate limit ends without the user.
    const tone = first.problem.kind === 'rate-limited' ? 'warning' : 'bad';
    return { tone, says: { id: 'problem', problem: first.problem }, action: actionFor(first.problem) };
  }
  if (figures.every(([, figure]) => figure.asOf === null && figure.problem === undefined)) {
    return { tone: 'info', says: { id: 'first-read' }, action: 'none' };
  }
  // What the vendor does not offer is said at its own figure; it is nothing to act on.
  const acute = failing.filter(({ problem }) => problem.kind !== 'not-offered');
  const worst = acute[0];
  if (worst !== undefined) {
    return {
      tone: 'warning',
      says: { id: 'partly', problem: worst.problem, figures: acute.map(({ name }) => name) },
      action: actionFor(worst.problem),
    };
  }
  const stale = figures.filter(([, figure]) => figure.status === 'stale');
  const oldest = Math.min(...stale.map(([, figure]) => figure.asOf ?? Number.POSITIVE_INFINITY));
  if (Number.isFinite(oldest)) return { tone: 'warning', says: { id: 'stale', asOf: oldest }, action: 'retry' };
  return null;
}

function actionFor(problem: Problem): Notice['action'] {
  const { kind } = problem;
  // Nothing is sent before the time is over.
  if (kind === 'rate-limited') return 'none';
  const setting =
    kind === 'insecure-address' ||
    kind === 'redirected' ||
    kind === 'redirect-loop' ||
    (kind === 'unreachable' && (problem.why === 'proxy' || problem.why === 'certificate'));
  return setting ? 'open-settings' : 'retry';
}

function accountNotice(state: Omit<AppState, 'notice'>, now: number): Notice | null {
  const renew = state.autoRenew.value;
  if (renew?.lastOutcome === 'failed') {
    return { tone: 'warning', says: { id: 'renew-failed', message: renew.lastMessage }, action: 'open-dashboard' };
  }
  const low = lowFigures(state);
  if (low[0] !== undefined)
    return { tone: 'warning', says: { id: 'low', what: low[0], figures: low }, action: 'open-dashboard' };
  const soon = state.traffic.value?.packages
    .filter(({ left, expiresAt }) => left > 0 && expiresAt !== null && expiresAt > now && expiresAt - now < 2 * DAY)
    .sort((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))[0];
  if (soon !== undefined && soon.expiresAt !== null) {
    return { tone: 'info', says: { id: 'package-expires', name: soon.name, at: soon.expiresAt }, action: 'none' };
  }
  if (state.account.value?.twoFactor === false)
    return { tone: 'info', says: { id: 'two-factor-off' }, action: 'open-dashboard' };
  const [alert, ...more] = state.alerts;
  if (alert !== undefined)
    return { tone: 'warning', says: { id: 'alert', about: alert.about, more: more.length }, action: 'open-alerts' };
  return null;
}

/**
 * The figures below the user's thresholds. An account that only ever had IPs is not low on traffic, and most accounts have an empty wallet:
 * a zero counts only where the record or the packages show that there once was more.
 */
export function lowFigures(state: Omit<AppState, 'notice'>): BalanceId[] {
  const { lowAt } = state.settings;
  const once = (trend: readonly (readonly [number, number])[]) => trend.some(([, value]) => value > 0);
  const low: BalanceId[] = [];
  const ips = state.ips.value?.total;
  if (ips !== undefined && ips < lowAt.ips && (ips !== 0 || once(state.trends.ips))) low.push('ips');
  const traffic = state.traffic.value;
  if (traffic !== null && traffic.total < lowAt.traffic && (traffic.packages.length > 0 || once(state.trends.traffic)))
    low.push('traffic');
  const wallet = state.wallet.value?.amount;
  if (wallet !== undefined && wallet < lowAt.wallet && (wallet !== 0 || once(state.trends.wallet))) low.push('wallet');
  return low;
}
