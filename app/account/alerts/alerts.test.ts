import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../model/settings';
import { noRotation } from '../../model/rotation/rotation';
import type { Sample } from '../history/history';
import { exampleNow, exampleRow, exampleState, fresh } from '../../model/state/app-state.fixture';
import type { AppState, AutoRenew, SubAccount } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import { alerts } from './alerts';
import { alertMemoriesSchema, type AlertMemory, memorySchema, noMemory } from './memory';

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type AlertSettings = Settings['alerts'];
const settingsWith = (wanted: Partial<AlertSettings>, more: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  ...more,
  alerts: { ...defaultSettings.alerts, ...wanted },
});

const ipsOf = (total: number, status: Figure<unknown>['status'] = 'fresh'): AppState['ips'] => ({
  ...fresh({ total, plans: [] }),
  status,
});

/** A user's NineTray over time: what it remembers goes through JSON, as over a restart. */
function follow() {
  let memory: AlertMemory = noMemory;
  return (
    parts: Partial<AppState>,
    { now = exampleNow, samples = [] as Sample[], rows = [] as (SubAccount | number)[] } = {},
  ) => {
    const byId = new Map(rows.map((row) => (typeof row === 'number' ? [row, null] : [row.id, row])));
    const found = alerts(memory, exampleState(parts), { samples, rows: byId }, now);
    memory = memorySchema.parse(JSON.parse(JSON.stringify(found.memory)));
    return { told: found.tell.map(({ id }) => id), open: found.open.map(({ id }) => id), found };
  };
}

describe('a figure that runs low', () => {
  it('the user is notified once, and again only after the figure was clearly above the threshold', () => {
    const look = follow();
    expect(look({ ips: ipsOf(80) }).told).toEqual([]);
    expect(look({ ips: ipsOf(49) })).toMatchObject({ told: ['ips-low'], open: ['ips-low'] });
    expect(look({ ips: ipsOf(51) })).toMatchObject({ told: [], open: ['ips-low'] });
    expect(look({ ips: ipsOf(40) })).toMatchObject({ told: [], open: ['ips-low'] });
    expect(look({ ips: ipsOf(55) })).toMatchObject({ told: [], open: [] });
    expect(look({ ips: ipsOf(49) }).told).toEqual(['ips-low']);
  });
  it('is in order with what began at once, without a language’s rules, which would have to be loaded', () => {
    const compared = vi.spyOn(String.prototype, 'localeCompare');
    const { open } = follow()({ ips: ipsOf(3), wallet: fresh({ amount: 3 }) });
    expect(open).toEqual(['ips-low', 'wallet-low']);
    expect(compared).not.toHaveBeenCalled();
    compared.mockRestore();
  });

  it('the first evaluation notifies, with the figure and the threshold', () => {
    const { found } = follow()({ wallet: fresh({ amount: 3 }) });
    expect(found.tell).toEqual([
      { id: 'wallet-low', since: exampleNow, about: { kind: 'wallet-low', left: 3, threshold: 5 } },
    ]);
  });

  it('an old, failed or missing figure neither notifies nor ends an alert', () => {
    const look = follow();
    for (const status of ['stale', 'failed', 'absent'] as const)
      expect(look({ ips: ipsOf(3, status) }).told).toEqual([]);
    expect(look({ ips: ipsOf(3) }).told).toEqual(['ips-low']);
    expect(look({ ips: ipsOf(500, 'stale') }).open).toEqual(['ips-low']);
  });

  it('is not what an account never had, and is what ran empty', () => {
    const none = { ips: ipsOf(0), traffic: fresh({ total: 0, packages: [] }), wallet: fresh({ amount: 0 }) };
    expect(follow()(none).open).toEqual([]);
    expect(follow()(none, { samples: [[exampleNow - DAY, 100, 5, 9, 1]] }).told.sort()).toEqual([
      'ips-low',
      'traffic-low',
      'wallet-low',
    ]);
    const look = follow();
    look({ ips: ipsOf(900) });
    expect(look({ ips: ipsOf(0) }).told).toEqual(['ips-low']);
  });

  it('goes by a mark that was changed', () => {
    const look = follow();
    const at = (ips: number) => ({ settings: { ...defaultSettings, lowAt: { ...defaultSettings.lowAt, ips } } });
    expect(look({ ips: ipsOf(80), ...at(50) }).told).toEqual([]);
    expect(look({ ips: ipsOf(80), ...at(100) }).told).toEqual(['ips-low']);
    expect(look({ ips: ipsOf(80), ...at(500) })).toMatchObject({ told: [], open: ['ips-low'] });
    // Within the margin of the new threshold, but never below it.
    expect(look({ ips: ipsOf(80), ...at(79) })).toMatchObject({ told: [], open: [] });
  });

  it('an alert continues without another notification where the threshold is raised while the figure is hardly above it', () => {
    const look = follow();
    const at = (ips: number) => ({ settings: { ...defaultSettings, lowAt: { ...defaultSettings.lowAt, ips } } });
    expect(look({ ips: ipsOf(49), ...at(50) }).told).toEqual(['ips-low']);
    expect(look({ ips: ipsOf(53), ...at(50) }).open).toEqual(['ips-low']);
    expect(look({ ips: ipsOf(53), ...at(52) })).toMatchObject({ told: [], open: ['ips-low'] });
    expect(look({ ips: ipsOf(51), ...at(52) })).toMatchObject({ told: [], open: ['ips-low'] });
  });
});

