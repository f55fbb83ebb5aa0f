import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../model/settings';
import { oldKey, otherKey, sessionFixture } from './host/session-host.fixture';

/** The account has 700 IPs: below this mark. */
const low: Partial<Settings> = { lowAt: { ...defaultSettings.lowAt, ips: 1000 } };
const quiet = (hours: number): Partial<Settings> => {
  const text = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  const from = new Date(Date.UTC(2026, 10, 22, 12)).getHours();
  return {
    ...low,
    alerts: { ...defaultSettings.alerts, quiet: { on: true, from: text(from), to: text(from + hours) } },
  };
};

async function opened(settings: Partial<Settings>) {
  const fixture = sessionFixture(oldKey, settings);
  await fixture.session.open(true);
  await fixture.clock.advance(10_000);
  return { ...fixture, ids: () => fixture.told.map(({ id }) => id), state: () => fixture.session.store.read().state };
}

describe('alerts of a session', () => {
  it('alerts are notified once, shown in the state, and stored by address and account', async () => {
    const { ids, state, session, profile } = await opened(low);
    expect(ids()).toEqual(['ips-low']);
    expect(state().alerts.map(({ id }) => id)).toEqual(['ips-low']);
    await session.refresh();
    expect(ids()).toEqual(['ips-low']);
    expect(profile.alerts.value.accounts).toMatchObject({
      'https://api.9proxy.com 7': { episodes: [{ id: 'ips-low', told: true }] },
    });
    expect(JSON.stringify(profile.alerts)).not.toContain(oldKey);
  });

  it('alerts are not notified when nothing could be read', async () => {
    const fixture = sessionFixture(oldKey, low);
    fixture.vendor.trouble = { kind: 'timed-out' };
    await fixture.session.open(true);
    await fixture.clock.advance(10_000);
    expect(fixture.told).toEqual([]);
  });

  it('follow a mark that is changed, at once', async () => {
    const { ids, session } = await opened({});
    expect(ids()).toEqual([]);
    await session.settingsChanges.change({ ...low });
    expect(ids()).toEqual(['ips-low']);
  });

  it('say once that the key is refused', async () => {
    const { ids, vendor, session } = await opened({});
    vendor.alive = otherKey;
    await session.refresh();
    await session.refresh();
    expect(ids()).toEqual(['key-refused']);
  });

  it('wait for the end of the quiet hours, also where nothing is read any more', async () => {
    const { ids, vendor, session, clock } = await opened(quiet(2));
    vendor.alive = otherKey;
    await session.refresh();
    expect(ids()).toEqual([]);
    await clock.advance(2 * 3_600_000 + 2000);
    expect(ids()).toEqual(['key-refused']);
  });

  it('alerts are notified when the computer wakes after the end of the quiet hours, as timers slept too', async () => {
    const { ids, vendor, session, clock } = await opened(quiet(2));
    vendor.alive = otherKey;
    await session.refresh();
    clock.set(clock.now() + 3 * 3_600_000);
    expect(ids()).toEqual([]);
    session.woke();
    expect(ids()).toEqual(['key-refused']);
  });

  it('of the demo stay in memory, and another’s are not shown beside it', async () => {
    const { ids, state, session, profile, clock } = await opened(low);
    const kept = JSON.stringify(profile.alerts.value);
    await session.settingsChanges.change({ lowAt: { ...defaultSettings.lowAt, ips: 20_000 } });
    const before = ids().length;
    await session.startDemo();
    expect(state().alerts).toEqual([]);
    await clock.advance(10_000);
    expect(ids().slice(before)).toContain('ips-low');
    expect(Object.keys(profile.alerts.value.accounts)).toEqual(Object.keys(JSON.parse(kept).accounts));
    await session.stopDemo();
    await clock.advance(10_000);
    expect(state().alerts.map(({ id }) => id)).toEqual(['ips-low']);
    expect(ids().filter((id) => id === 'ips-low')).toHaveLength(2);
    expect(Object.keys(profile.alerts.value.accounts)).toEqual(Object.keys(JSON.parse(kept).accounts));
  });

  it('look after a sub-account with marks of its own, pinned or not', async () => {
    const own = { '7': { '2': { username: 'user2', ips: 50, traffic: 0 } } };
    const { told } = await opened({ alerts: { ...defaultSettings.alerts, bySubAccount: own } });
    expect(told).toMatchObject([{ id: 'sub-account-low:2:ips', about: { left: 10, threshold: 50 } }]);
  });

  it('alerts of a renamed sub-account continue under its new name', async () => {
    const own = { '7': { '2': { username: 'before', ips: 50, traffic: 0 } } };
    const { state, profile } = await opened({ alerts: { ...defaultSettings.alerts, bySubAccount: own } });
    const renamed = { '7': { '2': { username: 'user2', ips: 50, traffic: 0 } } };
    expect(profile.settings.value.alerts.bySubAccount).toEqual(renamed);
    expect(state().settings.alerts.bySubAccount).toEqual(renamed);
  });

  it('of the account before are not judged by another key’s figures, where only these come after a restart', async () => {
    const { session, vendor, profile } = await opened({});
    vendor.alive = otherKey;
    const checked = await session.keyEntry.check(otherKey);
    if (!checked.ok) throw new Error(checked.problem.kind);
    expect(profile.lastKnown.value.current).toBe('7');
    await session.keyEntry.keep(checked.value.ticket, 'protected', false);
    // Ended before anything was read with it: nothing says any more that the next figures are those of account 7.
    expect(profile.lastKnown.value.current).toBeNull();
  });
});
