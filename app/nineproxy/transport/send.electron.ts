// One request of Electron's network, from its first byte to the last one of its answer.
import { type ClientRequest, type IncomingMessage, net, type Session } from 'electron';
import type { VendorRequest } from './request';
import { longestBody, type Reply } from './body';

/**
 * Requests that have not ended. Electron ends a request only through an object that is still reachable: where nothing held it, a
 * time-out ended nothing and its connection stayed open, until all six to the vendor were taken (seen with Electron 33).
 */
const unfinished = new Set<ClientRequest>();

/**
 * Sends a request once and reads the whole answer. Ends the request where it is not read to its end: when `signal` aborts, and
 * when the answer is longer than `longest` bytes (the reply then has more than that). Follows no redirect; its reply has the target.
 */
export async function sendOnce(
  own: Session,
  url: string,
  { method, headers, body, signal }: Pick<VendorRequest, 'method' | 'headers' | 'body'> & { signal: AbortSignal },
  longest = longestBody,
): Promise<Reply> {
  signal.throwIfAborted();
  return await new Promise<Reply>((resolve, reject) => {
    const sent = net.request({
      session: own,
      method,
      url,
      headers: { ...headers },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    unfinished.add(sent);
    const finish = (settle: () => void) => {
      unfinished.delete(sent);
      signal.removeEventListener('abort', cancel);
      settle();
    };
    const end = (settle: () => void) => {
      sent.abort();
      finish(settle);
    };
    const fail = (error: Error) => end(() => reject(error));
    const cancel = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', cancel, { once: true });
    // Electron ends the request after this event.
    sent.on('redirect', (status, _method, target) => {
      finish(() => resolve({ status, headers: headersOf({ location: target }), body: null }));
    });
    sent.on('response', (response) => readWhole(response, longest, { fail, end, finish, resolve }));
    sent.on('error', fail);
    sent.end(body ?? undefined);
  });
}

interface Ways {
  fail(error: Error): void;
  end(settle: () => void): void;
  finish(settle: () => void): void;
  resolve(reply: Reply): void;
}

function readWhole(response: IncomingMessage, longest: number, { fail, end, finish, resolve }: Ways): void {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reply = () =>
    resolve({
      status: response.statusCode,
      headers: headersOf(response.headers),
      body: chunks,
    });
  response.on('data', (chunk) => {
    chunks.push(new Uint8Array(chunk));
    bytes += chunk.byteLength;
    if (bytes > longest) end(reply);
  });
  response.on('end', () => finish(reply));
  response.on('error', fail);
  response.on('aborted', () => fail(new Error('net::ERR_ABORTED')));
}

/** Not a `Headers`, which throws where a server sends characters that it does not allow. */
function headersOf(headers: Record<string, string | string[]>): Reply['headers'] {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : [value].flat().join(', ');
    },
  };
}