describe('an alert that the user switched off', () => {
  it('an alert that is off is not evaluated; with all alerts off it is still evaluated, and notified when they are on again', () => {
    const look = follow();
    expect(look({ ips: ipsOf(5), settings: settingsWith({ ips: false }) }).open).toEqual([]);
    expect(look({ ips: ipsOf(5), settings: settingsWith({ on: false }) })).toMatchObject({
      told: [],
      open: ['ips-low'],
    });
    expect(look({ ips: ipsOf(5) }).told).toEqual(['ips-low']);
    expect(look({ ips: ipsOf(5), settings: settingsWith({ on: false }) }).told).toEqual([]);
    expect(look({ ips: ipsOf(5) }).told).toEqual([]);
  });
});

describe('quiet hours', () => {
  const settings = settingsWith({ quiet: { on: true, from: '22:00', to: '07:00' } });
  const at = (hours: number, days = 0) => new Date(2026, 10, 22 + days, hours).getTime();

  it('hold what is still so afterwards, and drop what is not', () => {
    const look = follow();
    expect(look({ ips: ipsOf(5), wallet: fresh({ amount: 1 }), settings }, { now: at(23) })).toMatchObject({
      told: [],
      found: { isHeld: true },
    });
    expect(look({ ips: ipsOf(5), wallet: fresh({ amount: 90 }), settings }, { now: at(3, 1) }).told).toEqual([]);
    expect(look({ ips: ipsOf(5, 'stale'), settings }, { now: at(7, 1) }).told).toEqual([]);
    expect(look({ ips: ipsOf(5), settings }, { now: at(8, 1) })).toMatchObject({
      told: ['ips-low'],
      found: { isHeld: false, open: [{ since: at(23) }] },
    });
  });
});

