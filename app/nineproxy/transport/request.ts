// Builds the HTTP request of one operation: URL, query, headers and body.
import type { Endpoint } from '../operations/endpoints';
import { fields, list } from '../resources/parse';

/** Parameters and body under the vendor's names; client.ts checks their types. */
export interface RequestInput {
  query?: unknown;
  body?: unknown;
}

/** Where requests go: `address` has no slash at its end (address.ts). */
export interface Target {
  address: string;
  key: string;
}

/**
 * The request for `input` at `endpoint`. It follows no redirect, sends no cookie, and is not cached. A GET has no body, so the fields of a
 * write that the user corrected to GET become parameters. Values that are undefined or null are left out of the query. It has no signal: the
 * network gets one beside it, and each signal that a Request follows costs as much as the rest of it.
 */
export function buildRequest(target: Target, endpoint: Endpoint, input: RequestInput): Request {
  const isGet = endpoint.method === 'GET';
  const query = { ...fields(input.query), ...(isGet ? fields(input.body) : null), 'api-key': target.key };
  const body = isGet || input.body === undefined ? null : JSON.stringify(input.body);
  // Node's types do not know `cache`; its Request does.
  const init = {
    method: endpoint.method,
    headers: { accept: 'application/json', ...(body === null ? null : { 'content-type': 'application/json' }) },
    body,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  } as const;
  return new Request(`${target.address}${endpoint.path}?${queryString(query)}`, init);
}

function queryString(query: Readonly<Record<string, unknown>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => parametersOf(name, value))
    .join('&');
}

/** `name=value`, once for each item of a list, and `name[field]=value` for each field of an object. */
function parametersOf(name: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const items = list(value);
  if (items !== null) return items.flatMap((item) => parametersOf(name, item));
  const nested = fields(value);
  if (nested !== null) return Object.entries(nested).flatMap(([field, one]) => parametersOf(`${name}[${field}]`, one));
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [`${encodeURIComponent(name)}=${encodeURIComponent(text)}`];
}
