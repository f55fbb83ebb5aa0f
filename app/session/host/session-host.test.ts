import { describe, expect, it } from 'vitest';
import { noForecasts } from '../../model/figures/forecast';
import type { Sample } from '../../account/history/history';
import { ownerOf } from '../../model/state/account-id';
import type { Settings } from '../../model/settings';
import type { SessionHost } from './session-host';
import { newKey, oldKey, otherKey, sessionFixture } from './session-host.fixture';

async function opened(kept: string | null, settings = {}) {
  const fixture = sessionFixture(kept, settings);
  await fixture.session.open(true);
  await fixture.clock.advance(10_000);
  return { ...fixture, state: () => fixture.session.store.read().state };
}

describe('a start', () => {
  it('reads the figures with the kept key, and keeps them with a sample of the history', async () => {
    const { state, profile } = await opened(oldKey);
    expect(state().key.status).toBe('present');
    expect(state().ips).toMatchObject({ value: { total: 700 }, status: 'fresh' });
    expect(profile.lastKnown.value.accounts['7']?.ips.value).toEqual({ total: 700, plans: [] });
    expect(profile.history.value.accounts[ownerOf(state()) ?? '']).toHaveLength(1);
    expect(JSON.stringify(profile)).not.toContain(oldKey);
  });

  it('no request is sent without a key', async () => {
    const { state, asked } = await opened(null);
    expect(state().notice.says.id).toBe('no-key');
    expect(asked).toEqual([]);
  });

  it('reads without being asked once a keyring that was locked at the start is open', async () => {
    const fixture = sessionFixture(oldKey);
    fixture.vault.locked = true;
    await fixture.session.open(false);
    await fixture.clock.advance(5000);
    expect(fixture.session.store.read().state.key.status).toBe('locked');
    fixture.vault.locked = false;
    await fixture.clock.advance(10_000);
    expect(fixture.session.store.read().state).toMatchObject({ key: { status: 'present' }, ips: { status: 'fresh' } });
    fixture.session.stop();
  });

  it('keeps a locked key, and reads once the keyring is open', async () => {
    const fixture = sessionFixture(oldKey);
    fixture.vault.locked = true;
    await fixture.session.open(false);
    expect(fixture.session.store.read().state.key.status).toBe('locked');
    fixture.vault.locked = false;
    await fixture.session.open(true);
    await fixture.clock.advance(1000);
    expect(fixture.session.store.read().state.ips.status).toBe('fresh');
  });
});

describe('a refresh', () => {
  it('is pushed to windows twice: when it begins, and with everything that follows from what was read', async () => {
    const { session, state, vendor } = await opened(oldKey);
    const pushed: [boolean, string[]][] = [];
    session.store.subscribe(({ state: { refresh, alerts } }) =>
      pushed.push([refresh.running, alerts.map(({ id }) => id)]),
    );
    await session.refresh();
    expect(state().refresh.running).toBe(false);
    expect(pushed.splice(0)).toEqual([
      [true, []],
      [false, []],
    ]);
    vendor.alive = newKey;
    await session.refresh();
    expect(pushed).toEqual([
      [true, []],
      [false, ['key-refused']],
    ]);
  });
});

describe('entering a key', () => {
  it('says whose it is before anything is kept', async () => {
    const { session, vault } = await opened(null);
    const checked = await session.keyEntry.check(` api-key=${oldKey} `);
    expect(checked).toMatchObject({
      ok: true,
      value: { account: { username: 'person7' }, storages: ['protected', 'session'] },
    });
    expect(JSON.stringify(checked)).not.toContain(oldKey);
    expect(vault.kept).toBeNull();
  });

  it('keeps it on demand, reads with it, and takes a ticket only once', async () => {
    const { session, state, clock, vault } = await opened(null);
    const checked = await session.keyEntry.check(oldKey);
    if (!checked.ok) throw new Error('not checked');
    expect(await session.keyEntry.keep(checked.value.ticket, 'protected', false)).toMatchObject({ ok: true });
    await clock.advance(1000);
    expect(vault.kept).toBe(oldKey);
    expect(state().ips.status).toBe('fresh');
    expect(await session.keyEntry.keep(checked.value.ticket, 'protected', false)).toMatchObject({
      problem: { kind: 'key-check-expired' },
    });
  });

  it('wants a consent for no protection', async () => {
    const { session, vault } = await opened(null);
    const checked = await session.keyEntry.check(oldKey);
    if (!checked.ok) throw new Error('not checked');
    expect(await session.keyEntry.keep(checked.value.ticket, 'unprotected', false)).toMatchObject({
      problem: { kind: 'not-allowed' },
    });
    expect(vault.kept).toBeNull();
    expect(await session.keyEntry.keep(checked.value.ticket, 'unprotected', true)).toMatchObject({ ok: true });
  });

  it('refuses a dead key with nothing kept', async () => {
    const { session, vault } = await opened(null);
    expect(await session.keyEntry.check(newKey)).toMatchObject({ ok: false, problem: { kind: 'key-refused' } });
    expect(vault.kept).toBeNull();
  });

  it('does not show one account beside the other', async () => {
    const { session, state, vendor } = await opened(oldKey);
    vendor.alive = otherKey;
    const checked = await session.keyEntry.check(otherKey);
    if (!checked.ok) throw new Error('not checked');
    await session.keyEntry.keep(checked.value.ticket, 'protected', false);
    expect(state().ips.value).toBeNull();
    expect(state().subAccounts.firstPage).toEqual([]);
  });
});

