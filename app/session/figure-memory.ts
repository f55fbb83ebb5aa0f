// What a session remembers of the figures it has read: the last known ones and their history on disk, the demo's in memory.
// It must not: change the state by itself, or let anything of the demo reach the disk.
import { type History, record, type Sample, trends } from '../account/history';
import { keepLastKnown, type LastKnown, withLastKnown } from '../account/last-known';
import type { AppState } from '../account/state';
import type { Problem } from '../problem/problem';
import type { Kept } from './ports';

export interface FigureMemory {
  /** This state with what was last known of its account, and the trends of that. */
  recalled(state: AppState): AppState;
  /** Remembers what was read of the account `id`. Answers the trends. */
  keep(id: number, state: AppState): AppState['trends'];
  /** The same for the demo, until `endDemo`. */
  keepOfDemo(state: AppState): AppState['trends'];
  endDemo(): void;
  /** No account is known at the next start; its figures stay for the day it is back. */
  forgetAccount(): void;
  /** What is wrong with the files. */
  problems(): Problem[];
}

/** Samples that are kept of a demo. */
const DEMO_SAMPLES = 500;

/** A memory over these two files. */
export function createFigureMemory(options: {
  lastKnown: Kept<LastKnown>;
  history: Kept<History>;
  now: () => number;
}): FigureMemory {
  const { lastKnown, history, now } = options;
  // Samples of the demo live as long as it does.
  let demoSamples: Sample[] = [];

  return {
    recalled(state) {
      const known = withLastKnown(state, lastKnown.read(), now());
      const id = known.account.value?.id;
      const samples = id === undefined ? [] : (history.read().accounts[String(id)] ?? []);
      return { ...known, trends: trends(samples, now()) };
    },
    keep(id, state) {
      const kept = keepLastKnown(lastKnown.read(), state);
      if (kept !== null) lastKnown.write(kept);
      const { accounts } = history.read();
      const samples = record(accounts[String(id)] ?? [], sampleOf(state, now()), now());
      history.write({ accounts: { ...accounts, [String(id)]: samples } });
      return trends(samples, now());
    },
    keepOfDemo(state) {
      // The demo's minutes are all there is to see of it, so each of its reads stays.
      demoSamples = [...demoSamples, sampleOf(state, now())].slice(-DEMO_SAMPLES);
      return trends(demoSamples, now());
    },
    endDemo() {
      demoSamples = [];
    },
    forgetAccount: () => void lastKnown.write({ ...lastKnown.read(), current: null }),
    problems: () => [...lastKnown.problems(), ...history.problems()],
  };
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
