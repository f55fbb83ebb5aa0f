// Alerts: which episodes begin, continue and end with a state, and of which the user is notified now. Pure. One
// notification per episode; an episode ends only when a fresh read shows it.
import type { AppState } from '../../model/state/app-state';
import { idOfSubAccount, judge, type Known, thresholdsOf } from './judge';
import type { AlertMemory, Episode } from './memory';
import { silentUntil } from './quiet';
import type { Verdict } from './verdict';
import type { Alert, AlertSubject } from '../../model/alert';

export interface Alerts {
  memory: AlertMemory;
  /** Open episodes, the oldest first. */
  open: Alert[];
  /** Of which the user is notified now. */
  tell: Alert[];
  /** Whether something waits until notifications may be shown again. */
  isHeld: boolean;
}

/** The alerts at `now` (ms) of the account in `state`, from what is remembered of it. */
export function alerts(memory: AlertMemory, state: AppState, known: Known, now: number): Alerts {
  const { settings } = state;
  const before = memory.episodes
    .filter(({ about }) => isWatched(about, state))
    // A clock that was set back: nothing has lasted since a moment in the future.
    .map((episode) => (episode.since > now ? { ...episode, since: now } : episode));
  const verdicts = judge(state, known, { episodes: before, had: new Set(memory.had) }, now);
  const isSilent = !settings.alerts.on || silentUntil(settings.alerts, now) !== null;

  const byId = new Map(before.map((episode) => [episode.id, episode]));
  const tell: Alert[] = [];
  for (const verdict of verdicts) {
    const episode = after(byId.get(verdict.id), verdict, state, now);
    if (episode === null) byId.delete(verdict.id);
    else {
      const isTold = verdict.is === 'so' && !episode.told && !isSilent;
      byId.set(episode.id, isTold ? { ...episode, told: true } : episode);
      if (isTold) tell.push(alertOf(episode));
    }
  }
  const episodes = [...byId.values()].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
  return {
    memory: { episodes, had: hadOf(memory.had, state, known) },
    open: episodes.map(alertOf),
    tell,
    isHeld: settings.alerts.on && isSilent && episodes.some(({ told }) => !told),
  };
}

export function alertOf({ id, since, about }: Episode): Alert {
  return { id, since, about };
}

function after(episode: Episode | undefined, verdict: Verdict, state: AppState, now: number): Episode | null {
  if (verdict.is === 'over') return null;
  if (episode !== undefined) return { ...episode, about: verdict.about };
  if (verdict.is === 'hardly' || !isWatched(verdict.about, state)) return null;
  return { id: verdict.id, since: now, about: verdict.about, told: false };
}

/** Whether the user has such alerts on. */
function isWatched(about: AlertSubject, state: AppState): boolean {
  const { alerts: wanted } = state.settings;
  switch (about.kind) {
    case 'ips-low':
      return wanted.ips;
    case 'traffic-low':
      return wanted.traffic;
    case 'wallet-low':
      return wanted.wallet;
    case 'sub-account-low': {
      const thresholds = thresholdsOf(state, about.id);
      return thresholds !== null && thresholds[about.what] > 0;
    }
    case 'package-expires':
      return wanted.packageDays > 0;
    case 'unusual-use':
      return wanted.unusualUse;
    case 'renew-failed':
      return wanted.autoRenew;
    case 'key-refused':
      return wanted.keyRefused;
    case 'two-factor-off':
      return wanted.twoFactorOff;
    case 'gateway-down':
    case 'gateway-cap':
    case 'gateway-key-seen':
    case 'gateway-refused':
      return wanted.gateway;
    default:
      return about satisfies never;
  }
}

/** Which figures once had something in them. Sub-accounts count for as long as they are of interest. */
function hadOf(had: readonly string[], state: AppState, { rows }: Known): string[] {
  const now = new Set(had.filter((id) => isStillMeant(id, state)));
  const { ips, traffic, wallet } = state;
  if (ips.status === 'fresh' && (ips.value?.total ?? 0) > 0) now.add('ips-low');
  if (traffic.status === 'fresh' && (traffic.value?.total ?? 0) > 0) now.add('traffic-low');
  if (wallet.status === 'fresh' && (wallet.value?.amount ?? 0) > 0) now.add('wallet-low');
  for (const [id, row] of rows) {
    if (row === null || thresholdsOf(state, id) === null) continue;
    if ((row.ips ?? 0) > 0) now.add(idOfSubAccount(id, 'ips'));
    if ((row.traffic ?? 0) > 0) now.add(idOfSubAccount(id, 'traffic'));
  }
  return [...now];
}

function isStillMeant(id: string, state: AppState): boolean {
  const [, subAccount] = /^sub-account-low:(\d+):/.exec(id) ?? [];
  return subAccount === undefined || thresholdsOf(state, Number(subAccount)) !== null;
}
