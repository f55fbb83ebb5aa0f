import { array, assert, nat, property } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { exampleRow } from '../../model/state/app-state.fixture';
import { UseToday } from './use-today';

const morning = new Date(2026, 10, 29, 9, 12).getTime();
const hour = 3_600_000;
let now: number;
let use: UseToday;

beforeEach(() => {
  now = morning;
  use = new UseToday(() => now);
});

const read = (ips: number | null, traffic: number | null = null) => use.observe([exampleRow(7, { ips, traffic })]);

describe('UseToday', () => {
  it('knows nothing of a sub-account before its first read', () => {
    expect(use.of(7)).toBeNull();
    read(100, 5_000_000_000);
    expect(use.of(7)).toEqual({ since: morning, ips: 0, traffic: 0 });
  });

  it('adds up what the balances fell by, and counts a top-up as no use', () => {
    read(100, 5_000_000_000);
    now += hour;
    read(80, 4_000_000_000);
    read(580, 4_000_000_000);
    read(570, 3_900_000_000);
    expect(use.of(7)).toEqual({ since: morning, ips: 30, traffic: 1_100_000_000 });
  });

  it('continues over a read that did not report the balance', () => {
    read(100);
    read(null);
    read(90);
    expect(use.of(7)).toEqual({ since: morning, ips: 10, traffic: null });
  });

  it('starts again at midnight, and when the clock is set to another day', () => {
    read(100);
    read(80);
    now = new Date(2026, 10, 30, 0, 0).getTime();
    expect(use.of(7)).toBeNull();
    read(70);
    expect(use.of(7)).toEqual({ since: now, ips: 0, traffic: null });
    now = morning;
    expect(use.of(7)).toBeNull();
  });

  it('starts again for one whose balances the user changed', () => {
    read(100);
    use.observe([exampleRow(8, { ips: 50 })]);
    use.restart(7);
    read(20);
    use.observe([exampleRow(8, { ips: 49 })]);
    expect([use.of(7)?.ips, use.of(8)?.ips]).toEqual([0, 1]);
    use.clear();
    expect(use.of(8)).toBeNull();
  });

  it('never counts less than the balance fell by from first to last', () => {
    assert(
      property(array(nat(1_000_000), { minLength: 1 }), (balances) => {
        use = new UseToday(() => now);
        for (const balance of balances) read(balance);
        const used = use.of(7)?.ips ?? -1;
        expect(used).toBeGreaterThanOrEqual(Math.max(0, (balances[0] ?? 0) - (balances.at(-1) ?? 0)));
      }),
    );
  });
});
