// Sub-accounts: list, create, edit, switch, delete. What one is given the main account loses, and gets back. Answers
// have no password.
import type { Account } from '../data/account';
import { giveIps, giveTraffic, mainIps, takeIps, takeTraffic, topUp } from '../data/allocations';
import { type Answer, type Json, refusal, success } from '../protocol/answer';
import { noTopUp, someUsername } from '../data/history-sub-accounts';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import type { SubAccount } from '../data/sub-accounts';
import type { Fields } from '../protocol/validate';
import { get, type Operation, write } from './operation';

const values: Record<'id' | 'username' | 'created_at' | 'number_of_ips', (sub: SubAccount) => number | string> = {
  id: (sub) => sub.id,
  username: (sub) => sub.username,
  created_at: (sub) => sub.createdAt,
  number_of_ips: (sub) => sub.ips,
};

export const subAccountOperations: Operation[] = [
  get('listSubAccounts', 'subs/get-list', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, values, 'id');
    const username = query.text('username')?.toLowerCase();
    const status = query.choice('status', [1, 2]);
    const keyword = query.text('keyword')?.toLowerCase();
    if (query.failed) return query.refusal();
    const found = account.subs.list.filter(
      (sub) =>
        (status === undefined || sub.enabled === (status === 1)) &&
        (username === undefined || sub.username.toLowerCase() === username) &&
        (keyword === undefined ||
          sub.username.toLowerCase().includes(keyword) ||
          (sub.note?.toLowerCase().includes(keyword) ?? false)),
    );
    return success(pageOf(sorted(found, order), paging, shape));
  }),
  write('POST', 'createSubAccount', 'subs/create', create),
  write('PUT', 'updateSubAccount', 'subs/update', update),
  write('PUT', 'setSubAccountStatus', 'subs/update-status', (account, body) => {
    body.require('id', 'status');
    const id = body.integer('id');
    const status = body.choice('status', [1, 2]);
    if (body.failed || id === undefined) return body.refusal();
    const sub = account.subs.find(id);
    if (!sub) return refusal('Sub-account not found');
    sub.enabled = status === 1;
    return success(shape(sub), sub.enabled ? 'Sub-account enabled' : 'Sub-account disabled');
  }),
  write('DELETE', 'deleteSubAccount', 'subs/delete', (account, body) => {
    body.require('id');
    const id = body.integer('id');
    if (body.failed || id === undefined) return body.refusal();
    const sub = account.subs.find(id);
    if (!sub) return refusal('Sub-account not found');
    giveIps(account, sub.ips);
    giveTraffic(account, sub.traffic, sub.packageId);
    account.subs.remove(sub);
    return success({ id }, 'Sub-account deleted');
  }),
];

/** The fields that create and update share; `undefined` leaves a thing as it is. */
function readSettings(account: Account, body: Fields) {
  return {
    password: body.text('password', { min: 6, max: 64 }),
    note: body.text('note', { max: 500 }),
    ips: body.integer('number_of_ips', { min: 0 }),
    traffic: body.integer('amount_traffic', { min: 0 }),
    packageId: body.integer('traffic_plan_id'),
    autoDisableAt: body.integer('auto_disable_at', { min: account.now }),
    autoAddIps: body.choice('auto_add_ips', [0, 1]),
    whenIps: body.integer('auto_add_when_number_ips', { min: 0 }),
    addIps: body.integer('number_ips_auto_add', { min: 1 }),
    autoAddTraffic: body.choice('auto_add_traffic', [0, 1]),
    whenTraffic: body.integer('auto_add_when_traffic_bellow', { min: 0 }),
    // The vendor publishes no name for these two.
    addTraffic: body.integer('amount_traffic_auto_add', { min: 1 }),
    topUpPackageId: body.integer('traffic_plan_id_auto_add'),
  };
}

type Settings = ReturnType<typeof readSettings>;

function topUpOf(settings: Settings, before: SubAccount['topUp']): SubAccount['topUp'] {
  return {
    ips: settings.autoAddIps === undefined ? before.ips : settings.autoAddIps === 1,
    whenIps: settings.whenIps ?? before.whenIps,
    addIps: settings.addIps ?? before.addIps,
    traffic: settings.autoAddTraffic === undefined ? before.traffic : settings.autoAddTraffic === 1,
    whenTraffic: settings.whenTraffic ?? before.whenTraffic,
    addTraffic: settings.addTraffic ?? before.addTraffic,
    packageId: settings.topUpPackageId ?? before.packageId,
  };
}

