// Reads one HTTP request as it came: refuses what a browser, a proxy or a stranger sends, and returns the path, the parameters and the one
// credential. Pure; asks nobody and knows no token.
import type { GatewayCode } from '../../model/access/activity';
import { type Method, methods } from './path-table';

/** An HTTP request before its body. */
export interface RawRequest {
  httpVersion: string;
  method: string;
  /** The target as it came. */
  target: string;
  /** Names and values in turn, as they came. */
  rawHeaders: readonly string[];
}

export interface ReadRequest {
  method: Method;
  path: string;
  /** By name, without the credential. */
  parameters: Readonly<Record<string, readonly string[]>>;
  credential: string;
}

/** Headers that only browsers send by themselves. Not `Sec-Fetch-Mode`: Node's own fetch sends it. */
const browserHeaders = ['origin', 'sec-fetch-site', 'sec-fetch-dest', 'referer', 'cookie'];
const proxyHeaders = [
  'via',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'proxy-authorization',
];
/** Names that someone may take for the credential's. */
const likeCredential = /^api[-_ ]?key$/i;

type Read = { ok: true; value: ReadRequest } | { ok: false; code: GatewayCode };

const refused = (code: GatewayCode): Read => ({ ok: false, code });

/** The request, or why it is refused. `hosts`: what the Host header may be, exactly. */
export function readRequest(raw: RawRequest, hosts: readonly string[]): Read {
  const headers = headerLists(raw.rawHeaders);
  if (browserHeaders.some((name) => headers.has(name))) return refused('browser');
  const host = headers.get('host') ?? [];
  if (host.length !== 1 || !hosts.includes(host[0] ?? '')) return refused('foreign-host');
  if (!raw.target.startsWith('/') || proxyHeaders.some((name) => headers.has(name))) return refused('proxied');
  const method = methods.find((one) => one === raw.method);
  if (method === undefined) return refused('method-not-allowed');
  if (raw.httpVersion !== '1.1' || headers.has('upgrade')) return refused('bad-request');
  if (method === 'GET' && (headers.has('transfer-encoding') || (headers.get('content-length') ?? ['0'])[0] !== '0'))
    return refused('bad-request');
  const at = raw.target.indexOf('?');
  const path = at === -1 ? raw.target : raw.target.slice(0, at);
  const pairs = readQuery(at === -1 ? '' : raw.target.slice(at + 1));
  if (pairs === null) return refused('bad-request');
  const credentials = [...headerCredentials(headers)];
  const parameters = new Map<string, string[]>();
  for (const { written, name, value } of pairs) {
    if (written === 'api-key') credentials.push(value);
    else if (likeCredential.test(name)) return refused('two-keys');
    else parameters.set(name, [...(parameters.get(name) ?? []), value]);
  }
  if (credentials.length > 1) return refused('two-keys');
  const [credential] = credentials;
  if (credential === undefined || credential === '') return refused('no-token');
  return { ok: true, value: { method, path, parameters: Object.fromEntries(parameters), credential } };
}

function headerLists(raw: readonly string[]): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    lists.set(name, [...(lists.get(name) ?? []), raw[at + 1] ?? '']);
  }
  return lists;
}

function headerCredentials(headers: ReadonlyMap<string, readonly string[]>): string[] {
  const bearer = (headers.get('authorization') ?? []).map((value) => /^bearer +(\S+)$/i.exec(value)?.[1] ?? value);
  return [...bearer, ...(headers.get('api-key') ?? []), ...(headers.get('x-api-key') ?? [])];
}

/** The parameters; `written` is the name as it came. Null where it is not encoded as it should be. */
function readQuery(query: string): { written: string; name: string; value: string }[] | null {
  const pairs = query.split('&').filter((part) => part !== '');
  try {
    return pairs.map((part) => {
      const at = part.indexOf('=');
      const written = at === -1 ? part : part.slice(0, at);
      return { written, name: decode(written), value: at === -1 ? '' : decode(part.slice(at + 1)) };
    });
  } catch {
    return null;
  }
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
