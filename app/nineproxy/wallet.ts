// Reads what the vendor answers about the wallet.
// It must not: ask for it, or take an answer in which nothing is known for one that says "off".
import type { AutoRenew } from '../account/state';
import type { components } from './openapi.generated';
import { boolean, count, fields, integer, moment, number, text } from './parse';

/** getAutoRenew. Null when the answer has not one field that we know. */
export function readAutoRenew(result: unknown): AutoRenew | null {
  const found = fields<keyof components['schemas']['AutoRenew']>(result);
  if (found === null) return null;
  const renew: AutoRenew = {
    on: boolean(found.status),
    packageName: text(found.package_name),
    price: number(found.price),
    whenIps: count(found.when_number_ips),
    whenTraffic: count(found.when_traffic),
    nextAt: moment(found.next_at),
    lastAt: moment(found.last_at),
    lastOutcome: outcomes.get(integer(found.last_status)) ?? null,
    lastMessage: text(found.last_message),
  };
  return Object.values(renew).some((value) => value !== null) ? renew : null;
}

/** The vendor's statuses of anything that is paid. */
const outcomes: ReadonlyMap<number | null, AutoRenew['lastOutcome']> = new Map([
  [0, 'pending'],
  [1, 'success'],
  [-1, 'failed'],
]);
