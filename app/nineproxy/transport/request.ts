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

/** What is sent, in the terms of `fetch`. Not a `Request`: making one costs more than all else that is done for a request. */
export interface VendorRequest {
  readonly method: Endpoint['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly redirect: 'manual';
  readonly credentials: 'omit';
  readonly referrerPolicy: 'no-referrer';
  readonly cache: 'no-store';
}

/**
 * The request for `input` at `endpoint`. It follows no redirect, sends no cookie, and is not cached. A GET has no body, so the fields of a
 * write that the user corrected to GET become parameters. Values that are undefined or null are left out of the query.
 */
export function buildRequest(
  target: Target,
  endpoint: Endpoint,
  input: RequestInput,
): { url: string; request: VendorRequest } {
  const isGet = endpoint.method === 'GET';
  const query = { ...fields(input.query), ...(isGet ? fields(input.body) : null), 'api-key': target.key };
  const body = isGet || input.body === undefined ? null : JSON.stringify(input.body);
  const request = {
    method: endpoint.method,
    headers: body === null ? acceptJson : { ...acceptJson, 'content-type': 'application/json' },
    body,
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  } as const;
  return { url: `${target.address}${endpoint.path}?${queryString(query)}`, request };
}

const acceptJson = { accept: 'application/json' } as const;

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