describe('a refused key', () => {
  it('slows the polling down to one try an hour, and the figures stay, marked as old', async () => {
    const { session, state, clock, vendor, asked } = await opened(oldKey);
    vendor.alive = newKey;
    await session.refresh();
    expect(state().key.status).toBe('refused');
    expect(state().ips).toMatchObject({ value: { total: 700 }, status: 'stale' });
    const before = asked.length;
    await clock.advance(3 * 3_600_000 - 1);
    const tries = asked.slice(before).filter((what) => what.startsWith('readAccount'));
    expect(tries).toHaveLength(2);
    vendor.alive = oldKey;
    await clock.advance(60_000);
    expect(state()).toMatchObject({ key: { status: 'present' }, ips: { status: 'fresh' } });
  });

  it('carries on under the new key of the same account with the figures in place', async () => {
    const { session, state, clock, vendor } = await opened(oldKey);
    vendor.alive = newKey;
    await session.refresh();
    const checked = await session.keyEntry.check(newKey);
    if (!checked.ok) throw new Error('not checked');
    await session.keyEntry.keep(checked.value.ticket, 'protected', false);
    expect(state().ips.value).toMatchObject({ total: 700 });
    await clock.advance(1000);
    expect(state().key.status).toBe('present');
    expect(state().ips.status).toBe('fresh');
  });

  it('an outage begins when the key was first seen rejected, not when the user came to fix it', async () => {
    const { session, state, clock, vendor } = await opened(oldKey);
    vendor.alive = newKey;
    await session.refresh();
    const refusedAt = clock.now();
    await clock.advance(2 * 3_600_000);
    await session.shown().rotation.begin('refused');
    await clock.advance(5000);
    expect(state().rotation.current?.oldKey).toMatchObject({ status: 'dead', diedAt: refusedAt });
  });

  it('that is accepted after all can be kept: the rotation is cancelled', async () => {
    const { session, state, clock, vendor } = await opened(oldKey);
    vendor.alive = newKey;
    await session.refresh();
    await session.shown().rotation.begin('refused');
    await clock.advance(5000);
    expect(await session.shown().rotation.abandon()).toMatchObject({ problem: { kind: 'not-now' } });
    await clock.advance(60_000);
    vendor.alive = oldKey;
    await session.refresh();
    await clock.advance(0);
    expect(state()).toMatchObject({
      key: { status: 'present' },
      rotation: { current: { oldKey: { status: 'alive' } } },
    });
    expect(await session.shown().rotation.abandon()).toEqual({ ok: true, value: undefined });
  });
});

describe('forgetting the key', () => {
  it('leaves no key and no figures, and reads no more', async () => {
    const { session, state, clock, vault, asked } = await opened(oldKey);
    await session.forgetKey();
    expect(vault.kept).toBeNull();
    expect(state()).toMatchObject({ key: { status: 'absent' }, ips: { value: null } });
    const before = asked.length;
    await clock.advance(24 * 3_600_000);
    expect(asked.length).toBe(before);
  });
});

