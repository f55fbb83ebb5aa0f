// Asks our own gateway from outside, as a program would: over its real addresses, with a token that is good for this alone.
import http from 'node:http';
import type { GatewayTest } from '../model/access/gateway-test';

const patience = 10_000;

/** Which addresses answer, and how long the account read takes through the first one. `now` in ms. */
export async function testGateway(
  { addresses, socket }: { addresses: readonly string[]; socket: string | null },
  { token, path, now }: { token: string; path: string; now: () => number },
): Promise<GatewayTest> {
  const reached: GatewayTest['reached'] = [];
  // Without a token the gateway itself answers, and 9Proxy is not asked.
  for (const at of addresses) reached.push({ at, answered: (await ask(new URL(path, at), {})) === 401 });
  if (socket !== null) {
    const status = await ask({ socketPath: socket, path, host: 'localhost', headers: { host: 'localhost' } }, {});
    reached.push({ at: socket, answered: status === 401 });
  }
  const [first] = addresses;
  if (first === undefined) return { reached, milliseconds: null };
  const began = now();
  const status = await ask(new URL(path, first), { 'api-key': token });
  if (status !== null && status >= 200 && status <= 299) return { reached, milliseconds: now() - began };
  const problem = status === null ? ({ kind: 'timed-out' } as const) : ({ kind: 'server-trouble', status } as const);
  return { reached, milliseconds: null, problem };
}

/** The status; null where none came. */
function ask(
  to: URL | { socketPath: string; path: string; host: string; headers: Record<string, string> },
  headers: Record<string, string>,
): Promise<number | null> {
  return new Promise((resolve) => {
    const answered = (response: http.IncomingMessage) => {
      response.resume();
      resolve(response.statusCode ?? null);
    };
    const options = { agent: false, timeout: patience };
    const request =
      to instanceof URL
        ? http.get(to, { ...options, headers }, answered)
        : http.get({ ...to, ...options, headers: { ...to.headers, ...headers } }, answered);
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(null));
  });
}