describe('sub-accounts of interest', () => {
  const pinned = (id: number) => ({ subAccounts: { ...exampleState().subAccounts, pinned: [exampleRow(id)] } });
  const row = (ips: number | null, traffic: number | null, more: Partial<SubAccount> = {}) =>
    exampleRow(3, { ips, traffic, ...more });

  it('rows that were just read lead to alerts, pinned ones by the common thresholds', () => {
    const look = follow();
    expect(look(pinned(3), { rows: [row(100, 5e9)] }).open).toEqual([]);
    expect(look(pinned(3), { rows: [] }).open).toEqual([]);
    expect(look(pinned(3), { rows: [row(9, 5e9)] }).told).toEqual(['sub-account-low:3:ips']);
    expect(look(pinned(3), { rows: [row(null, null)] }).open).toEqual(['sub-account-low:3:ips']);
    expect(look(pinned(3), { rows: [3] }).open).toEqual([]);
    expect(look(pinned(4), { rows: [row(9, 5e9)] }).open).toEqual([]);
  });

  it('a balance that a sub-account never had, or has while it is off, leads to no alert; one that ran empty does', () => {
    const look = follow();
    expect(look(pinned(3), { rows: [row(50, 0)] }).told).toEqual([]);
    expect(look(pinned(3), { rows: [row(0, 0, { enabled: false })] }).told).toEqual([]);
    expect(look(pinned(3), { rows: [row(0, 0)] }).told).toEqual(['sub-account-low:3:ips']);
  });

  it('have marks of their own, by account', () => {
    const own = (account: string) =>
      settingsWith({ bySubAccount: { [account]: { '3': { username: 'user3', ips: 200, traffic: 0 } } } });
    expect(follow()({ settings: own('7') }, { rows: [row(150, 0)] }).told).toEqual(['sub-account-low:3:ips']);
    expect(follow()({ settings: own('8') }, { rows: [row(150, 0)] }).told).toEqual([]);
  });

  it('are left alone once they are of interest no more', () => {
    const look = follow();
    look(pinned(3), { rows: [row(9, 5e9)] });
    expect(look({}, { rows: [] }).open).toEqual([]);
  });
});

describe('a package that expires', () => {
  const traffic = (expiresAt: number, left = 3e9): Partial<AppState> => ({
    traffic: fresh({ total: 5e9, packages: [{ id: 4, name: '5 GB', left, original: 5e9, expiresAt }] }),
  });

  it('the user is notified some days before, once, also where the clock is set back meanwhile', () => {
    const look = follow();
    const end = exampleNow + 5 * DAY;
    expect(look(traffic(end)).told).toEqual([]);
    expect(look(traffic(end), { now: end - 3 * DAY }).told).toEqual(['package-expires:4']);
    expect(look(traffic(end), { now: end - 300 * DAY }).open).toEqual(['package-expires:4']);
    expect(look(traffic(end), { now: end - DAY })).toMatchObject({ told: [], open: ['package-expires:4'] });
    expect(look(traffic(end), { now: end + 1 }).open).toEqual([]);
  });

  it('the user is notified once where two packages of the vendor have one id', () => {
    const two = (ends: number[]): Partial<AppState> => ({
      traffic: fresh({
        total: 6e9,
        packages: ends.map((expiresAt) => ({ id: 4, name: '5 GB', left: 3e9, original: 5e9, expiresAt })),
      }),
    });
    for (const ends of [
      [exampleNow + DAY, exampleNow + 30 * DAY],
      [exampleNow + 30 * DAY, exampleNow + DAY],
    ]) {
      const look = follow();
      expect(look(two(ends)).told).toEqual(['package-expires:4']);
      expect(look(two(ends))).toMatchObject({ told: [], open: ['package-expires:4'] });
    }
  });

  it('the alert ends when the package is used up or extended, or the number of days is lowered', () => {
    for (const over of [
      traffic(exampleNow + DAY, 0),
      traffic(exampleNow + 30 * DAY),
      { ...traffic(exampleNow + 2 * DAY), settings: settingsWith({ packageDays: 1 }) },
      { ...traffic(exampleNow + 2 * DAY), settings: settingsWith({ packageDays: 0 }) },
    ]) {
      const look = follow();
      expect(look(traffic(exampleNow + 2 * DAY)).told).toEqual(['package-expires:4']);
      expect(look(over).open).toEqual([]);
    }
  });
});

