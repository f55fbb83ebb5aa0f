import { describe, expect, it } from 'vitest';
import type { AppState } from '../model/state/app-state';
import { exampleState } from '../model/state/app-state.fixture';
import { RefusedKeys } from './refused-keys';
import { exampleRotation } from './situation.fixture';

const start = new Date(2026, 10, 29, 12).getTime();

function refusedKeys(state: AppState) {
  const world = { state, now: start, reads: 0 };
  const keys = new RefusedKeys({
    state: () => world.state,
    now: () => world.now,
    readAccount: () => void (world.reads += 1),
  });
  return { world, keys };
}

describe('RefusedKeys', () => {
  it('a key that was replaced meanwhile says nothing: the request is sent again with the one in use', () => {
    const { keys, world } = refusedKeys(exampleState({ generation: 3 }));
    expect([keys.refused(2), keys.suspect, world.reads]).toEqual([true, null, 0]);
  });

  it('outside of a regeneration the account is read at most once a minute, and nothing is sent again', () => {
    const { keys, world } = refusedKeys(exampleState());
    for (const [after, reads] of [
      [0, 1],
      [59_999, 1],
      [1, 2],
      [1000, 2],
    ] as const) {
      world.now += after;
      expect(keys.refused(1)).toBe(false);
      expect(world.reads).toBe(reads);
    }
    expect(keys.suspect).toBe(null);
  });

  it('a clock that was set back by a day does not keep the account from being read', () => {
    const { keys, world } = refusedKeys(exampleState());
    keys.refused(1);
    world.now -= 86_400_000;
    keys.refused(1);
    expect(world.reads).toBe(2);
  });

  it('during a regeneration the key is suspect until the account answers with it', () => {
    const { keys, world } = refusedKeys(exampleState(exampleRotation()));
    expect([keys.refused(1), keys.suspect, world.reads]).toEqual([true, 1, 1]);
    keys.answered();
    expect(keys.suspect).toBe(null);
  });
});
