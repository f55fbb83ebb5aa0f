// Reads the vendor's answers about the account and its balances. A figure that the answer does not hold is missing, not
// zero.
import type { AccountAnswer } from '../../model/state/account-answer';
import type { IpBalance, Traffic } from '../../model/state/app-state';
import type { components } from '../operations/openapi.generated';
import { boolean, count, fields, integer, isNone, listOrNone, moment, money, text } from './parse';

type Schemas = components['schemas'];

export interface BalanceAnswer {
  ips: IpBalance | null;
  traffic: Traffic | null;
}

/** getAccountInfo. Null without a usable id: the answer is there to say whose account it is. */
export function readAccountInfo(result: unknown): AccountAnswer | null {
  const info = fields<keyof Schemas['AccountInfo']>(result);
  const id = integer(info?.id);
  if (info === null || id === null) return null;
  const amount = money(info.wallet_balance);
  return {
    account: {
      id,
      email: text(info.email),
      username: text(info.username),
      emailVerified: boolean(info.email_verified),
      twoFactor: boolean(info['_2fa_enabled']),
    },
    wallet: amount === null ? null : { amount },
  };
}

/** How many plans or packages are kept one by one: many more than an account has. The totals are of all. */
const mostParts = 200;

/**
 * getBalanceData, as of `now` (ms). A part that is missing is null; null altogether when both are. A part that is there and null is one of
 * an account that has none yet.
 */
export function readBalanceData(result: unknown, now: number): BalanceAnswer | null {
  const none = { ip_data: null, traffic_data: null };
  const data = fields<keyof Schemas['BalanceData']>(isNone(result) ? none : result);
  const ips = readIps(data?.ip_data);
  const traffic = readTraffic(data?.traffic_data, now);
  return ips === null && traffic === null ? null : { ips, traffic };
}

/** IPs per plan. A plan without an amount is left out; one without an id gets a negative one of its own. */
function readIps(value: unknown): IpBalance | null {
  const items = listOrNone(value);
  if (items === null) return null;
  const plans = items.flatMap((item, at) => {
    const plan = fields<'plan_id' | 'amount'>(item);
    // A balance may be overdrawn.
    const amount = integer(plan?.amount);
    return amount === null ? [] : [{ planId: integer(plan?.plan_id) ?? -1 - at, amount }];
  });
  if (plans.length === 0 && items.length > 0) return null;
  return { total: sum(plans.map((plan) => plan.amount)), plans: plans.slice(0, mostParts) };
}

/** Packages in bytes. One without an amount is left out; the total counts those that have not expired at `now`. */
function readTraffic(value: unknown, now: number): Traffic | null {
  const items = listOrNone(value);
  if (items === null) return null;
  const packages = items.flatMap((item, at) => {
    const found = fields<keyof Schemas['TrafficPackage']>(item);
    const left = integer(found?.amount);
    if (found === null || left === null) return [];
    return [
      {
        id: integer(found.id) ?? -1 - at,
        name: text(found.plan_name) ?? '',
        left,
        original: count(found.original_amount),
        expiresAt: moment(found.expires_at),
      },
    ];
  });
  if (packages.length === 0 && items.length > 0) return null;
  const living = packages.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return { total: sum(living.map(({ left }) => left)), packages: packages.slice(0, mostParts) };
}

/** A sum that stays a whole number that can be represented exactly. */
function sum(amounts: readonly number[]): number {
  const all = amounts.reduce((total, amount) => total + amount, 0);
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(all, Number.MAX_SAFE_INTEGER));
}
