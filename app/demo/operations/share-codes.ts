// Share codes ("CD keys"): those this account made, those it redeemed; making, redeeming and revoking them. A code is
// worth something only once.
import { type Account, codeStatus, type ForeignCode, nextId, type ShareCode } from '../data/account';
import { giveIps, giveTraffic, mainIps, mainTraffic, takeIps, takeTraffic } from '../data/allocations';
import { type Answer, type Json, refusal, success } from '../protocol/answer';
import { someShareCode } from '../data/names';
import { gigabyte } from '../data/packages';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import type { Fields } from '../protocol/validate';
import { get, type Operation, write } from './operation';

const mostCodesAtOnce = 500;

// `amount_ips` sorts what is answered as `number_of_ips`, as the vendor documents it.
const madeValues = {
  code: (one: ShareCode) => one.code,
  amount_ips: (one: ShareCode) => one.ips,
  created_at: (one: ShareCode) => one.createdAt,
};

const redeemedValues = {
  code: (one: ForeignCode) => one.code,
  amount_ips: (one: ForeignCode) => one.ips,
  used_at: (one: ForeignCode) => one.usedAt ?? 0,
};

export const shareCodeOperations: Operation[] = [
  get('listShareCodes', 'cd-keys/list-share-code', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, madeValues, 'created_at');
    const passes = readFilter(query);
    if (query.failed) return query.refusal();
    const found = account.shareCodes.filter((one) => passes({ ...one, email: one.forwardTo }));
    return success(pageOf(sorted(found, order), paging, shape));
  }),
  get('listUsedCodes', 'cd-keys/list-use-code', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, redeemedValues, 'used_at');
    const passes = readFilter(query);
    if (query.failed) return query.refusal();
    const found = account.foreignCodes.filter(
      (one) => one.usedAt !== null && passes({ ...one, status: codeStatus.used, email: one.from }),
    );
    return success(pageOf(sorted(found, order), paging, (code) => shapeForeign(account, code)));
  }),
  write('POST', 'generateIpShareCodes', 'cd-keys/generate-share-code', generateForIps),
  write('POST', 'generateTrafficShareCodes', 'cd-keys/generate-share-code-traffic', generateForTraffic),
  write('POST', 'useShareCodes', 'cd-keys/use-code', redeem),
  write('POST', 'revokeShareCodes', 'cd-keys/revoke-share-code', revoke),
];

interface Filterable {
  code: string;
  kind: ShareCode['kind'];
  status: number;
  enterprise: boolean;
  email: string | null;
}

function readFilter(query: Fields): (code: Filterable) => boolean {
  const status = query.integer('status');
  const keyword = query.text('keyword')?.toLowerCase();
  const email = query.text('email')?.toLowerCase();
  const dataType = query.choice('data_type', [1, 2]);
  const enterprise = query.choice('is_enterprise', [0, 1]);
  return (code) =>
    (status === undefined || code.status === status) &&
    (keyword === undefined || code.code.toLowerCase().includes(keyword)) &&
    (email === undefined || (code.email?.toLowerCase().includes(email) ?? false)) &&
    (dataType === undefined || code.kind === (dataType === 1 ? 'ips' : 'traffic')) &&
    (enterprise === undefined || code.enterprise === (enterprise === 1));
}

function generateForIps(account: Account, body: Fields): Answer {
  body.require('plan', 'number_of_ips', 'number_of_codes');
  body.choice('plan', [1]);
  const ips = body.integer('number_of_ips', { min: 5 });
  const count = body.integer('number_of_codes', { min: 1, max: mostCodesAtOnce });
  const forwardTo = body.text('forward_to', { email: true }) ?? null;
  if (body.failed || ips === undefined || count === undefined) return body.refusal();
  if (ips * count > mainIps(account) || !takeIps(account, ips * count)) return refusal('Insufficient IP balance');
  return make(account, count, { kind: 'ips', ips, bytes: 0, sourceId: 1, forwardTo });
}

