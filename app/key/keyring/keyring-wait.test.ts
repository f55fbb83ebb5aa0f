import { describe, expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import { createKeyringWait } from './keyring-wait';

function setUp() {
  const clock = manualClock(0);
  const world = { isOpen: false, checks: [] as number[], opened: 0 };
  const wait = createKeyringWait({
    after: clock.after,
    isOpen: async () => {
      world.checks.push(clock.now());
      return world.isOpen;
    },
    open: async () => {
      world.opened += 1;
      wait.set(false);
    },
  });
  return { clock, world, wait };
}

describe('waiting for the keyring', () => {
  it('opens the key within seconds of the keyring being there, and only once', async () => {
    const { clock, world, wait } = setUp();
    wait.set(true);
    await clock.advance(5000);
    expect(world.opened).toBe(0);
    world.isOpen = true;
    await clock.advance(5000);
    expect(world.opened).toBe(1);
    await clock.advance(60 * 60_000);
    expect(world.opened).toBe(1);
  });

  it('checks less and less often, at least once a minute, and never stops on its own', async () => {
    const { clock, world, wait } = setUp();
    wait.set(true);
    await clock.advance(24 * 60 * 60_000);
    const pauses = world.checks.map((at, i) => at - (world.checks[i - 1] ?? 0));
    expect(pauses.slice(0, 7)).toEqual([1000, 2000, 4000, 8000, 15_000, 30_000, 60_000]);
    expect(new Set(pauses.slice(7))).toEqual(new Set([60_000]));
    world.isOpen = true;
    await clock.advance(60_000);
    expect(world.opened).toBe(1);
  });

  it('checks at once when there is a reason to, and often again after that', async () => {
    const { clock, world, wait } = setUp();
    wait.set(true);
    await clock.advance(60 * 60_000);
    world.checks.length = 0;
    wait.hurry();
    await clock.advance(3500);
    expect(world.checks).toHaveLength(3);
  });

  it('checks nothing while no key waits, or after it was stopped', async () => {
    const { clock, world, wait } = setUp();
    wait.hurry();
    wait.set(true);
    wait.set(false);
    await clock.advance(60 * 60_000);
    wait.set(true);
    wait.stop();
    wait.hurry();
    await clock.advance(60 * 60_000);
    expect(world.checks).toEqual([]);
  });
});
