// How severe a state is, and why: the most severe thing that is true of it, and what to do next. Pure.
import type { BalanceId } from '../model/figures/figure-id';
import { type FigureId, figureIds } from '../model/figures/figures';
import { type Address, resolveAddress } from '../settings/address';
import { settingsProblem } from '../settings/usable-settings';
import { ok, type Problem, type Result } from '../model/problem';
import type { AppState, Notice } from '../model/state/app-state';
import { emergencyStopOf } from '../model/bulk/emergency-stop';
import type { Figure } from '../model/figures/figure';
import { highestSeverity, severityOfAlert } from '../model/severity';
import { mostSevere } from './severity';

const DAY = 86_400_000;
type FigureName = FigureId | 'subAccounts';

/** The reason with the highest severity in a state at `now` (ms). Its own `notice` field is ignored. */
export function noticeOf(state: Omit<AppState, 'notice'>, now: number): Notice {
  const [first = allWell, ...others] = reasonsOf(state, now);
  return mostSevere([first, ...others]);
}

/** The state with its notice at `now` (ms); the same object where the notice is as it was. */
export function withNotice(state: AppState, now: number): AppState {
  const notice = noticeOf(state, now);
  return JSON.stringify(notice) === JSON.stringify(state.notice) ? state : { ...state, notice };
}

const allWell: Notice = { severity: 'fine', tone: 'good', says: { id: 'all-well' }, action: 'none' };

/** All reasons that a state has. Of equally severe ones the first is shown. */
function reasonsOf(state: Omit<AppState, 'notice'>, now: number): Notice[] {
  const reasons = [
    emergencyStopReason(state),
    settingsReason(state),
    keyReason(state),
    ...(state.key.status === 'present' ? readReasons(state) : []),
    gatewayReason(state),
    ...accountReasons(state, now),
    ...state.storage.map((problem) => attention({ id: 'storage', problem }, 'none')),
  ];
  return reasons.filter((reason) => reason !== null);
}

/** An explanation, or advice: nothing is wrong. */
function info(says: Notice['says'], action: Notice['action']): Notice {
  return { severity: 'fine', tone: 'info', says, action };
}

function attention(says: Notice['says'], action: Notice['action']): Notice {
  return { severity: 'attention', tone: 'warning', says, action };
}

function actionNeeded(says: Notice['says'], action: Notice['action']): Notice {
  return { severity: 'action-needed', tone: 'bad', says, action };
}

function emergencyStopReason({ bulk }: Omit<AppState, 'notice'>): Notice | null {
  const stop = emergencyStopOf(bulk.panic);
  if (stop === null) return null;
  const severity = stop.phase === 'incomplete' ? 'action-needed' : 'stopped';
  return { severity, tone: 'bad', says: { id: 'emergency-stop', stop }, action: 'open-emergency-stop' };
}

/** Settings that lead nowhere come first: nothing can be read, whatever the key. */
function settingsReason({ source, settings }: Omit<AppState, 'notice'>): Notice | null {
  const address: Result<Address> =
    source.origin === ''
      ? resolveAddress(settings.address)
      : ok({ kind: 'custom', url: source.origin, origin: source.origin });
  const problem = settingsProblem(settings, address);
  return problem === null ? null : actionNeeded({ id: 'problem', problem }, 'open-settings');
}

function keyReason({ key }: Omit<AppState, 'notice'>): Notice | null {
  switch (key.status) {
    case 'asking':
      return info({ id: 'waiting-for-keyring' }, 'none');
    case 'absent':
      // Nothing is wrong before the first key.
      return { ...actionNeeded({ id: 'no-key' }, 'enter-key'), tone: 'info' };
    case 'refused':
      return actionNeeded({ id: 'problem', problem: { kind: 'key-refused' } }, 'replace-key');
    case 'locked':
      return actionNeeded({ id: 'problem', problem: key.problem ?? { kind: 'keyring-locked' } }, 'unlock-keyring');
    case 'changed':
    case 'unreadable':
      return actionNeeded({ id: 'problem', problem: key.problem ?? { kind: 'key-unreadable' } }, 'enter-key');
    case 'present':
      return null;
    default:
      return key.status satisfies never;
  }
}

