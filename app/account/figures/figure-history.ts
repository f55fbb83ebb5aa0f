// What is remembered of the figures that were read: the last known ones and their record; and what follows from the record, trends and
// forecasts. Never changes the state.
import { forecast } from '../forecast/forecast';
import { type RecordedHistory, readHistory } from '../forecast/read-history';
import { type BalanceId, balanceIds } from '../../model/figures/figure-id';
import { type Sample, sampleOf, trends } from '../history/history';
import { keepLastKnown, type LastKnown, withLastKnown } from '../history/last-known';
import { ownerOf } from '../../model/state/account-id';
import type { AppState } from '../../model/state/app-state';
import type { Problem } from '../../model/problem';
import type { StoredDocument } from '../../settings/document/document';
import type { SampleStore } from '../history/sample-store';

/** What follows from the history. */
export type DerivedFigures = Pick<AppState, 'trends' | 'forecasts'>;

export interface FigureHistory {
  /** This state with what was last known of its account, and what follows from that. */
  recalled(state: AppState): AppState;
  /** Remembers what was read of the account in view. Returns what follows. */
  keep(state: AppState): DerivedFigures;
  /** Remembers what is shown as last known, without recording it: the read that it came from was cut off. */
  keepLastKnown(state: AppState): void;
  /** What was recorded of a figure of the account in view over the last `days`. */
  read(state: AppState, what: BalanceId, days: number): RecordedHistory;
  /** All that was recorded of the account in view. */
  samples(state: AppState): readonly Sample[];
  /** No account is known at the next start; its figures stay stored until it is used again. */
  forgetAccount(): void;
  /** What is wrong with the files. */
  problems(): Problem[];
}

export function createFigureHistory(options: {
  lastKnown: StoredDocument<LastKnown>;
  samples: SampleStore;
  now: () => number;
}): FigureHistory {
  const { lastKnown, now } = options;

  const samplesOf = (state: AppState): readonly Sample[] => {
    const owner = ownerOf(state);
    return owner === null ? [] : options.samples.of(owner);
  };
  const keepLast = (state: AppState): void => {
    const kept = keepLastKnown(lastKnown.read(), state);
    if (kept !== null) lastKnown.write(kept);
  };
  const derived = (samples: readonly Sample[], state: AppState, from = now()): DerivedFigures => ({
    trends: trends(samples, now()),
    forecasts: forecast(samples, state, from),
  });

  return {
    recalled(state) {
      const known = withLastKnown(state, lastKnown.read(), now());
      return { ...known, ...derived(samplesOf(known), known, lastReadAt(known, now())) };
    },
    keep(state) {
      keepLast(state);
      const owner = ownerOf(state);
      return derived(owner === null ? [] : options.samples.add(owner, sampleOf(state, now())), state);
    },
    keepLastKnown: keepLast,
    read: (state, what, days) => readHistory(samplesOf(state), what, days, now()),
    samples: samplesOf,
    forgetAccount: () => void lastKnown.write({ ...lastKnown.read(), current: null }),
    problems: () => [...lastKnown.problems(), ...options.samples.problems()],
  };
}

/** When these figures were read (ms): use continued since, so a forecast begins there. */
function lastReadAt(state: AppState, now: number): number {
  const moments = balanceIds.flatMap((id) => state[id].asOf ?? []);
  return moments.length === 0 ? now : Math.min(now, Math.max(...moments));
}
