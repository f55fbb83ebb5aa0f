// Proxy connection configs: ranges of ports with targeting and session settings. No port is in two ranges.
import { type Account, type Connection, nextId } from '../data/account';
import { type Answer, type Json, refusal, success } from '../protocol/answer';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import type { Fields } from '../protocol/validate';
import { get, type Operation, write } from './operation';

const firstPort = 20_000;
const lastPort = 59_999;

const values = {
  id: (one: Connection) => one.id,
  start_port: (one: Connection) => one.startPort,
  country_code: (one: Connection) => one.country ?? '',
  created_at: (one: Connection) => one.createdAt,
  updated_at: (one: Connection) => one.updatedAt,
};

export const connectionOperations: Operation[] = [
  get('listProxyConnections', 'proxy-connection/get-list', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, values, 'id');
    if (query.failed) return query.refusal();
    return success(pageOf(sorted(account.connections, order), paging, (one) => shape(account, one)));
  }),
  write('POST', 'createProxyConnection', 'proxy-connection/create', create),
  write('PUT', 'updateProxyConnection', 'proxy-connection/update', (account, body) => {
    body.require('start_port');
    const startPort = body.integer('start_port');
    const wanted = readTargeting(body);
    const found = account.connections.find((one) => one.startPort === startPort);
    if (found) checkSession(body, wanted.sticky ?? found.sticky, wanted.sessionTime ?? found.sessionTime);
    if (body.failed) return body.refusal();
    if (!found) return refusal('Proxy connection not found');
    // What is null becomes any; what is not named stays.
    if (body.has('country_code')) found.country = wanted.country ?? null;
    if (body.has('state_code')) found.state = wanted.state ?? null;
    if (body.has('city_code')) found.city = wanted.city ?? null;
    if (body.has('isp_code')) found.isp = wanted.isp ?? null;
    found.sticky = wanted.sticky ?? found.sticky;
    found.sessionTime = found.sticky ? (wanted.sessionTime ?? found.sessionTime) : null;
    found.updatedAt = account.now;
    return success(shape(account, found), 'Proxy connection updated');
  }),
  write('DELETE', 'deleteProxyConnections', 'proxy-connection/delete', (account, body) => {
    body.require('start_port');
    const ports = body.integers('start_port');
    if (body.failed || ports === undefined) return body.refusal();
    const unknown = ports.filter((port) => !account.connections.some((one) => one.startPort === port));
    if (unknown.length > 0) {
      return refusal(
        'Proxy connection not found',
        unknown.map((port) => `No range begins at port ${port}`),
      );
    }
    account.connections = account.connections.filter((one) => !ports.includes(one.startPort));
    return success({ start_port: ports }, 'Proxy connections deleted');
  }),
];

function readTargeting(body: Fields) {
  const session = body.choice('session_type', [1, 2]);
  return {
    country: body.text('country_code', { min: 2, max: 2 })?.toUpperCase(),
    state: body.text('state_code', { max: 64 }),
    city: body.text('city_code', { max: 64 }),
    isp: body.text('isp_code', { max: 64 }),
    sticky: session === undefined ? undefined : session === 2,
    sessionTime: body.integer('session_time', { min: 1, max: 1_440 }),
  };
}

function checkSession(body: Fields, sticky: boolean, sessionTime: number | null | undefined): void {
  if (sticky && (sessionTime ?? null) === null) body.errors.push('session_time is required when session_type is 2');
}

function create(account: Account, body: Fields): Answer {
  body.require('quantity');
  const quantity = body.integer('quantity', { min: 1, max: 1_000 });
  const proxyType = body.integer('proxy_type', { min: 1 }) ?? 1;
  const { country, state, city, isp, sticky = false, sessionTime } = readTargeting(body);
  checkSession(body, sticky, sessionTime);
  if (body.failed || quantity === undefined) return body.refusal();
  const startPort = freeRange(account.connections, quantity);
  if (startPort === undefined) return refusal('Not enough free ports');
  const connection: Connection = {
    id: nextId(account),
    proxyType,
    country: country ?? null,
    state: state ?? null,
    city: city ?? null,
    isp: isp ?? null,
    startPort,
    endPort: startPort + quantity - 1,
    sticky,
    sessionTime: sticky ? (sessionTime ?? null) : null,
    createdAt: account.now,
    updatedAt: account.now,
  };
  account.connections.push(connection);
  return success(shape(account, connection), 'Proxy connection created');
}

/** The first port of the lowest gap that is long enough. */
function freeRange(connections: readonly Connection[], quantity: number): number | undefined {
  let candidate = firstPort;
  for (const one of sorted(connections, { direction: 1, valueOf: values.start_port })) {
    if (one.startPort - candidate >= quantity) break;
    candidate = Math.max(candidate, one.endPort + 1);
  }
  return candidate + quantity - 1 <= lastPort ? candidate : undefined;
}

function shape({ owner }: Account, one: Connection): Json {
  return {
    id: one.id,
    user_id: owner.id,
    server_id: 3,
    proxy_type: one.proxyType,
    country_code: one.country,
    city_code: one.city,
    state_code: one.state,
    isp_code: one.isp,
    start_port: one.startPort,
    end_port: one.endPort,
    is_keep: one.sticky ? 1 : 0,
    is_random_ip: one.sticky ? 0 : 1,
    // Text, as a client saw it.
    session_time: one.sessionTime === null ? null : String(one.sessionTime),
    created_at: one.createdAt,
    updated_at: one.updatedAt,
  };
}
