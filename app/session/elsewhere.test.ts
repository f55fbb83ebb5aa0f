// A session that starts with another address in its settings than the one that a rotation was started for.
import { describe, expect, it } from 'vitest';
import { newKey, oldKey, sessionFixture } from './host/session-host.fixture';

const sandbox = { address: { kind: 'sandbox' } } as const;
const production = { address: { kind: 'production' } } as const;
const refused = { ok: false, problem: { kind: 'not-now' } };

async function begun() {
  const fixture = sessionFixture(oldKey);
  const { session, clock } = fixture;
  await session.open(true);
  await clock.advance(10_000);
  await session.shown().rotation.begin('on-purpose');
  return { ...fixture, state: () => session.store.read().state };
}

/** The rotation is under way, and NineTray starts where it was edited meanwhile. */
async function elsewhere() {
  const fixture = await begun();
  const { profile, session, clock } = fixture;
  await session.shown().rotation.openDashboard('first', async () => ({ ok: true, value: undefined }));
  profile.settings.value = { ...profile.settings.value, ...sandbox };
  await session.open(true);
  await clock.advance(10_000);
  fixture.addresses.length = 0;
  return fixture;
}

describe('while a rotation is under way', () => {
  it('its address stays, whether it is changed in the window or in the file', async () => {
    const { session, profile, state } = await begun();
    expect(await session.settingsChanges.change(sandbox)).toMatchObject(refused);
    profile.settings.edited = { ...profile.settings.value, ...sandbox };
    await session.settingsChanges.reread();
    expect(state()).toMatchObject({ settings: production, source: { kind: 'production' } });
  });
});

describe('while a rotation waits for a key of another address', () => {
  it.each(['window', 'file'])(
    'the address can be set back in the %s, and the rotation continues there',
    async (way) => {
      const { session, profile, state, clock } = await elsewhere();
      if (way === 'window') await session.settingsChanges.change(production);
      else {
        profile.settings.edited = { ...profile.settings.value, ...production };
        await session.settingsChanges.reread();
      }
      await clock.advance(10_000);
      expect(state()).toMatchObject({ source: { kind: 'production' }, rotation: { current: { step: 'regenerate' } } });
      expect(state().rotation.current?.oldKey.watched).toBeGreaterThan(0);
      expect(session.keyEntry.isAwaited()).toBe(true);
    },
  );

  it('a key that is pasted here is kept for here', async () => {
    const { session, state, vendor, vault, addresses } = await elsewhere();
    expect(session.keyEntry.isAwaited()).toBe(false);
    expect(await session.keyEntry.receive(newKey)).toMatchObject(refused);
    vendor.alive = newKey;
    const checked = await session.keyEntry.check(newKey);
    if (!checked.ok) throw new Error('not checked');
    expect(await session.keyEntry.keep(checked.value.ticket, 'protected', false)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(vault.kept).toBe(newKey);
    expect(state().rotation.current).toMatchObject({ step: 'regenerate', newFingerprint: null });
    expect(new Set(addresses)).toEqual(new Set(['https://sandbox.9proxy.com']));
  });

  it('the key of here can be forgotten, and the rotation waits on', async () => {
    const { session, state } = await elsewhere();
    expect(await session.forgetKey()).toEqual({ ok: true, value: undefined });
    expect(state().rotation.current).toMatchObject({ step: 'regenerate' });
  });

  it('no request is sent for it', async () => {
    const { session, asked, addresses, clock } = await elsewhere();
    asked.length = 0;
    session.woke();
    await clock.advance(24 * 3_600_000);
    expect(asked).toEqual([]);
    expect(addresses).toEqual([]);
  });
});
