// What this computer has for the local gateway: a network of its own, a place for its socket, the user. Opens nothing before it is used.
import { randomBytes } from 'node:crypto';
import { app } from 'electron';
import type { GatewayMachine } from '../../gateway/access-ports';
import { proxyVariable } from '../../gateway/proxy-variable';
import { gatewaySocketPath } from '../../gateway/server/socket-path';
import type { Result } from '../../model/problem';
import type { Settings } from '../../model/settings';
import { createElectronFetch, type ElectronFetch } from '../../nineproxy/transport/fetch.electron';

/** `proxy`: the setting when the first request is sent; `setProxy` changes it after that. */
export function createGatewayMachine(proxy: () => Settings['proxy']): GatewayMachine & {
  setProxy(setting: Settings['proxy']): Promise<Result<void> | undefined>;
} {
  let network: ElectronFetch | null = null;
  return {
    fetch(request, init) {
      network ??= createElectronFetch({ proxy: proxy(), name: 'gateway' });
      return network.fetch(request, init);
    },
    setProxy: async (setting) => await network?.setProxy(setting),
    socket: gatewaySocketPath(process.platform, app.getPath('userData')),
    uid: process.platform === 'linux' ? (process.getuid?.() ?? null) : null,
    proxyVariable: proxyVariable(process.env),
    random: (bytes) => randomBytes(bytes),
  };
}