describe('the demo', () => {
  it('knows what changed while it opened: the tray, a setting', async () => {
    const { session, state } = await opened(oldKey);
    const starting = session.startDemo();
    session.hostState.setTrayShown(false);
    await starting;
    expect(state()).toMatchObject({ source: { kind: 'demo' }, platform: { trayShown: false } });
    session.stop();
  });

  it('shows another account and leaves the profile as it was', async () => {
    const { session, state, clock, profile, demoRuns } = await opened(oldKey);
    const before = JSON.stringify(profile);
    await session.startDemo();
    await clock.advance(60_000);
    expect(state().source.kind).toBe('demo');
    expect(state().ips.value).toMatchObject({ total: 9900 });
    session.shown().subAccounts.pin(1, true);
    expect(JSON.stringify(profile)).toBe(before);
    await session.stopDemo();
    await clock.advance(1000);
    expect(demoRuns()).toBe(false);
    expect(state()).toMatchObject({ source: { kind: 'production' }, ips: { value: { total: 700 } } });
  });

  it('is told the language when it starts: English at first, then the one that was set last', async () => {
    const { session, demoLanguages } = await opened(oldKey);
    await session.startDemo();
    const vietnamese = { language: 'vi', locale: 'vi-VN', direction: 'ltr', words: {} } as const;
    session.setDemoLanguage(vietnamese);
    expect(demoLanguages).toEqual([null]);
    await session.startDemo();
    expect(demoLanguages).toEqual([null, vietnamese]);
  });
});

describe('forecasts', () => {
  const hour = 3_600_000;

  it('come with a read once there is enough history, and go with the figures', async () => {
    const { session, state, clock, profile } = await opened(oldKey);
    expect(state().forecasts.ips).toEqual({ says: 'not-enough' });
    const now = clock.now();
    const past = Array.from(
      { length: 48 },
      (_, i): Sample => [now - (48 - i) * hour, 700 + (48 - i) * 7, null, null, 1],
    );
    profile.history.value = { accounts: { [ownerOf(state()) ?? '']: past } };
    await session.refresh();
    expect(state().forecasts.ips).toMatchObject({ says: 'runs-out', because: 'used' });
    await session.forgetKey();
    expect(state().forecasts.ips).toEqual({ says: 'not-enough' });
  });

  it('are there at the start, before anything is read', () => {
    const fixture = sessionFixture(oldKey);
    expect(fixture.session.store.read().state.forecasts).toEqual(noForecasts);
    expect(fixture.session.shown().services.readHistory('ips', 30)).toEqual({ points: [], perDay: [] });
  });

  it('of the demo come from the past that it tells, and leave with it', async () => {
    const { session, state, clock } = await opened(oldKey);
    await session.startDemo();
    await clock.advance(2000);
    const said = state().forecasts.ips;
    expect(said.says).toBe('runs-out');
    expect(session.shown().services.readHistory('ips', 30).points.length).toBeGreaterThan(48);
    await session.stopDemo();
    await clock.advance(1000);
    expect(state().forecasts.ips).toEqual({ says: 'not-enough' });
    expect(
      session
        .shown()
        .services.readHistory('ips', 30)
        .points.map(([, ips]) => ips),
    ).toEqual([700]);
  });
});

describe('settings', () => {
  it('change one field and leave the rest', async () => {
    const { session, state } = await opened(oldKey);
    await session.settingsChanges.change({ hideAmounts: true, theme: undefined });
    expect(state().settings).toMatchObject({ hideAmounts: true, theme: 'system' });
  });

  it('refuse an address that is not safe, with nothing changed', async () => {
    const { session, state } = await opened(oldKey);
    const refused = await session.settingsChanges.change({ address: { kind: 'custom', url: 'http://example.org' } });
    expect(refused).toMatchObject({ problem: { kind: 'insecure-address' } });
    expect(state().settings.address.kind).toBe('production');
  });

  it('lead to another address with nothing of the old one shown, and the old key stays where it belongs', async () => {
    const { session, state, asked, addresses, clock } = await opened(oldKey);
    const before = asked.length;
    await session.settingsChanges.change({ address: { kind: 'sandbox' } });
    await clock.advance(3_600_000);
    expect(state()).toMatchObject({ source: { kind: 'sandbox' }, ips: { value: null }, key: { status: 'absent' } });
    expect(asked.length).toBe(before);
    expect(addresses).not.toContain('https://sandbox.9proxy.com');

    await session.settingsChanges.change({ address: { kind: 'production' } });
    await clock.advance(1000);
    expect(state().ips).toMatchObject({ value: { total: 700 }, status: 'fresh' });
  });

  it.each([
    ['while nothing runs', false],
    ['while the demo runs', true],
  ])('void a key that was checked at the address before: %s', async (_, inDemo) => {
    const { session, vault, addresses } = await opened(null);
    if (inDemo) await session.startDemo();
    const checked = await session.keyEntry.check(oldKey);
    if (!checked.ok) throw new Error('not checked');
    await session.settingsChanges.change({ address: { kind: 'sandbox' } });
    expect(await session.keyEntry.keep(checked.value.ticket, 'protected', false)).toMatchObject({
      problem: { kind: 'key-check-expired' },
    });
    expect(vault.kept).toBeNull();
    expect(addresses).not.toContain('https://sandbox.9proxy.com');
  });

  it('do not get a key that was on its way into the keyring for the address before', async () => {
    const { session, state, vault, addresses, clock } = await opened(null);
    const checked = await session.keyEntry.check(oldKey);
    if (!checked.ok) throw new Error('not checked');
    let answerPrompt: () => void = () => undefined;
    vault.prompt = new Promise((resolve) => {
      answerPrompt = resolve;
    });
    const keeping = session.keyEntry.keep(checked.value.ticket, 'protected', false);
    await session.settingsChanges.change({ address: { kind: 'sandbox' } });
    answerPrompt();
    expect(await keeping).toMatchObject({ ok: true });
    await clock.advance(10_000);
    expect(vault.kept).toBe(oldKey);
    expect(addresses).not.toContain('https://sandbox.9proxy.com');
    expect(state()).toMatchObject({ source: { kind: 'sandbox' }, key: { status: 'absent' } });
  });
});

