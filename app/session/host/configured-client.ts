// Clients of the vendor as the settings of the moment correct it, with a line in the log for what fails.
import { pause } from '../../async/pause';
import type { Clock } from '../../model/clock';
import type { Settings } from '../../model/settings';
import { createNineProxy, type NineProxyOptions } from '../../nineproxy/client';
import { applyEndpoints } from '../../nineproxy/operations/endpoints';
import type { AccountPorts } from '../ports';

interface ConfiguredClientPorts extends Pick<NineProxyOptions, 'fetch' | 'random'>, Pick<AccountPorts, 'log'> {
  clock: Clock;
  settings: { read(): Pick<Settings, 'endpoints' | 'fields'> };
}

/** Returns what makes a client for one key at one address. A correction in the settings takes effect at its next request. */
export function configuredClient(ports: ConfiguredClientPorts): AccountPorts['createClient'] {
  const { fetch, random, clock, settings, log } = ports;
  return (key, address) =>
    createNineProxy({
      key,
      address,
      endpoints: () => applyEndpoints(settings.read().endpoints),
      fieldNames: () => settings.read().fields,
      fetch,
      random,
      now: clock.now,
      wait: (ms, signal) => pause(clock, ms, signal),
      log({ operation, outcome, ms, attempt }) {
        if (outcome !== 'ok') log('request failed', { operation, outcome, ms, attempt });
      },
      onRowsLeftOut: (operation, count) => log('rows left out', { operation, count }),
    });
}
