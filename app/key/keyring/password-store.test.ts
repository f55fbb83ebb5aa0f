import { describe, expect, it } from 'vitest';
import type { BusCall } from '../../session-bus/session-bus';
import { passwordStoreFor, readBusNames } from './password-store';

const secrets = 'org.freedesktop.secrets';
const [wallet5, wallet6] = ['org.kde.kwalletd5', 'org.kde.kwalletd6'];

describe('the keyring for Chromium', () => {
  it.each([
    ['a Secret Service that runs', [secrets], [], 'gnome-libsecret'],
    ['KWallet that runs', [wallet6], [secrets], 'kwallet6'],
    ['an older KWallet that runs', [wallet5], [wallet6], 'kwallet5'],
    ['a Secret Service beside KWallet', [wallet6, secrets], [], 'gnome-libsecret'],
    ['a Secret Service that can be started', [], [secrets, wallet6], 'gnome-libsecret'],
    ['KWallet that can be started', [], [wallet5, wallet6], 'kwallet6'],
    ['none yet', [], [], 'gnome-libsecret'],
  ] as const)('is %s, whatever the desktop is called', (_, running, startable, store) => {
    for (const XDG_CURRENT_DESKTOP of [undefined, '', 'sway', 'i3', 'GNOME', 'ubuntu:GNOME', 'XFCE'])
      expect(passwordStoreFor({ XDG_CURRENT_DESKTOP }, running, startable)).toBe(store);
  });

  it('is left to Chromium on Plasma, which has services of both kinds', () => {
    for (const environment of [
      { XDG_CURRENT_DESKTOP: 'KDE' },
      { XDG_CURRENT_DESKTOP: 'X:KDE' },
      { KDE_FULL_SESSION: 'true' },
      { DESKTOP_SESSION: 'plasmawayland' },
    ])
      expect(passwordStoreFor(environment, [secrets, wallet6], [])).toBeNull();
  });
});

describe('asking the bus', () => {
  it('reads the names and starts nothing', async () => {
    const asked: BusCall[] = [];
    const answers: Record<string, unknown[]> = { ListNames: [[secrets]], ListActivatableNames: [[wallet6]] };
    const call = async (one: BusCall) => {
      asked.push(one);
      return answers[one.member] ?? null;
    };
    const names = await readBusNames({ call, close: () => undefined });
    expect(names).toEqual({ running: [secrets], startable: [wallet6] });
    expect(asked.map(({ destination, member }) => `${destination} ${member}`)).toEqual([
      'org.freedesktop.DBus ListNames',
      'org.freedesktop.DBus ListActivatableNames',
    ]);
  });

  it('says nothing where the bus says nothing', async () => {
    expect(await readBusNames({ call: async () => null, close: () => undefined })).toBeNull();
  });
});