/** Programs get no answer until the user chooses a port, or the other program ends. */
function gatewayReason({ access }: Omit<AppState, 'notice'>): Notice | null {
  const { status, problem } = access;
  return status !== 'failed' || problem === undefined ? null : actionNeeded({ id: 'problem', problem }, 'open-access');
}

/** What reading contributes to the notice. Without a key nothing is read, and the key is the reason. */
function readReasons(state: Omit<AppState, 'notice'>): Notice[] {
  const offline: Problem = { kind: 'unreachable', why: 'offline' };
  // First, as other reads fail because of it.
  const network = state.online ? [] : [attention({ id: 'problem', problem: offline }, 'retry')];
  return [...network, ...figureReasons(state)];
}

function figureReasons(state: Omit<AppState, 'notice'>): Notice[] {
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
  )
    return [failed(first.problem, { id: 'problem', problem: first.problem })];
  // What the vendor does not offer is shown at its own figure; there is nothing to do about it.
  const acute = failing.filter(({ problem }) => problem.kind !== 'not-offered');
  const worst = acute.find(({ problem }) => actionFor(problem) === 'open-settings') ?? acute[0];
  if (worst !== undefined) {
    const names = acute.map(({ name }) => name);
    return [failed(worst.problem, { id: 'partly', problem: worst.problem, figures: names })];
  }
  const stale = figures.filter(([, figure]) => figure.status === 'stale');
  const oldest = Math.min(...stale.map(([, figure]) => figure.asOf ?? Number.POSITIVE_INFINITY));
  const isNothingKnown = figures.every(([, figure]) => figure.asOf === null && figure.problem === undefined);
  // At a start the figures are those of the last time until the first read is over.
  if (isNothingKnown || (state.refresh.lastAt === null && Number.isFinite(oldest)))
    return [info({ id: 'first-read' }, 'none')];
  return Number.isFinite(oldest) ? [attention({ id: 'stale', asOf: oldest }, 'retry')] : [];
}

/** A read that failed succeeds later, or is corrected in the settings. */
function failed(problem: Problem, says: Notice['says']): Notice {
  const action = actionFor(problem);
  return action === 'open-settings' ? actionNeeded(says, action) : attention(says, action);
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

function accountReasons(state: Omit<AppState, 'notice'>, now: number): Notice[] {
  const reasons: Notice[] = [];
  const renew = state.autoRenew.value;
  if (renew?.lastOutcome === 'failed')
    reasons.push(attention({ id: 'renew-failed', message: renew.lastMessage }, 'open-dashboard'));
  const low = lowFigures(state);
  if (low[0] !== undefined) reasons.push(attention({ id: 'low', what: low[0], figures: low }, 'open-dashboard'));
  const soon = state.traffic.value?.packages
    .filter(({ left, expiresAt }) => left > 0 && expiresAt !== null && expiresAt > now && expiresAt - now < 2 * DAY)
    .sort((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))[0];
  if (soon !== undefined && soon.expiresAt !== null)
    reasons.push(attention({ id: 'package-expires', name: soon.name, at: soon.expiresAt }, 'none'));
  if (state.account.value?.twoFactor === false) reasons.push(info({ id: 'two-factor-off' }, 'open-dashboard'));
  return [...reasons, ...alertReasons(state)];
}

/** The first of the most severe alerts. That the gateway cannot listen has a reason of its own. */
function alertReasons(state: Omit<AppState, 'notice'>): Notice[] {
  const alerts = state.alerts.filter(({ about }) => about.kind !== 'gateway-down');
  const highest = highestSeverity(alerts.map(({ about }) => severityOfAlert(about)));
  const alert = alerts.find(({ about }) => severityOfAlert(about) === highest);
  if (alert === undefined) return [];
  const says: Notice['says'] = { id: 'alert', about: alert.about, more: alerts.length - 1 };
  // A key that is refused has a reason of its own; the alert may outlast it until the next read.
  const action = alerts.length === 1 && alert.about.kind.startsWith('gateway-') ? 'open-access' : 'open-alerts';
  return [highest === 'fine' ? info(says, action) : attention(says, action)];
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
