// Electron's network for the vendor's client: a session of its own, in memory, without cookies, cache or redirects.
// It must not: share anything with the windows' session, or write anything to disk.
import { session } from 'electron';
import type { Session } from 'electron';
import { failed, ok } from '../problem/problem';
import type { Result } from '../problem/problem';
import type { Settings } from '../settings/schema';
import { longestBody } from './body';
import { readProxy } from './proxy';

export interface ElectronFetch {
  /** As the global one, for createNineProxy. Requests wait for a proxy that is being set. */
  fetch: typeof globalThis.fetch;
  /** Sets the proxy anew and drops open connections. `bad-input` leaves the one before in place. */
  setProxy(setting: Settings['proxy']): Promise<Result<void>>;
}

/** After `ready` only. A proxy setting that cannot be read makes every request fail until a good one is set. */
export function createElectronFetch(options: { proxy: Settings['proxy'] }): ElectronFetch {
  const reads = openOwn('nineproxy');
  const writes = openOwn('nineproxy-writes');
  const read = fetchUnredirected(reads);
  const write = fetchOnNewConnection(writes);

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
    async fetch(input, init) {
      // The name of Chromium's own error: network.ts knows what it means.
      if (!(await proxySet).ok) throw new Error('net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED');
      const request = new Request(input, { ...init, credentials: 'omit', redirect: 'manual' });
      return request.method === 'GET' ? read(request) : write(request);
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

interface Redirect {
  readonly status: number;
  readonly target: string;
}

/**
 * Fetches without following redirects. Electron's own fetch throws a redirect away that it was told not to follow, with
 * its status and target; renaming its Location header comes too late to change that (seen on Electron 33). But the
 * session says beforehand where a redirect leads, and so the answer is put together again.
 */
function fetchUnredirected(own: Session): (request: Request) => Promise<Response> {
  const open = new Map<string, { requests: number; redirect: Redirect | null }>();
  own.webRequest.onBeforeRedirect(({ url, statusCode, redirectURL }) => {
    const entry = open.get(url);
    if (entry) entry.redirect = { status: statusCode, target: redirectURL };
  });
  return async (request) => {
    const entry = open.get(request.url) ?? { requests: 0, redirect: null };
    entry.requests += 1;
    open.set(request.url, entry);
    try {
      return await own.fetch(request);
    } catch (thrown) {
      if (entry.redirect === null) throw thrown;
      return new Response(null, { status: entry.redirect.status, headers: { location: entry.redirect.target } });
    } finally {
      entry.requests -= 1;
      if (entry.requests === 0) open.delete(request.url);
    }
  };
}

/** Statuses whose answers have no body; a Response refuses one with them. */
const bodiless = new Set([101, 204, 205, 304]);

/**
 * Writes, one at a time, each on a connection of its own. Chromium sends a request again by itself, whatever its method, when a
 * connection that it used before breaks without an answer (seen on Electron 33: one PUT arrived three times). A write may
 * spend money, so it must not find a connection that was used before. The whole answer is read before the next write begins.
 */
function fetchOnNewConnection(own: Session): (request: Request) => Promise<Response> {
  const fetchOnce = fetchUnredirected(own);
  let last: Promise<unknown> = Promise.resolve();
  const once = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    await own.closeAllConnections();
    const { status, headers, body } = await fetchOnce(request);
    const whole = body === null || bodiless.has(status) ? null : await readWhole(body);
    return new Response(whole, { status, headers });
  };
  return (request) => {
    const mine = last.then(() => once(request));
    // The next one waits for the end of this one, whichever it is; its own caller hears of it.
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** The body, or as much of it as body.ts would read before it calls it too long. */
async function readWhole(body: ReadableStream<Uint8Array>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(new Uint8Array(chunk));
    bytes += chunk.byteLength;
    if (bytes > longestBody) break;
  }
  return new Blob(chunks);
}
