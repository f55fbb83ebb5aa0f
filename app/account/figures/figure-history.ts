// What a session remembers of the figures it has read: the last known ones and their history on disk, the demo's in memory;
// and what follows from the history, trends and forecasts.
// It must not: change the state by itself, or let anything of the demo reach the disk.
import { forecast } from '../forecast/forecast';
import { type RecordedHistory, readHistory } from '../forecast/read-history';
import type { BalanceId } from '../../model/figure-id';
import { type History, record, type Sample, trends } from '../history/history';
import { keepLastKnown, type LastKnown, withLastKnown } from '../history/last-known';
import { ownerOf } from '../../model/account-id';
import type { AppState } from '../../model/app-state';
import type { Problem } from '../../model/problem';
import type { StoredDocument } from '../../settings/document';

/** What follows from the history. */
export type DerivedFigures = Pick<AppState, 'trends' | 'forecasts'>;

export interface FigureHistory {
  /** This state with what was last known of its account, and what follows from that. */
  recalled(state: AppState): AppState;
  /** Remembers what was read of the account in view. Answers what follows. */
  keep(state: AppState): DerivedFigures;
  /** A demo begins, and has this past. */
  beginDemo(past: readonly Sample[]): void;
  /** Like `keep` for the demo, until `endDemo`. */
  keepOfDemo(state: AppState): DerivedFigures;
  endDemo(): void;
  /** What was recorded of a figure over the last `days`: of the demo while it runs, else of the account in view. */
  read(state: AppState, what: BalanceId, days: number): RecordedHistory;
  /** All that was recorded: of the demo while it runs, else of the account in view. */
  samples(state: AppState): readonly Sample[];
  /** No account is known at the next start; its figures stay for the day it is back. */
  forgetAccount(): void;
  /** What is wrong with the files. */
  problems(): Problem[];
}

/** Samples that are kept of a demo's own minutes. */
const DEMO_SAMPLES = 500;

/** A memory over these two files. */
export function createFigureHistory(options: {
  lastKnown: StoredDocument<LastKnown>;
  history: StoredDocument<History>;
  now: () => number;
}): FigureHistory {
  const { lastKnown, history, now } = options;
  // Samples of the demo live as long as it does: what it says of its past, and what was read of it.
  let demo: { past: readonly Sample[]; read: readonly Sample[] } | null = null;

  const samplesOf = (state: AppState): readonly Sample[] => {
    const owner = ownerOf(state);
    return owner === null ? [] : (history.read().accounts[owner] ?? []);
  };
  const outlook = (samples: readonly Sample[], state: AppState, from = now()): DerivedFigures => ({
    trends: trends(samples, now()),
    forecasts: forecast(samples, state, from),
  });

  return {
    recalled(state) {
      const known = withLastKnown(state, lastKnown.read(), now());
      return { ...known, ...outlook(samplesOf(known), known, lastReadAt(known, now())) };
    },
    keep(state) {
      const kept = keepLastKnown(lastKnown.read(), state);
      if (kept !== null) lastKnown.write(kept);
      const owner = ownerOf(state);
      const samples = record(samplesOf(state), sampleOf(state, now()), now());
      if (owner !== null) history.write({ accounts: { ...history.read().accounts, [owner]: samples } });
      return outlook(samples, state);
    },
    beginDemo(past) {
      demo = { past, read: [] };
    },
    keepOfDemo(state) {
      // The demo's minutes are all there is to see of it, so each of its reads stays.
      const { past, read } = demo ?? { past: [], read: [] };
      demo = { past, read: [...read, sampleOf(state, now())].slice(-DEMO_SAMPLES) };
      return outlook([...past, ...demo.read], state);
    },
    endDemo() {
      demo = null;
    },
    read(state, what, days) {
      const samples = demo === null ? samplesOf(state) : [...demo.past, ...demo.read];
      return readHistory(samples, what, days, now());
    },
    samples: (state) => (demo === null ? samplesOf(state) : [...demo.past, ...demo.read]),
    forgetAccount: () => void lastKnown.write({ ...lastKnown.read(), current: null }),
    problems: () => [...lastKnown.problems(), ...history.problems()],
  };
}

/** When these figures were read (ms): use went on since, so a forecast begins there. */
function lastReadAt({ ips, traffic, wallet }: AppState, now: number): number {
  const moments = [ips, traffic, wallet].flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  return moments.length === 0 ? now : Math.min(now, Math.max(...moments));
}

function sampleOf({ ips, traffic, wallet, autoRenew }: AppState, now: number): Sample {
  const on = autoRenew.value?.on ?? null;
  return [
    now,
    freshValue(ips)?.total ?? null,
    freshValue(traffic)?.total ?? null,
    freshValue(wallet)?.amount ?? null,
    autoRenew.status === 'fresh' && on !== null ? Number(on) : null,
  ];
}

function freshValue<T>(figure: { value: T | null; status: string }): T | null {
  return figure.status === 'fresh' ? figure.value : null;
}
