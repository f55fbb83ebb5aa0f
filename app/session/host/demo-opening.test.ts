// What the demo shows first: the product at its best, whatever the hour of the day at which it is started.
import { noSystem } from '../../places/service/no-system';
import { expect, it } from 'vitest';
import { startDemo, startOfTests } from '../../demo/demo.fixture';
import { failed, ok } from '../../model/problem';
import { defaultSettings } from '../../model/settings';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { noLoginItem } from '../../settings/login-item/login-item';
import { openAccountDocuments } from '../account-documents';
import { profileFixture } from '../profile.fixture';
import { SessionHost } from './session-host';

/** Starts the demo at a moment (ms), and returns the state after its first reads. */
async function openingState(size: number, now: number) {
  const demo = await startDemo({ seed: 9, size, now: () => now });
  const profile = profileFixture();
  const { shared, settings, files, clock } = profile;
  await clock.advance(now - clock.now());
  settings.change({ lowAt: defaultSettings.lowAt });
  const opened = openAccountDocuments({ files, now: clock.now });
  const host = new SessionHost({
    ...shared,
    settings,
    platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
    account: {
      ...opened,
      vault: profile.openVault(opened.key, demo.origin),
      places: noSystem,
      keyringIsOpen: async () => true,
    },
    demo: {
      start: async () =>
        ok({
          origin: demo.origin,
          key: demo.key,
          dashboard: demo.dashboard,
          past: [...demo.demo.past],
          pinned: [...demo.demo.pinned],
        }),
      stop: () => undefined,
      openExamples: async () => null,
      createVault: () => profile.openVault(createMemoryDocument({ salt: '', keys: {} }), 'demo'),
    },
    sourceOf: () => ok({ kind: 'custom', url: demo.origin, origin: demo.origin }),
    applyProxy: async () => ok(undefined),
    loginItem: noLoginItem,
    readLocalToday: async () => failed({ kind: 'not-offered' }),
  });
  await host.startDemo();
  host.setVisible(true);
  await host.refresh();
  const { state } = host.store.read();
  host.stop();
  await demo.demo.close();
  return state;
}

const hour = 3_600_000;
const week = 7 * 24 * hour;
/** A week of starts, each at another hour of the day. */
const starts = Array.from({ length: 8 }, (_, index) => startOfTests + index * 21 * hour);

it.each([3, 250])(
  'opens the demo with %i sub-accounts and some of them pinned, without a warning or an alert, at any hour and on any weekday',
  { tags: 'sweep', timeout: 60_000 },
  async (size) => {
    for (const now of starts) {
      const { notice, alerts, subAccounts } = await openingState(size, now);
      expect({ severity: notice.severity, says: notice.says, alerts }).toEqual({
        severity: 'fine',
        says: { id: 'all-well' },
        alerts: [],
      });
      expect(subAccounts.pinned).toHaveLength(size === 3 ? 2 : 3);
      for (const row of subAccounts.pinned) expect(row).toMatchObject({ enabled: true, ips: expect.any(Number) });
    }
  },
);

it('opens the demo with IPs, traffic and a wallet that each last between two and ten weeks', {
  tags: 'sweep',
  timeout: 60_000,
}, async () => {
  for (const now of starts) {
    const { forecasts } = await openingState(250, now);
    for (const figure of Object.values(forecasts)) {
      expect(figure.says).toBe('runs-out');
      const weeks = figure.says === 'runs-out' ? (figure.likely - now) / week : Number.NaN;
      expect(weeks).toBeGreaterThan(2);
      expect(weeks).toBeLessThan(10);
    }
  }
});
