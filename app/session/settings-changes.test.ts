import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../model/problem';
import { defaultSettings, type Settings } from '../model/settings';
import { resolveAddress } from '../settings/address';
import { createSettingsChanges, type Connection, type SettingsListener } from './settings-changes';

function setUp() {
  const did: string[] = [];
  const world = {
    settings: defaultSettings,
    /** What someone else wrote into the file since. */
    edited: null as Settings | null,
    isHeld: false,
    proxy: ok(undefined) as Result<void>,
    login: ok(undefined) as Result<void>,
    renewed: ok('renewed') as Result<'renewed' | 'turned-off'>,
  };
  const sourceOf = ({ address }: Settings) => resolveAddress(address);
  const session = (name: string): SettingsListener => ({
    connection: (): Connection => ({ address: name, isBlocked: false }),
    stopIfMoved: ({ address }) => did.push(`${name} stops if it moved from ${address}`),
    async settingsChanged({ address }) {
      did.push(`${name} takes the settings, was at ${address}`);
    },
    endpointsCorrected: () => did.push(`${name} takes the corrections`),
  });
  const sessions = [session('one'), session('two')];
  const changes = createSettingsChanges({
    settings: {
      read: () => world.settings,
      change(patch) {
        world.settings = { ...world.settings, ...patch };
        return ok(world.settings);
      },
      reread() {
        if (world.edited === null) return false;
        [world.settings, world.edited] = [world.edited, null];
        return true;
      },
    },
    sourceOf,
    async applyProxy({ mode }) {
      did.push(`proxy ${mode}`);
      return world.proxy;
    },
    loginItem: {
      set(on) {
        did.push(`login ${on}`);
        return world.login;
      },
      renew() {
        did.push('login renewed');
        return world.renewed;
      },
    },
    isAddressHeld: () => world.isHeld,
    addressChanged: () => did.push('address changed'),
    sessions: () => sessions,
    publish: () => did.push('published'),
    log: () => undefined,
  });
  return { changes, world, did };
}

const taken = ['one takes the settings, was at one', 'two takes the settings, was at two'];
const sandbox = { address: { kind: 'sandbox' } } as const;

describe('a changed setting', () => {
  it('is saved and shown, and each session takes it with what it had before', async () => {
    const { changes, world, did } = setUp();
    expect(await changes.change({ theme: 'dark', hideAmounts: undefined })).toEqual(ok(undefined));
    expect(world.settings).toEqual({ ...defaultSettings, theme: 'dark' });
    expect(did).toEqual(['published', 'published', ...taken]);
  });

  it('voids what was checked at the address before', async () => {
    const { changes, did } = setUp();
    await changes.change(sandbox);
    expect(did.slice(1)).toEqual(['published', 'address changed', ...taken]);
  });

  it('changes nothing where the address is not safe, or held by a rotation', async () => {
    const { changes, world, did } = setUp();
    const unsafe = await changes.change({ address: { kind: 'custom', url: 'http://example.org' } });
    expect(unsafe).toMatchObject({ problem: { kind: 'insecure-address' } });
    world.isHeld = true;
    expect(await changes.change(sandbox)).toEqual(failed({ kind: 'not-now' }));
    expect(world.settings).toEqual(defaultSettings);
    expect(did).toEqual(['published', 'published']);
  });

  it('changes nothing where the proxy or the start at login cannot be set', async () => {
    const { changes, world } = setUp();
    world.proxy = failed({ kind: 'internal' });
    world.login = failed({ kind: 'not-offered' });
    expect(await changes.change({ proxy: { mode: 'direct' } })).toEqual(world.proxy);
    expect(await changes.change({ startAtLogin: !defaultSettings.startAtLogin })).toEqual(world.login);
    expect(world.settings).toEqual(defaultSettings);
  });

  it('does not overwrite what was written into the file by hand', async () => {
    const { changes, world } = setUp();
    world.edited = { ...defaultSettings, theme: 'dark' };
    await changes.change({ hideAmounts: true });
    expect(world.settings).toMatchObject({ theme: 'dark', hideAmounts: true });
  });
});

describe('settings that were edited in their file', () => {
  it('stop what they moved before anything is waited for, and then take effect', async () => {
    const { changes, world, did } = setUp();
    world.edited = { ...defaultSettings, ...sandbox, proxy: { mode: 'direct' } };
    const rereading = changes.reread();
    expect(did).toEqual([
      'published',
      'one stops if it moved from one',
      'two stops if it moved from two',
      'proxy direct',
    ]);
    await rereading;
    expect(did.slice(4)).toEqual(['published', 'address changed', ...taken]);
  });

  it('leave the address where a rotation is under way', async () => {
    const { changes, world } = setUp();
    world.isHeld = true;
    world.edited = { ...defaultSettings, ...sandbox, theme: 'dark' };
    await changes.reread();
    expect(world.settings).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('are taken at their word where the start at login cannot be set', async () => {
    const { changes, world } = setUp();
    world.login = failed({ kind: 'not-offered' });
    world.edited = { ...defaultSettings, startAtLogin: !defaultSettings.startAtLogin };
    await changes.reread();
    expect(world.settings.startAtLogin).toBe(!defaultSettings.startAtLogin);
  });

  it('have each session take corrections of endpoints and field names', async () => {
    const { changes, world, did } = setUp();
    world.edited = { ...defaultSettings, fields: { amount_traffic_auto_add: 'traffic_add' } };
    await changes.reread();
    expect(did.slice(-2)).toEqual(['one takes the corrections', 'two takes the corrections']);
  });

  it('do nothing where nothing is new, but show what is wrong with the file', async () => {
    const { changes, did } = setUp();
    await changes.reread();
    expect(did).toEqual(['published']);
  });
});

describe('the login item at a start', () => {
  it('is renewed where starting at login is on, and only there', () => {
    const { changes, world, did } = setUp();
    changes.renewLoginItem();
    expect(did).toEqual([]);
    world.settings = { ...defaultSettings, startAtLogin: true };
    changes.renewLoginItem();
    expect(did).toEqual(['login renewed']);
    expect(world.settings.startAtLogin).toBe(true);
  });

  it('turns the setting off where the user turned it off in the system’s settings', () => {
    const { changes, world, did } = setUp();
    world.settings = { ...defaultSettings, startAtLogin: true };
    world.renewed = ok('turned-off');
    changes.renewLoginItem();
    expect(world.settings.startAtLogin).toBe(false);
    expect(did).toEqual(['login renewed', 'published']);
  });

  it('keeps the setting where it cannot be renewed', () => {
    const { changes, world } = setUp();
    world.settings = { ...defaultSettings, startAtLogin: true };
    world.renewed = failed({ kind: 'disk-full' });
    changes.renewLoginItem();
    expect(world.settings.startAtLogin).toBe(true);
  });
});