describe('auto renew', () => {
  const renew = (parts: Partial<AutoRenew>): Figure<AutoRenew> =>
    fresh({ ...(exampleState().autoRenew.value as AutoRenew), ...parts });

  it('the user is notified when 9Proxy reports that the last renewal failed', () => {
    const { found } = follow()({ autoRenew: renew({ lastOutcome: 'failed', lastMessage: 'No money' }) });
    expect(found.tell.map(({ about }) => about)).toEqual([{ kind: 'renew-failed', message: 'No money' }]);
  });

  it('makes no alert out of its price, thresholds and dates', () => {
    const due = { on: true, price: 900, whenIps: 5000, whenTraffic: 9e12, nextAt: exampleNow + HOUR };
    const figures = { wallet: fresh({ amount: 6 }), ips: ipsOf(60) };
    for (const on of [true, false, null])
      expect(follow()({ ...figures, autoRenew: renew({ ...due, on }) }).open).toEqual([]);
    const empty = { wallet: fresh({ amount: 0 }) };
    expect(follow()({ ...empty, autoRenew: renew(due) }).open).toEqual([]);
  });

  it('keeps the other episodes of a file that has one of a kind that was removed', () => {
    const other = { id: 'ips-low', since: exampleNow, about: { kind: 'ips-low', left: 3, threshold: 50 }, told: true };
    const about = { kind: 'renew-unaffordable', price: 9, wallet: 3, at: null };
    const removed = { id: 'renew-unaffordable', since: exampleNow, about, told: true };
    const read = (episodes: unknown[]) => alertMemoriesSchema.safeParse({ accounts: { a: { episodes, had: [] } } });
    expect(read([removed, other]).data).toEqual({ accounts: { a: { episodes: [other], had: [] } } });
    // What was never written by NineTray makes the file unreadable, as before.
    expect(read([{ ...other, about: { kind: 'else' } }]).success).toBe(false);
    expect(read([null]).success).toBe(false);
  });
});

describe('the key and the sign-in', () => {
  const refused = { key: { ...exampleState().key, status: 'refused' } } as const;
  const stale = { account: { ...exampleState().account, status: 'stale' } } as const;

  it('the user is notified once, until a key answers', () => {
    const look = follow();
    expect(look({ ...refused, ...stale }).told).toEqual(['key-refused']);
    expect(look({ key: { ...exampleState().key, status: 'asking' }, ...stale }).open).toEqual(['key-refused']);
    expect(look({ ...refused, ...stale }).told).toEqual([]);
    expect(look({}).open).toEqual([]);
  });

  it('alerts do not report the end of an old key while the wizard is in progress', () => {
    const rotation = { ...noRotation, current: {} as NonNullable<AppState['rotation']['current']> };
    expect(follow()({ ...refused, ...stale, rotation }).open).toEqual([]);
    // One that is about another address says nothing of this key.
    rotation.current.origin = 'https://elsewhere.test';
    expect(follow()({ ...refused, ...stale, rotation }).open).toEqual(['key-refused']);
  });

  it('two-factor sign-in that is off leads to an alert, where that alert is on', () => {
    const account = (twoFactor: boolean | null) =>
      fresh({ id: 7, email: null, username: 'anna', emailVerified: true, twoFactor });
    const look = follow();
    expect(look({ account: account(null) }).open).toEqual([]);
    expect(look({ account: account(false) }).told).toEqual(['two-factor-off']);
    expect(look({ account: account(true) }).open).toEqual([]);
  });
});

