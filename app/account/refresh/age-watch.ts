// Marks figures as stale when they become too old. Owns the timer for the next moment at which one does; starts no
// read.
import type { Clock } from '../../model/clock';
import { figureIds } from '../../model/figures/figures';
import type { StateStore } from '../../state/state-store';
import { agedState } from '../../state/transitions';
import { staleAfter } from './refresh-policy';

export interface AgeWatch {
  /** Marks what is stale now, and sets the timer for what becomes stale next. */
  update(): void;
  stop(): void;
}

/** Watches the ages of the figures in this store. Does nothing until the first `update`. */
export function createAgeWatch(store: StateStore, clock: Clock): AgeWatch {
  let cancelTimer: (() => void) | null = null;

  function update(): void {
    cancelTimer?.();
    cancelTimer = null;
    const limit = staleAfter(store.read().state.settings.pace);
    const now = clock.now();
    store.update((state) => agedState(state, now, limit));
    const { state } = store.read();
    const figures = [...figureIds.map((id) => state[id]), state.account, state.subAccounts.count];
    const due = figures.flatMap(({ status, asOf }) =>
      status === 'fresh' && asOf !== null ? [asOf + limit + 1 - now] : [],
    );
    if (due.length > 0) cancelTimer = clock.after(Math.max(0, Math.min(...due)), update);
  }

  return { update, stop: () => cancelTimer?.() };
}
