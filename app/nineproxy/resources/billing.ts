// Reads the vendor's answers about purchases and deposits, and writes requests for them.
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Query } from '../operations/operation-types';
import { chosen, day, paging, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { count, fields, moment, money, text } from './parse';
import { paidState, record } from './record-mapping';
import type { VendorRow } from './record-mapping';

const types = { purchases: 1, deposits: 2 } as const;
const statuses = { success: 1, pending: 0, failed: -1 } as const;
const sortNames = { ips: 'number_of_ips', amount: 'amount' } as const;

/** The parameters of listBillings. */
export function billingParameters(query: ListQuery, kind: keyof typeof types): Query<'listBillings'> {
  return given({
    ...paging(query),
    ...sorting(query, sortNames),
    type: types[kind],
    status: chosen(query, 'status', statuses),
    start_date: day(query, 'from'),
    end_date: day(query, 'to'),
  });
}

/** One BillingInfo of a purchase. The ways to pay are numbers whose meaning is not published: they are left out. */
export function readPurchase(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['BillingInfo']>(item);
  if (found === null) return null;
  return record(found.id, {
    number: text(found.billing_number),
    at: moment(found.created_at),
    ips: count(found.number_of_ips),
    traffic: count(found.amount_traffic),
    amount: money(found.amount),
    status: paidState(found.status),
  });
}

/** One BillingInfo of a deposit. */
export function readDeposit(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['BillingInfo']>(item);
  if (found === null) return null;
  return record(found.id, {
    number: text(found.billing_number),
    at: moment(found.created_at),
    amount: money(found.amount),
    status: paidState(found.status),
  });
}
