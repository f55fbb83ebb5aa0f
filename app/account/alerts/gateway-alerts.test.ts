import { describe, expect, it } from 'vitest';
import type { AccessView } from '../../model/access/access-view';
import { exampleAccess, exampleConsumer } from '../../model/access/access.fixture';
import { usualConsumerChoices } from '../../model/access/consumer';
import { alertSchema } from '../../model/alert';
import { defaultSettings } from '../../model/settings';
import { exampleNow, exampleState } from '../../model/state/app-state.fixture';
import { alerts } from './alerts';
import { gatewayTroubles } from './gateway-alerts';
import { type AlertMemory, noMemory } from './memory';

const listening = exampleAccess();
const busy = exampleAccess({
  status: 'failed',
  addresses: [],
  problem: { kind: 'port-busy', port: 19_090, why: 'taken', program: 'nginx' },
});
const sighting = (overrides: Partial<AccessView['sightings'][number]> = {}) => ({
  at: exampleNow,
  key: 'old' as const,
  operation: 'getAccountInfo',
  program: { name: 'python3', pid: 4182 },
  count: 1,
  ...overrides,
});
const capped = (used: number, more: object = {}) =>
  exampleAccess({
    consumers: [
      exampleConsumer({
        name: 'Bot',
        limits: { ...usualConsumerChoices.limits, ipsPerDay: 500 },
        today: { reads: 0, writes: 3, ips: used, refused: 0, ...more },
      }),
    ],
  });

/** A user's NineTray while its gateway changes: what is told, and what is open. */
function follow(settings = defaultSettings) {
  let memory: AlertMemory = noMemory;
  return (access: AccessView) => {
    const found = alerts(memory, exampleState({ access, settings }), { samples: [], rows: new Map() }, exampleNow);
    memory = found.memory;
    for (const alert of found.open) alertSchema.parse(alert);
    return [found.tell.map(({ id }) => id), found.open.map(({ id }) => id)];
  };
}

describe('alerts of the gateway', () => {
  it('are none while it is switched off, whatever was counted before', () => {
    expect(gatewayTroubles({ ...capped(500), on: false, status: 'off', sightings: [sighting()] })).toEqual([]);
    expect(gatewayTroubles(listening)).toEqual([]);
  });

  it('its port is taken: told once, and over when it listens or is switched off, but not while it starts', () => {
    const look = follow();
    expect(look(busy)).toEqual([['gateway-down'], ['gateway-down']]);
    expect(look(exampleAccess({ status: 'starting', addresses: [] }))).toEqual([[], ['gateway-down']]);
    expect(look(busy)).toEqual([[], ['gateway-down']]);
    expect(look(listening)).toEqual([[], []]);
    expect(look(busy)).toEqual([['gateway-down'], ['gateway-down']]);
    expect(look(exampleAccess({ on: false, status: 'off' }))).toEqual([[], []]);
  });

  it('a cap is reached: at the last IP, or when a write was refused for it, and over on the next day', () => {
    const look = follow();
    expect(look(capped(499))).toEqual([[], []]);
    expect(look(capped(500))).toEqual([['gateway-cap:c1'], ['gateway-cap:c1']]);
    expect(look(capped(500, { capped: 'ips' }))).toEqual([[], ['gateway-cap:c1']]);
    expect(look(capped(0))).toEqual([[], []]);
    expect(look(capped(480, { capped: 'ips' }))[0]).toEqual(['gateway-cap:c1']);
    expect(look(exampleAccess({ consumers: [] }))).toEqual([[], []]);
    expect(gatewayTroubles(capped(480, { capped: 'ips' }))[0]?.about).toEqual({
      kind: 'gateway-cap',
      id: 'c1',
      name: 'Bot',
      what: 'ips',
      used: 480,
      limit: 500,
    });
  });

  it('a key is seen: once for each program and key, over when the user dismisses it', () => {
    const look = follow();
    const old = 'gateway-key-seen:old:python3';
    expect(look(exampleAccess({ sightings: [sighting()] }))).toEqual([[old], [old]]);
    const more = [sighting({ operation: null, count: 9 }), sighting(), sighting({ key: 'real', program: null })];
    expect(look(exampleAccess({ sightings: more }))).toEqual([['gateway-key-seen:real:'], expect.any(Array)]);
    // NineTray was started again, and has seen nothing yet.
    expect(look(exampleAccess({ status: 'starting', sightings: [] }))[1]).toHaveLength(2);
    expect(look(listening)).toEqual([[], []]);
  });

  it('twenty wrong tokens in a minute: told once until there are none', () => {
    const look = follow();
    expect(look(exampleAccess({ refusedTokens: 19 }))).toEqual([[], []]);
    expect(look(exampleAccess({ refusedTokens: 20 }))).toEqual([['gateway-refused'], ['gateway-refused']]);
    expect(look(exampleAccess({ refusedTokens: 3 }))).toEqual([[], ['gateway-refused']]);
    expect(look(exampleAccess({ refusedTokens: 40 }))).toEqual([[], ['gateway-refused']]);
    expect(look(listening)).toEqual([[], []]);
  });

  it('are not watched where the user switched them off', () => {
    const look = follow({ ...defaultSettings, alerts: { ...defaultSettings.alerts, gateway: false } });
    expect(look(busy)).toEqual([[], []]);
  });
});