describe('use out of the ordinary', () => {
  /** Samples by the hour: so many IPs a day over these days. */
  const samples = (perDay: readonly number[]): Sample[] => {
    let left = 100_000;
    return Array.from({ length: perDay.length * 24 + 1 }, (_, hour): Sample => {
      if (hour > 0) left -= (perDay[Math.floor((hour - 1) / 24)] ?? 0) / 24;
      return [exampleNow - (perDay.length * 24 - hour) * HOUR, Math.round(left), null, null, null];
    });
  };
  const days = (...last: number[]) => [...Array.from({ length: 14 }, (_, i) => (i % 7 === 0 ? 300 : 100)), ...last];

  it('the user is notified with the usual amount, and the alert ends when usage is back to it', () => {
    const look = follow();
    expect(look({}, { samples: samples(days(120)) }).open).toEqual([]);
    const { found } = look({}, { samples: samples(days(1200)) });
    expect(found.tell).toMatchObject([{ id: 'unusual-use:ips', about: { what: 'ips' } }]);
    const [first] = found.tell;
    if (first?.about.kind !== 'unusual-use') throw new Error('not told');
    expect(first.about.perDay).toBeCloseTo(1200, -2);
    expect(first.about.usual).toBeCloseTo(100, -1);
    expect(look({ ips: ipsOf(1200, 'stale') }, { samples: samples(days(100)) }).open).toEqual(['unusual-use:ips']);
    expect(look({}, { samples: samples(days(1200, 100)) }).open).toEqual([]);
  });

  it('is not what was lost with a package that expired, but what was used beside it', () => {
    const traffic = (perDay: readonly number[]): Sample[] =>
      samples(perDay).map(([t, left]): Sample => [t, null, (left ?? 0) * 1e7, null, null]);
    const withOld = (left: number, expiresAt: number): Partial<AppState> => ({
      traffic: fresh({ total: 9e11, packages: [{ id: 4, name: 'Old', left, original: null, expiresAt }] }),
      settings: settingsWith({ packageDays: 0 }),
    });
    // A day's use of 1 GB is usual; 12 GB are gone, 11 of them with the package.
    const gone = { samples: traffic(days(1200)) };
    expect(follow()(withOld(11e9, exampleNow - HOUR), gone).open).toEqual([]);
    expect(follow()(withOld(11e9, exampleNow - 2 * DAY), gone).open).toEqual(['unusual-use:traffic']);
    expect(follow()(withOld(1e9, exampleNow - HOUR), gone).open).toEqual(['unusual-use:traffic']);
  });

  it('is not a weekly busy day, not a purchase, and nothing that has too little to compare with', () => {
    expect(follow()({}, { samples: samples(days(300)) }).open).toEqual([]);
    expect(follow()({}, { samples: samples([100, 100, 100, 2000]) }).open).toEqual([]);
    const bought = samples(days(100)).map(
      (sample, i): Sample => [sample[0], (sample[1] ?? 0) + (i > 345 ? 5000 : 0), null, null, null],
    );
    expect(follow()({}, { samples: bought }).open).toEqual([]);
  });
});

describe('over any series of reads', () => {
  const step = fc.record({
    left: fc.integer({ min: 0, max: 120 }),
    status: fc.constantFrom('fresh' as const, 'fresh' as const, 'stale' as const, 'failed' as const),
    hours: fc.integer({ min: -2, max: 9 }),
  });

  it('at most one notification an episode, none missed, none from old figures, none in quiet hours', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.boolean(), (steps, hasQuiet) => {
        const look = follow();
        const settings = settingsWith({ quiet: { on: hasQuiet, from: '22:30', to: '06:15' } });
        let now = exampleNow;
        // What the user would expect, figure by figure: whether an episode continues, and whether they were notified.
        let low: { told: boolean } | null = null;
        let had = false;
        for (const { left, status, hours } of steps) {
          now += hours * HOUR;
          const { told, open } = look({ ips: ipsOf(left, status), settings }, { now });
          const clock = new Date(now).getHours() * 60 + new Date(now).getMinutes();
          const isQuiet = hasQuiet && (clock >= 22 * 60 + 30 || clock < 6 * 60 + 15);
          let expected: string[] = [];
          if (status === 'fresh') {
            had ||= left > 0;
            if (left >= 55) low = null;
            else if (left < 50 && had) low ??= { told: false };
            if (low !== null && left < 50 && had && !low.told && !isQuiet) {
              low.told = true;
              expected = ['ips-low'];
            }
          }
          expect(told).toEqual(expected);
          expect(open).toEqual(low === null ? [] : ['ips-low']);
        }
      }),
      { numRuns: 400 },
    );
  });
});
