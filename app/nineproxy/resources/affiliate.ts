// Reads the vendor's answers about the affiliate side: totals, levels, users, commissions, payouts, links. An answer in
// which nothing is known is not one that says "none".
import type { AffiliateStats } from '../../model/affiliate';
import type { components } from '../operations/openapi.generated';
import { count, fields, integer, isNone, moment, money, text } from './parse';
import { idOf, paidState, percent, record, rounded } from './record-mapping';
import type { VendorRow } from './record-mapping';

type Schemas = components['schemas'];

/** getAffiliateStats. Null when the answer has not one field that we know; all amounts are 0 where there is nothing yet. */
export function readAffiliateStats(result: unknown): AffiliateStats | null {
  if (isNone(result)) {
    return { registeredUsers: 0, today: 0, total: 0, valid: 0, withdrawn: 0, available: 0, level: null };
  }
  const found = fields<keyof Schemas['AffiliateStats']>(result);
  if (found === null) return null;
  const valid = money(found.total_commission_valid);
  const withdrawn = money(found.withdrawn_amount);
  const stats: AffiliateStats = {
    registeredUsers: count(found.registered_users),
    today: money(found.today_commission),
    total: money(found.total_commission),
    valid,
    withdrawn,
    available: valid === null || withdrawn === null ? null : rounded(valid - withdrawn, 2),
    level: readLevel(found.current_level),
  };
  return Object.values(stats).some((value) => value !== null) ? stats : null;
}

function readLevel(value: unknown): AffiliateStats['level'] {
  const found = fields<keyof Schemas['AffiliateLevel']>(value);
  if (found === null) return null;
  const level = { number: integer(found.number), title: text(found.title), rate: percent(found.rate) };
  return Object.values(level).some((one) => one !== null) ? level : null;
}

/** One AffiliateLevel. */
export function readAffiliateLevel(item: unknown): VendorRow | null {
  const level = readLevel(item);
  return level === null ? null : record(level.number ?? level.title, level);
}

/** One ReferredUser. */
export function readReferredUser(item: unknown): VendorRow | null {
  const found = fields<keyof Schemas['ReferredUser']>(item);
  if (found === null) return null;
  return record(idOf(found.id), {
    username: text(found.username),
    code: text(found.code),
    at: moment(found.created_at),
  });
}

/** What a commission is worth, by the same numbers as a payment's. */
const validity = { success: 'valid', pending: 'pending', failed: 'invalid' } as const;

/** One Commission. */
export function readCommission(item: unknown): VendorRow | null {
  const found = fields<keyof Schemas['Commission']>(item);
  if (found === null) return null;
  const status = paidState(found.status);
  return record(found.id, {
    at: moment(found.created_at),
    amount: money(found.amount),
    rate: percent(found.rate),
    status: status === null ? null : validity[status],
  });
}

const payoutTypes: ReadonlyMap<number | null, string> = new Map([
  [1, 'withdraw'],
  [2, 'convert'],
  [3, 'wallet'],
]);

/** One AffiliatePayout. */
export function readPayout(item: unknown): VendorRow | null {
  const found = fields<keyof Schemas['AffiliatePayout']>(item);
  if (found === null) return null;
  return record(found.id, {
    at: moment(found.created_at),
    does: payoutTypes.get(integer(found.type)) ?? null,
    amount: money(found.amount),
    status: paidState(found.status),
  });
}

/** One InviteCode. A link is one only if a browser would open it as a page. */
export function readInviteLink(item: unknown): VendorRow | null {
  const found = fields<keyof Schemas['InviteCode']>(item);
  if (found === null) return null;
  const link = text(found.link);
  return record(found.code, {
    code: text(found.code),
    link: link !== null && /^https?:\/\//i.test(link) ? link : null,
    users: count(found.registered_users),
    at: moment(found.created_at),
  });
}
