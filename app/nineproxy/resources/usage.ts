// Reads the vendor's answers about usage: which address was used when, by whom, and what it cost.
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Query } from '../operations/operation-types';
import { filtered, paging } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { count, fields, moment, text } from './parse';
import { country, record } from './record-mapping';
import type { VendorRow } from './record-mapping';

/** The parameters of listSubAccountUsage. */
export function subAccountUsageParameters(query: ListQuery): Query<'listSubAccountUsage'> {
  return given({ ...paging(query), username: filtered(query, 'username') });
}

/** One UsageRecord of the main account. */
export function readAccountUsage(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['UsageRecord']>(item);
  if (found === null) return null;
  return record(found.id, {
    at: moment(found.created_at),
    ip: text(found.ip),
    country: country(found.country_code),
    port: text(found.port),
    ips: count(found.number_of_ips),
    traffic: count(found.amount_traffic),
  });
}

/** One UsageRecord of a sub-account. */
export function readSubAccountUsage(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['UsageRecord']>(item);
  if (found === null) return null;
  return record(found.id, {
    at: moment(found.created_at),
    username: text(found.username),
    ip: text(found.ip),
    country: country(found.country_code),
    port: text(found.port),
    ips: count(found.number_of_ips),
    traffic: count(found.amount_traffic),
  });
}
