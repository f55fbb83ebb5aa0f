// Sub-users: user and password pairs for the traffic gateway ("User-Pass"). Their passwords are answered in clear, as
// the vendor documents. Not to be confused with sub-accounts.
import { type Account, nextId, type SubUser } from '../data/account';
import { type Answer, type Json, refusal, success } from '../protocol/answer';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import type { Fields } from '../protocol/validate';
import { get, type Operation, write } from './operation';

const values = {
  id: (user: SubUser) => user.id,
  user_name: (user: SubUser) => user.username,
  status: (user: SubUser) => user.status,
  created_at: (user: SubUser) => user.createdAt,
  use_key: (user: SubUser) => user.password,
  usage_cap: (user: SubUser) => user.cap,
  data_used: (user: SubUser) => user.used,
  ip_usage_cap: (user: SubUser) => user.ipCap,
  ip_used: (user: SubUser) => user.ipsUsed,
};

export const subUserOperations: Operation[] = [
  get('listSubUsers', 'user-passes/get-list', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, values, 'id');
    const keyword = query.text('keyword')?.toLowerCase();
    if (query.failed) return query.refusal();
    const found = account.subUsers.filter(
      (user) => keyword === undefined || user.username.toLowerCase().includes(keyword),
    );
    return success(pageOf(sorted(found, order), paging, shape));
  }),
  write('POST', 'createSubUser', 'user-passes/create', (account, body) => {
    body.require('user_name', 'use_key', 'status');
    const read = readSubUser(body);
    if (body.failed || !read.username || !read.password || !read.status) return body.refusal();
    if (isTaken(account, read.username)) return refusal('user_name is taken');
    const user: SubUser = {
      id: nextId(account),
      username: read.username,
      password: read.password,
      cap: read.cap ?? -1,
      used: 0,
      ipCap: read.ipCap ?? -1,
      ipsUsed: 0,
      status: read.status,
      note: read.note ?? null,
      createdAt: account.now,
      updatedAt: account.now,
    };
    account.subUsers.push(user);
    return success(shape(user), 'Sub-user created');
  }),
  write('PUT', 'updateSubUser', 'user-passes/update', update),
  write('DELETE', 'deleteSubUser', 'user-passes/delete', (account, body) => {
    body.require('id');
    const id = body.integer('id');
    if (body.failed || id === undefined) return body.refusal();
    if (!account.subUsers.some((user) => user.id === id)) return refusal('Sub-user not found');
    account.subUsers = account.subUsers.filter((user) => user.id !== id);
    return success({ id }, 'Sub-user deleted');
  }),
];

function readSubUser(body: Fields) {
  return {
    username: body.text('user_name', { min: 3, max: 64 }),
    password: body.text('use_key', { min: 4, max: 64 }),
    status: body.choice('status', [1, 2]),
    note: body.text('note', { max: 500 }),
    cap: body.integer('usage_cap', { min: -1 }),
    ipCap: body.integer('ip_usage_cap', { min: -1 }),
  };
}

function isTaken(account: Account, username: string, except?: SubUser): boolean {
  return account.subUsers.some((user) => user !== except && user.username === username);
}

function update(account: Account, body: Fields): Answer {
  body.require('id');
  const id = body.integer('id');
  const read = readSubUser(body);
  if (body.failed) return body.refusal();
  const user = account.subUsers.find((one) => one.id === id);
  if (!user) return refusal('Sub-user not found');
  if (read.username !== undefined && isTaken(account, read.username, user)) return refusal('user_name is taken');
  user.username = read.username ?? user.username;
  user.password = read.password ?? user.password;
  user.status = read.status ?? user.status;
  user.cap = read.cap ?? user.cap;
  user.ipCap = read.ipCap ?? user.ipCap;
  if (body.has('note')) user.note = read.note ?? null;
  user.updatedAt = account.now;
  return success(shape(user), 'Sub-user updated');
}

function shape(user: SubUser): Json {
  return {
    id: user.id,
    user_name: user.username,
    use_key: user.password,
    usage_cap: user.cap,
    ip_usage_cap: user.ipCap,
    data_used: user.used,
    ip_used: user.ipsUsed,
    status: user.status,
    note: user.note,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}
