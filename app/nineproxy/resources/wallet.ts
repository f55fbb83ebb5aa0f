// Reads the vendor's answers about the wallet, and writes requests about it. An answer in which nothing is known is not
// one that says "off".
import type { AutoRenew } from '../../model/state/app-state';
import type { Body } from '../operations/operation-types';
import type { components } from '../operations/openapi.generated';
import { boolean, count, fields, integer, isNone, moment, money, text } from './parse';
import { paidState, record } from './record-mapping';
import type { VendorRow } from './record-mapping';

/** getAutoRenew. Null when the answer has not one field that we know; of an account that has set up none, all fields are null. */
export function readAutoRenew(result: unknown): AutoRenew | null {
  const isNoneYet = isNone(result);
  const found = fields<keyof components['schemas']['AutoRenew']>(isNoneYet ? {} : result);
  if (found === null) return null;
  const renew: AutoRenew = {
    on: boolean(found.status),
    packageName: text(found.package_name),
    price: money(found.price),
    whenIps: count(found.when_number_ips),
    whenTraffic: count(found.when_traffic),
    nextAt: moment(found.next_at),
    lastAt: moment(found.last_at),
    lastOutcome: paidState(found.last_status),
    lastMessage: text(found.last_message),
  };
  return isNoneYet || Object.values(renew).some((value) => value !== null) ? renew : null;
}

/** The body of updateAutoRenew. */
export function autoRenewBody(on: boolean): Body<'updateAutoRenew'> {
  return { status: on ? 1 : 0 };
}

const transactionTypes: ReadonlyMap<number | null, string> = new Map([
  [1, 'convert'],
  [2, 'transfer'],
]);

/** One WalletTransaction. */
export function readTransaction(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['WalletTransaction']>(item);
  if (found === null) return null;
  return record(found.id, {
    at: moment(found.created_at),
    does: transactionTypes.get(integer(found.type)) ?? null,
    amount: money(found.amount),
    ips: count(found.number_of_ips),
    counterparty: text(found.counterparty),
    status: paidState(found.status),
  });
}