describe('settings that the user edited by hand', () => {
  it('void a key that was checked before, while their proxy is still being set', async () => {
    const { session, profile, vault, addresses } = await opened(null);
    const checked = await session.keyEntry.check(oldKey);
    if (!checked.ok) throw new Error('not checked');
    profile.settings.edited = {
      ...profile.settings.value,
      address: { kind: 'sandbox' },
      proxy: { mode: 'direct' },
    };
    const edited = session.settingsChanges.reread();
    expect(await session.keyEntry.keep(checked.value.ticket, 'protected', false)).toMatchObject({
      problem: { kind: 'key-check-expired' },
    });
    await edited;
    expect(vault.kept).toBeNull();
    expect(addresses).not.toContain('https://sandbox.9proxy.com');
  });

  it('take effect: a correction counts at once, what it found of the old path no more', async () => {
    const { session, state, profile, asked, clock } = await opened(oldKey);
    await session.shown().services.apiCheck.run();
    const row = () => state().apiCheck.rows.find(({ operation }) => operation === 'getAutoRenew');
    expect(row()).toMatchObject({ outcome: 'answers' });
    const before = asked.length;
    profile.settings.edited = { ...profile.settings.value, endpoints: { getAutoRenew: { path: '/client/v1/x' } } };
    await session.settingsChanges.reread();
    await clock.advance(10_000);
    expect(row()).toMatchObject({ outcome: 'not-tried', path: '/client/v1/x', corrected: true });
    expect(state().settings.endpoints).toEqual({ getAutoRenew: { path: '/client/v1/x' } });
    expect(asked.length).toBeGreaterThan(before);
  });

  it('take effect: corrected field names are in the state, and the figures are read again', async () => {
    const { session, state, profile, asked, clock } = await opened(oldKey);
    const before = asked.length;
    profile.settings.edited = { ...profile.settings.value, fields: { amount_traffic_auto_add: 'traffic_add' } };
    await session.settingsChanges.reread();
    await clock.advance(10_000);
    expect(state().settings.fields).toEqual({ amount_traffic_auto_add: 'traffic_add' });
    expect(asked.length).toBeGreaterThan(before);
  });

  it('lead to another address as the settings in the window do, and an unsafe one is asked nothing', async () => {
    const { session, state, profile, asked, clock } = await opened(oldKey);
    profile.settings.edited = { ...profile.settings.value, address: { kind: 'custom', url: 'http://api.example.org' } };
    const before = asked.length;
    await session.settingsChanges.reread();
    await clock.advance(10_000);
    expect(state().source).toEqual({ kind: 'custom', origin: '' });
    expect(asked.length).toBe(before);
    await session.settingsChanges.reread();
    expect(asked.length).toBe(before);
  });
});

