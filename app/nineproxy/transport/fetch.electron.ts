// Electron's network for the vendor's client: a session of its own, in memory, without cookies, cache or redirects. It
// must not be shared with the windows or write to the disk: the key is in every URL.
import { session } from 'electron';
import type { Session } from 'electron';
import { Sequencer } from '../../async/sequencer';
import { failed, ok } from '../../model/problem';
import type { Result } from '../../model/problem';
import type { Settings } from '../../model/settings';
import { readProxy } from '../../settings/proxy-config';
import { sendOnce } from './send.electron';
import type { Fetch } from './attempt';

export interface ElectronFetch {
  /** For createNineProxy. Requests wait for a proxy that is being set. */
  fetch: Fetch;
  /** Sets the proxy and drops open connections. `bad-input` leaves the one before in place. */
  setProxy(setting: Settings['proxy']): Promise<Result<void>>;
}

/** After `ready` only. `name`: of its two sessions, in memory. A proxy setting that cannot be read makes every request fail until a good one is set. */
export function createElectronFetch(options: { proxy: Settings['proxy']; name: string }): ElectronFetch {
  const reads = openOwn(options.name);
  const writes = openOwn(`${options.name}-writes`);
  const read = sendOnGoodConnection(reads);
  const write = sendOnNewConnection(writes);

  let proxySet: Promise<Result<void>> = set(options.proxy);

  async function set(setting: Settings['proxy']): Promise<Result<void>> {
    const rules = readProxy(setting);
    if (!rules.ok) return rules;
    try {
      for (const own of [reads, writes]) {
        await own.setProxy(rules.value);
        await own.closeAllConnections();
      }
      return ok(undefined);
    } catch {
      return failed({ kind: 'unreachable', why: 'proxy' });
    }
  }

  return {
    async fetch(url, request) {
      // The name of Chromium's own error: network-problem.ts knows what it means.
      if (!(await proxySet).ok) throw new Error('net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED');
      return await (request.once ? write(url, request) : read(url, request));
    },
    async setProxy(setting) {
      const before = proxySet;
      const next = set(setting);
      proxySet = next;
      const result = await next;
      if (!result.ok && result.problem.kind === 'bad-input' && proxySet === next) proxySet = before;
      return result;
    },
  };
}

function openOwn(name: string): Session {
  // No "persist:" in the name: the session lives in memory.
  const own = session.fromPartition(name, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  return own;
}

/** A read that was given up for its time limit. */
const timedOut = (signal: AbortSignal) =>
  signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';

/** After so many time-outs in a row, without an answer between them, connections count as dead. */
const lostInARow = 3;

/**
 * Reads. A connection can be dead without either end knowing, and Chromium sends every request of an HTTP/2 host on one: after
 * several time-outs in a row all connections are closed, so that the next read gets a new one.
 */
function sendOnGoodConnection(own: Session): Fetch {
  let lost = 0;
  return async (url, request) => {
    try {
      const reply = await sendOnce(own, url, request);
      lost = 0;
      return reply;
    } catch (thrown) {
      if (timedOut(request.signal)) lost += 1;
      if (lost >= lostInARow) {
        lost = 0;
        await own.closeAllConnections();
      }
      throw thrown;
    }
  };
}

/**
 * Writes, one at a time, each on a connection of its own. Chromium repeats a request, whatever its method, when a
 * connection that it used before breaks without an answer (seen on Electron 33: one PUT arrived three times). A write may
 * spend money, so it must not find a connection that was used before. The whole answer is read before the next write begins.
 */
function sendOnNewConnection(own: Session): Fetch {
  const sequencer = new Sequencer();
  const once: Fetch = async (url, request) => {
    request.signal.throwIfAborted();
    await own.closeAllConnections();
    return await sendOnce(own, url, request);
  };
  return (url, request) => sequencer.queue(() => once(url, request));
}
