// The verdict on each figure at a moment: that it is so, that it hardly is, or that it is over. Pure. A figure that was
// not read freshly gets no verdict: an open alert stays open.
import { isForOtherOrigin } from '../../model/rotation/rotation-origin';
import type { BalanceId } from '../../model/figures/figure-id';
import { recordedIn, type Sample } from '../history/history';
import type { AppState, AutoRenew, SubAccount } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import type { Episode } from './memory';
import type { AlertSubject } from '../../model/alert';
import { judgeGateway } from './gateway-alerts';
import { useOfLastDay } from './unusual';
import type { Verdict } from './verdict';

/** What is known besides the state. */
export interface Known {
  /** The account's recorded samples. */
  samples: readonly Sample[];
  /** Sub-accounts that this very read brought, by id; null: it no longer exists. */
  rows: ReadonlyMap<number, SubAccount | null>;
}

interface Before {
  episodes: readonly Episode[];
  had: ReadonlySet<string>;
}

const DAY = 86_400_000;
/** A low balance is over when it is above its threshold by this share of it. */
const CLEARLY = 0.1;
/** Unusual use is over when it is back to this share of the limit. */
const BACK = 0.7;

export const idOfSubAccount = (id: number, what: 'ips' | 'traffic') => `sub-account-low:${id}:${what}`;

/** The verdicts on `state` at `now` (ms). */
export function judge(state: AppState, known: Known, before: Before, now: number): Verdict[] {
  const { ips, traffic, wallet, autoRenew, account } = state;
  const { lowAt } = state.settings;
  const verdicts: Verdict[] = [...key(state), ...judgeGateway(state.access, before.episodes)];
  const once = (id: BalanceId) => known.samples.some((sample) => (recordedIn(sample, id) ?? 0) > 0);
  const low = (
    id: 'ips-low' | 'traffic-low' | 'wallet-low',
    left: number,
    threshold: number,
    canBeEmpty: () => boolean,
  ) =>
    verdicts.push(
      lowness(left, { kind: id, left, threshold }, id, before, left !== 0 || before.had.has(id) || canBeEmpty()),
    );
  if (isFresh(ips)) low('ips-low', ips.value.total, lowAt.ips, () => once('ips'));
  if (isFresh(traffic)) {
    const { total, packages } = traffic.value;
    low('traffic-low', total, lowAt.traffic, () => packages.length > 0 || once('traffic'));
    verdicts.push(...expiring(state, traffic.value.packages, before, now));
  }
  if (isFresh(wallet)) low('wallet-low', wallet.value.amount, lowAt.wallet, () => once('wallet'));
  verdicts.push(...subAccounts(state, known.rows, before));
  if (isFresh(ips)) verdicts.push(...unusual('ips', known.samples, 0, now));
  if (isFresh(traffic))
    verdicts.push(...unusual('traffic', known.samples, expiredLately(traffic.value.packages, now), now));
  if (isFresh(autoRenew)) verdicts.push(renewFailed(autoRenew.value));
  if (isFresh(account) && account.value.twoFactor !== null)
    verdicts.push(plain('two-factor-off', { kind: 'two-factor-off' }, !account.value.twoFactor));
  return verdicts;
}

function isFresh<T>(figure: Figure<T>): figure is Figure<T> & { value: T } {
  return figure.status === 'fresh' && figure.value !== null;
}

function plain(id: string, about: AlertSubject, isSo: boolean): Verdict {
  return isSo ? { id, about, is: 'so' } : { id, is: 'over' };
}

type Low = Extract<AlertSubject, { threshold: number }>;

function lowness(left: number, about: Low, id: string, before: Before, counts: boolean): Verdict {
  const { threshold } = about;
  if (left < threshold) return { id, about, is: counts ? 'so' : 'hardly' };
  const episode = before.episodes.find((one) => one.id === id)?.about;
  // A lower threshold was set: what is above it is not low.
  const remarked = episode !== undefined && 'threshold' in episode && episode.threshold > threshold;
  return remarked || left >= threshold + threshold * CLEARLY ? { id, is: 'over' } : { id, about, is: 'hardly' };
}

function key({ key: { status }, account, rotation: { current }, source }: AppState): Verdict[] {
  // While a rotation of this key is under way, the wizard reports the old one's end.
  if (status === 'refused' && (current === null || isForOtherOrigin(current, source.origin)))
    return [{ id: 'key-refused', about: { kind: 'key-refused' }, is: 'so' }];
  return status === 'present' && account.status === 'fresh' ? [{ id: 'key-refused', is: 'over' }] : [];
}