describe('settings that lead nowhere', () => {
  const unusable = (setting: string) => ({
    severity: 'action-needed',
    tone: 'bad',
    says: { id: 'problem', problem: { kind: 'setting-unusable', setting } },
    action: 'open-settings',
  });

  it.each<[string, Partial<Settings>]>([
    ['proxy', { proxy: { mode: 'given', url: '' } }],
    ['proxy', { proxy: { mode: 'given', url: 'what?' } }],
    ['address', { address: { kind: 'custom', url: '' } }],
  ])('by their %s ask nobody from the start, keep no key, and say what to do', async (setting, patch) => {
    const { session, state, asked, addresses, vault, clock } = await opened(oldKey, patch);
    await session.refresh();
    await clock.advance(3_600_000);
    expect([asked, addresses]).toEqual([[], []]);
    expect(state().notice).toEqual(unusable(setting));
    expect(await session.keyEntry.check(oldKey)).toMatchObject({ problem: { kind: 'setting-unusable', setting } });
    expect(vault.kept).toBe(oldKey);
  });

  it('an unusable address in settings.json stops all requests until it is corrected', async () => {
    const { session, state, profile, asked, clock } = await opened(oldKey);
    const before = profile.settings.value;
    const sent = asked.length;
    profile.settings.edited = { ...before, proxy: { mode: 'given', url: '' } };
    await session.settingsChanges.reread();
    await session.refresh();
    await clock.advance(3_600_000);
    expect(asked.length).toBe(sent);
    expect(state()).toMatchObject({ notice: unusable('proxy'), ips: { value: { total: 700 } } });
    expect(await session.settingsChanges.change({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(await session.settingsChanges.change({ proxy: { mode: 'system' } })).toMatchObject({ ok: true });
    await clock.advance(1000);
    expect(asked.length).toBeGreaterThan(sent);
    expect(state().ips.status).toBe('fresh');
  });

  it('are corrected by a choice in the window, though nothing else is', async () => {
    const { session, state, clock } = await opened(oldKey, { address: { kind: 'custom', url: '' } });
    expect(await session.settingsChanges.change({ hideAmounts: true })).toMatchObject({ ok: true });
    await session.settingsChanges.change({ address: { kind: 'production' } });
    await clock.advance(1000);
    expect(state().source.kind).toBe('production');
  });

  it('are taken from the file before a change is made to it', async () => {
    const { session, state, profile } = await opened(oldKey);
    profile.settings.edited = { ...profile.settings.value, theme: 'dark' };
    await session.settingsChanges.change({ hideAmounts: true });
    expect(state().settings).toMatchObject({ theme: 'dark', hideAmounts: true });
  });
});

describe('the network', () => {
  it('is offline when reads fail, too; tried again now and then, and at once when it is back', async () => {
    const { session, state, clock, asked, vendor } = await opened(oldKey);
    session.setOnline(false);
    await clock.advance(6000);
    expect(state().notice.says).toEqual({ id: 'all-well' });
    vendor.trouble = { kind: 'unreachable', why: 'offline' };
    await session.refresh();
    expect(state().notice.says).toMatchObject({ id: 'problem', problem: { kind: 'unreachable', why: 'offline' } });
    const before = asked.length;
    await clock.advance(3_600_000);
    expect(asked.length).toBeGreaterThan(before);
    vendor.trouble = null;
    session.setOnline(true);
    await clock.advance(6000);
    expect(state().notice.says).toEqual({ id: 'all-well' });
  });
});

describe('a full disk', () => {
  it('a full disk is reported, costs no figure, and is cleared when a later write succeeds', async () => {
    const { session, state, clock, vault, profile } = await opened(oldKey);
    vault.unsaved = true;
    profile.lastKnown.fails = { kind: 'disk-full' };
    await session.refresh();
    expect(state().storage).toEqual([{ kind: 'disk-full' }]);
    expect(state().ips.status).toBe('fresh');
    profile.lastKnown.fails = null;
    await session.refresh();
    await clock.advance(0);
    expect(vault.unsaved).toBe(false);
    expect(state().storage).toEqual([]);
  });
});

describe('a read that is cut off', () => {
  it.each<[string, (session: SessionHost) => void]>([
    ['the end of the application', (session) => session.stop()],
    ['the demo, which pauses it', (session) => session.shown().pause()],
  ])('keeps what it has already shown: by %s', async (_, cutOff) => {
    const { session, state, profile } = await opened(oldKey);
    const shown = state().ips.value;
    profile.lastKnown.value = { current: null, accounts: {} };
    void session.refresh();
    cutOff(session);
    expect(profile.lastKnown.value.accounts['7']?.ips.value).toEqual(shown);
  });
});

describe('pins', () => {
  it('are kept by account, and come back with the next start', async () => {
    const { session, state, profile } = await opened(oldKey);
    expect(session.shown().subAccounts.pin(2, true)).toMatchObject({ ok: true });
    expect(profile.settings.value.pinned).toEqual({ '7': [2] });
    expect(state().settings.pinned).toEqual({ '7': [2] });
    const again = await opened(oldKey, { pinned: { '7': [2], '8': [1] } });
    expect(again.state().subAccounts.pinned.map(({ id }) => id)).toEqual([2]);
  });
});