function checkTopUp(rule: SubAccount['topUp'], body: Fields): void {
  const need = (name: string, amount: number, by: string) => {
    if (amount < 1) body.errors.push(`${name} is required when ${by} is 1`);
  };
  if (rule.ips) {
    need('auto_add_when_number_ips', rule.whenIps, 'auto_add_ips');
    need('number_ips_auto_add', rule.addIps, 'auto_add_ips');
  }
  if (rule.traffic) {
    need('auto_add_when_traffic_bellow', rule.whenTraffic, 'auto_add_traffic');
    need('amount_traffic_auto_add', rule.addTraffic, 'auto_add_traffic');
  }
}

function create(account: Account, body: Fields): Answer {
  const settings = readSettings(account, body);
  const rule = topUpOf(settings, noTopUp);
  checkTopUp(rule, body);
  if (body.failed) return body.refusal();
  const sub: Omit<SubAccount, 'id'> = {
    username: someUsername(account, account.random.names, 0),
    password: settings.password ?? null,
    note: settings.note ?? null,
    ips: 0,
    traffic: 0,
    packageId: null,
    enabled: true,
    createdAt: account.now,
    autoDisableAt: settings.autoDisableAt ?? null,
    topUp: rule,
  };
  const problem = allocate(account, sub, settings);
  if (problem) return problem;
  const added = account.subs.add(sub);
  topUp(account, added);
  return success(shape(added), 'Sub-account created');
}

function update(account: Account, body: Fields): Answer {
  body.require('id');
  const id = body.integer('id');
  const status = body.choice('status', [1, 2]);
  const settings = readSettings(account, body);
  if (body.failed || id === undefined) return body.refusal();
  const sub = account.subs.find(id);
  if (!sub) return refusal('Sub-account not found');
  const rule = topUpOf(settings, sub.topUp);
  checkTopUp(rule, body);
  if (body.failed) return body.refusal();
  const problem = allocate(account, sub, settings);
  if (problem) return problem;
  sub.topUp = rule;
  if (settings.password !== undefined) sub.password = settings.password;
  if (body.has('note')) sub.note = settings.note ?? null;
  if (status !== undefined) sub.enabled = status === 1;
  if (body.has('auto_disable_at')) account.subs.disableLater(sub, settings.autoDisableAt ?? null);
  topUp(account, sub);
  return success(shape(sub), 'Sub-account updated');
}

/** Moves the difference to what is wanted between the main account and the sub-account: all of it, or a refusal and none. */
function allocate(account: Account, sub: Omit<SubAccount, 'id'>, settings: Settings): Answer | undefined {
  const moreIps = (settings.ips ?? sub.ips) - sub.ips;
  const moreTraffic = (settings.traffic ?? sub.traffic) - sub.traffic;
  if (moreIps > mainIps(account)) return refusal('Insufficient IP balance');
  if (moreTraffic > 0) {
    const packageId = takeTraffic(account, moreTraffic, settings.packageId);
    if (packageId === undefined) return refusal('Insufficient traffic balance');
    sub.packageId = packageId;
  } else {
    giveTraffic(account, -moreTraffic, sub.packageId);
  }
  if (moreIps > 0) takeIps(account, moreIps);
  else giveIps(account, -moreIps);
  sub.ips += moreIps;
  sub.traffic += moreTraffic;
  return undefined;
}

function shape(sub: SubAccount): Json {
  return {
    id: sub.id,
    username: sub.username,
    note: sub.note,
    number_of_ips: sub.ips,
    traffic_data: sub.traffic,
    status: sub.enabled ? 1 : 2,
    created_at: sub.createdAt,
    auto_disable_at: sub.autoDisableAt,
    setting: {
      auto_add_ips: sub.topUp.ips ? 1 : 0,
      auto_add_when_number_ips: sub.topUp.whenIps,
      number_ips_auto_add: sub.topUp.addIps,
      auto_add_traffic: sub.topUp.traffic ? 1 : 0,
      auto_add_when_traffic_bellow: sub.topUp.whenTraffic,
      amount_traffic_auto_add: sub.topUp.addTraffic,
      traffic_plan_id_auto_add: sub.topUp.packageId,
    },
  };
}
