// Source addresses that may use proxies without a password. They do not limit who may call this API: the vendor's don't
// either.
import { nextId, type WhitelistEntry } from '../data/account';
import { type Json, refusal, success } from '../protocol/answer';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import { get, type Operation, write } from './operation';

const values = {
  id: (entry: WhitelistEntry) => entry.id,
  ip: (entry: WhitelistEntry) => entry.ip,
  status: (entry: WhitelistEntry) => entry.status,
  created_at: (entry: WhitelistEntry) => entry.createdAt,
  updated_at: (entry: WhitelistEntry) => entry.updatedAt,
};

export const whitelistOperations: Operation[] = [
  get('listWhitelist', 'whitelists/get-list', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, values, 'id');
    if (query.failed) return query.refusal();
    return success(pageOf(sorted(account.whitelist, order), paging, shape));
  }),
  write('POST', 'createWhitelist', 'whitelists/create', (account, body) => {
    body.require('ip');
    const ip = body.address('ip');
    const status = body.choice('status', [1, 2]) ?? 1;
    const description = body.text('description') ?? '';
    if (body.failed || ip === undefined) return body.refusal();
    if (account.whitelist.some((entry) => entry.ip === ip)) return refusal('This IP is on the whitelist');
    const times = { createdAt: account.now, updatedAt: account.now };
    const entry: WhitelistEntry = { id: nextId(account), ip, status, description, ...times };
    account.whitelist.push(entry);
    return success(shape(entry), 'Whitelist entry created');
  }),
  write('PUT', 'updateWhitelist', 'whitelists/update', (account, body) => {
    body.require('id');
    const id = body.integer('id');
    const ip = body.address('ip');
    const status = body.choice('status', [1, 2]);
    const description = body.text('description');
    if (body.failed) return body.refusal();
    const entry = account.whitelist.find((one) => one.id === id);
    if (!entry) return refusal('Whitelist entry not found');
    if (account.whitelist.some((one) => one !== entry && one.ip === ip)) return refusal('This IP is on the whitelist');
    entry.ip = ip ?? entry.ip;
    entry.status = status ?? entry.status;
    entry.description = description ?? entry.description;
    entry.updatedAt = account.now;
    return success(shape(entry), 'Whitelist entry updated');
  }),
  write('DELETE', 'deleteWhitelist', 'whitelists/delete', (account, body) => {
    body.require('id');
    const id = body.integer('id');
    if (body.failed || id === undefined) return body.refusal();
    if (!account.whitelist.some((entry) => entry.id === id)) return refusal('Whitelist entry not found');
    account.whitelist = account.whitelist.filter((entry) => entry.id !== id);
    return success({ id }, 'Whitelist entry deleted');
  }),
];

function shape(entry: WhitelistEntry): Json {
  return {
    id: entry.id,
    ip: entry.ip,
    status: entry.status,
    description: entry.description,
    created_at: entry.createdAt,
    updated_at: entry.updatedAt,
  };
}
