import { describe, expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import { exampleNow, exampleState } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import { createAgeWatch } from './age-watch';
import { staleAfter } from './refresh-policy';

function setUp() {
  const clock = manualClock(exampleNow);
  const state = exampleState();
  const store = createStateStore({ ...state, ips: { ...state.ips, status: 'fresh', asOf: exampleNow } });
  const watch = createAgeWatch(store, clock);
  return { clock, watch, limit: staleAfter(state.settings.pace), status: () => store.read().state.ips.status };
}

describe('createAgeWatch', () => {
  it('marks a figure as stale one millisecond after its limit, and not before', async () => {
    const { clock, watch, limit, status } = setUp();
    watch.update();
    await clock.advance(limit);
    expect(status()).toBe('fresh');
    await clock.advance(1);
    expect(status()).toBe('stale');
  });

  it('marks no figure after the watch was stopped', async () => {
    const { clock, watch, limit, status } = setUp();
    watch.update();
    watch.stop();
    await clock.advance(limit + 1);
    expect(status()).toBe('fresh');
  });
});