function generateForTraffic(account: Account, body: Fields): Answer {
  body.require('traffic_plan_id', 'amount_traffic', 'number_of_codes');
  const packageId = body.integer('traffic_plan_id');
  const bytes = body.integer('amount_traffic', { min: gigabyte });
  const count = body.integer('number_of_codes', { min: 1, max: mostCodesAtOnce });
  if (body.failed || packageId === undefined || bytes === undefined || count === undefined) return body.refusal();
  if (!account.trafficPackages.some((one) => one.id === packageId)) return refusal('Traffic plan not found');
  if (bytes * count > mainTraffic(account) || takeTraffic(account, bytes * count, packageId) === undefined) {
    return refusal('Insufficient traffic balance');
  }
  return make(account, count, { kind: 'traffic', ips: 0, bytes, sourceId: packageId, forwardTo: null });
}

function make(
  account: Account,
  count: number,
  part: Pick<ShareCode, 'kind' | 'ips' | 'bytes' | 'sourceId' | 'forwardTo'>,
): Answer {
  const codes = Array.from({ length: count }, () => someShareCode(account.random.codes));
  for (const code of codes) {
    account.shareCodes.push({
      code,
      ...part,
      enterprise: false,
      status: codeStatus.unused,
      usedBy: null,
      usedAt: null,
      expiresAt: null,
      createdAt: account.now,
    });
  }
  return success({ codes }, 'Share codes generated');
}

/** Redeems those that can be, and answers with them; a refusal when none can. */
function redeem(account: Account, body: Fields): Answer {
  body.require('codes');
  const codes = body.texts('codes');
  if (body.failed || codes === undefined) return body.refusal();
  const applied: string[] = [];
  const errors: string[] = [];
  for (const code of new Set(codes)) {
    const found = account.foreignCodes.find((one) => one.code === code);
    if (!found || (found.forwardTo !== null && found.forwardTo !== account.owner.email)) {
      errors.push(`${code} is not valid for this account`);
    } else if (found.usedAt !== null) {
      errors.push(`${code} has been used`);
    } else if (found.expiresAt !== null && found.expiresAt <= account.now) {
      errors.push(`${code} has expired`);
    } else {
      found.usedAt = account.now;
      receive(account, found);
      applied.push(code);
    }
  }
  if (applied.length === 0) return refusal('No code could be applied', errors);
  return success({ codes: applied }, 'Share codes applied');
}

function receive(account: Account, code: ForeignCode): void {
  if (code.kind === 'ips') {
    giveIps(account, code.ips, code.enterprise ? 2 : 1);
    account.ipLedger.granted += code.ips;
    return;
  }
  account.trafficPackages.push({
    id: nextId(account),
    name: 'Shared traffic',
    left: code.bytes,
    original: code.bytes,
    activeAt: account.now,
    expiresAt: account.now + 30 * 86_400,
  });
}

/** All of them, or a refusal and none: only unused codes of this account can be revoked. */
function revoke(account: Account, body: Fields): Answer {
  body.require('codes');
  const codes = body.texts('codes');
  if (body.failed || codes === undefined) return body.refusal();
  const wanted = [...new Set(codes)];
  const found = account.shareCodes.filter((one) => one.status === codeStatus.unused && wanted.includes(one.code));
  if (found.length < wanted.length) {
    const unknown = wanted.filter((code) => !found.some((one) => one.code === code));
    return refusal(
      'Only unused codes can be revoked',
      unknown.map((code) => `${code} is not an unused code of this account`),
    );
  }
  for (const code of found) {
    code.status = codeStatus.revoked;
    if (code.kind === 'ips') giveIps(account, code.ips, code.sourceId);
    else giveTraffic(account, code.bytes, code.sourceId);
  }
  return success({ codes: wanted }, 'Share codes revoked');
}

function shape(code: ShareCode): Json {
  return {
    code: code.code,
    data_type: code.kind === 'ips' ? 1 : 2,
    expired_at: code.expiresAt,
    amount_traffic: code.bytes,
    forward_to: code.forwardTo,
    used_by: code.usedBy,
    number_of_ips: code.ips,
    status: code.status,
    used_at: code.usedAt,
    created_at: code.createdAt,
  };
}

function shapeForeign({ owner }: Account, code: ForeignCode): Json {
  return {
    code: code.code,
    data_type: code.kind === 'ips' ? 1 : 2,
    expired_at: code.expiresAt,
    amount_traffic: code.bytes,
    forward_to: code.forwardTo,
    used_by: owner.email,
    received_from: code.from,
    number_of_ips: code.ips,
    status: codeStatus.used,
    used_at: code.usedAt,
    created_at: code.createdAt,
  };
}
