import { describe, expect, it } from 'vitest';
import type { Bus, BusCall } from '../../session-bus/session-bus';
import { keyringReadiness } from './keyring-linux';

/** A session bus that answers by the method that is called; a method without an answer fails. */
function fakeBus(answers: Record<string, unknown>): { bus: Bus; calls: BusCall[] } {
  const calls: BusCall[] = [];
  const call = async (one: BusCall) => {
    calls.push(one);
    return one.member in answers ? [answers[one.member]] : null;
  };
  return { bus: { call, close: () => undefined }, calls };
}

const login = '/org/freedesktop/secrets/collection/login';

describe('the readiness of a Secret Service', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['is open when its default collection is unlocked', { NameHasOwner: true, ReadAlias: login, Get: false }, 'open'],
    ['is would-prompt when that is locked', { NameHasOwner: true, ReadAlias: login, Get: true }, 'would-prompt'],
    ['is would-prompt while there is no default collection', { NameHasOwner: true, ReadAlias: '/' }, 'would-prompt'],
    ['is unknown when the collection does not answer', { NameHasOwner: true, ReadAlias: login }, 'unknown'],
    ['is unknown when the service does not answer', { NameHasOwner: true }, 'unknown'],
    [
      'is would-prompt when the service could be started',
      { NameHasOwner: false, ListActivatableNames: ['org.freedesktop.secrets'] },
      'would-prompt',
    ],
    [
      'is absent when there is only a service with a similar name',
      { NameHasOwner: false, ListActivatableNames: ['org.freedesktop.secrets.other'] },
      'absent',
    ],
    ['is unknown when the bus does not list its services', { NameHasOwner: false }, 'unknown'],
    ['is unknown when the bus does not answer', {}, 'unknown'],
    ['is unknown when the answers have other types', { NameHasOwner: true, ReadAlias: login, Get: 'no' }, 'unknown'],
  ])('%s', async (_, answers, readiness) => {
    expect(await keyringReadiness('gnome_libsecret', fakeBus(answers).bus)).toBe(readiness);
  });

  it('is found out with methods that only read, and the service is not called unless it runs', async () => {
    const running = fakeBus({ NameHasOwner: true, ReadAlias: login, Get: true });
    await keyringReadiness('gnome_libsecret', running.bus);
    expect(running.calls.map(({ path, member, args }) => [path, member, ...args])).toEqual([
      ['/org/freedesktop/DBus', 'NameHasOwner', 'org.freedesktop.secrets'],
      ['/org/freedesktop/secrets', 'ReadAlias', 'default'],
      [login, 'Get', 'org.freedesktop.Secret.Collection', 'Locked'],
    ]);
    const stopped = fakeBus({ NameHasOwner: false, ListActivatableNames: ['org.freedesktop.secrets'] });
    await keyringReadiness('gnome_libsecret', stopped.bus);
    expect(stopped.calls.every(({ destination }) => destination === 'org.freedesktop.DBus')).toBe(true);
  });
});

describe('the readiness of KWallet', () => {
  const enabled = { NameHasOwner: true, isEnabled: true, networkWallet: 'my wallet' };
  it.each<[string, Record<string, unknown>, string]>([
    ['is open when the network wallet is open', { ...enabled, isOpen: true }, 'open'],
    ['is would-prompt when that is closed', { ...enabled, isOpen: false }, 'would-prompt'],
    ['is absent when the user has turned KWallet off', { NameHasOwner: true, isEnabled: false }, 'absent'],
    ['is unknown when KWallet does not answer', { NameHasOwner: true }, 'unknown'],
    ['is unknown without the name of the wallet', { NameHasOwner: true, isEnabled: true }, 'unknown'],
    ['is unknown when the wallet does not answer', enabled, 'unknown'],
  ])('%s', async (_, answers, readiness) => {
    const { bus, calls } = fakeBus(answers);
    expect(await keyringReadiness('kwallet6', bus)).toBe(readiness);
    expect(calls.slice(1).map(({ destination }) => destination)).toEqual(calls.slice(1).map(() => 'org.kde.kwalletd6'));
    expect(calls.find(({ member }) => member === 'isOpen')?.args ?? ['my wallet']).toEqual(['my wallet']);
  });
});

it('is absent, without a call, for a backend that is no keyring', async () => {
  const { bus, calls } = fakeBus({});
  expect(await keyringReadiness('basic_text', bus)).toBe('absent');
  expect(calls).toEqual([]);
});