type Packages = NonNullable<AppState['traffic']['value']>['packages'];

function expiring({ settings }: AppState, packages: Packages, { episodes }: Before, now: number): Verdict[] {
  const days = settings.alerts.packageDays;
  const ends = packages.filter(({ left, expiresAt }) => left > 0 && expiresAt !== null && expiresAt > now);
  // Of packages that the vendor calls by one id, the one that ends first counts.
  const running = ends.filter(
    (one) => !ends.some((other) => other.id === one.id && (other.expiresAt ?? 0) < (one.expiresAt ?? 0)),
  );
  const ids = new Set(running.map(({ id }) => idOfPackage(id)));
  const gone = episodes.filter(({ id, about }) => about.kind === 'package-expires' && !ids.has(id));
  return [
    ...gone.map(({ id }): Verdict => ({ id, is: 'over' })),
    ...running.map(({ id, name, expiresAt }): Verdict => {
      const at = expiresAt ?? 0;
      const about: AlertSubject = { kind: 'package-expires', id, name, at, days };
      if (at - now <= days * DAY) return { id: idOfPackage(id), about, is: 'so' };
      const episode = episodes.find((one) => one.id === idOfPackage(id))?.about;
      // The same end and the same days: only the clock was set back.
      const isSame = episode?.kind === 'package-expires' && episode.at === at && episode.days === days;
      return isSame ? { id: idOfPackage(id), about, is: 'hardly' } : { id: idOfPackage(id), is: 'over' };
    }),
  ];
}

const idOfPackage = (id: number) => `package-expires:${id}`;

/** A sub-account's thresholds: its own, or those of all that are pinned; null: it is of no interest. */
export function thresholdsOf(state: AppState, id: number): { ips: number; traffic: number; own: boolean } | null {
  const account = state.account.value?.id;
  const { alerts, pinned } = state.settings;
  if (account === undefined || !alerts.subAccounts.on) return null;
  const own = alerts.bySubAccount[String(account)]?.[String(id)];
  if (own !== undefined) return { ips: own.ips, traffic: own.traffic, own: true };
  const isPinned =
    state.subAccounts.pinned.some((row) => row.id === id) || (pinned[String(account)]?.includes(id) ?? false);
  return isPinned ? { ips: alerts.subAccounts.ips, traffic: alerts.subAccounts.traffic, own: false } : null;
}

function subAccounts(state: AppState, rows: Known['rows'], before: Before): Verdict[] {
  return [...rows].flatMap(([id, row]): Verdict[] => {
    if (row === null)
      return (['ips', 'traffic'] as const).map((what) => ({ id: idOfSubAccount(id, what), is: 'over' }));
    const thresholds = thresholdsOf(state, id);
    if (thresholds === null) return [];
    return (['ips', 'traffic'] as const).flatMap((what): Verdict[] => {
      const left = row[what];
      const threshold = thresholds[what];
      if (left === null || threshold === 0) return [];
      const alert = idOfSubAccount(id, what);
      const about = { kind: 'sub-account-low', id, username: row.username, what, left, threshold } as const;
      // One that is off uses nothing up. Most have only one of IPs and traffic: none of the other is not low, unless asked for by name.
      const counts = row.enabled !== false && (left !== 0 || thresholds.own || before.had.has(alert));
      return [lowness(left, about, alert, before, counts)];
    });
  });
}

/** What was lost in the last day with packages that ended (bytes), as far as the vendor still lists them. */
function expiredLately(packages: Packages, now: number): number {
  const ended = packages.filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now && expiresAt > now - DAY);
  return ended.reduce((sum, { left }) => sum + left, 0);
}

/** `lost`: what is missing and was not used. */
function unusual(what: 'ips' | 'traffic', samples: readonly Sample[], lost: number, now: number): Verdict[] {
  const use = useOfLastDay(samples, what, now);
  if (use === null) return [];
  const id = `unusual-use:${what}`;
  const { usual, limit } = use;
  const perDay = Math.max(0, use.perDay - lost);
  if (perDay <= limit * BACK) return [{ id, is: 'over' }];
  return [{ id, about: { kind: 'unusual-use', what, perDay, usual }, is: perDay > limit ? 'so' : 'hardly' }];
}

/** 9Proxy's own report. Nothing else about auto renew is judged: what it does is unconfirmed. */
function renewFailed({ lastOutcome, lastMessage }: AutoRenew): Verdict {
  return plain('renew-failed', { kind: 'renew-failed', message: lastMessage }, lastOutcome === 'failed');
}
