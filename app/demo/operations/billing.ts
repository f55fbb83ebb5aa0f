// Purchases and deposits, newest first. Reads only.
import type { Account, Billing } from '../data/account';
import { type Json, success } from '../protocol/answer';
import { pageOf, readOrder, readPaging, sorted } from '../protocol/page';
import { get, type Operation } from './operation';

const values: Record<'id' | 'amount' | 'number_of_ips', (billing: Billing) => number> = {
  id: (billing) => billing.id,
  amount: (billing) => billing.cents,
  number_of_ips: (billing) => billing.ips ?? 0,
};

export const billingOperations: Operation[] = [
  get('listBillings', 'billings/get-list', (account, query) => {
    const paging = readPaging(query);
    const order = readOrder(query, values, 'id');
    const type = query.choice('type', [1, 2]);
    const status = query.choice('status', [-1, 0, 1]);
    const method = query.integer('payment_method');
    const start = query.day('start_date');
    const end = query.day('end_date');
    if (start !== undefined && end !== undefined && start > end) {
      query.errors.push('start_date must not be after end_date');
    }
    if (query.failed) return query.refusal();
    const found = account.billings.filter(
      (billing) =>
        (type === undefined || billing.type === type) &&
        (status === undefined || billing.status === status) &&
        (method === undefined || billing.paymentMethod === method) &&
        (start === undefined || billing.createdAt >= start) &&
        (end === undefined || billing.createdAt < end + 86_400),
    );
    return success(pageOf(sorted(found, order), paging, (billing) => shape(account, billing)));
  }),
];

function shape({ owner }: Account, billing: Billing): Json {
  return {
    id: String(billing.id),
    billing_number: `${billing.type === 1 ? 'PO' : 'DP'}-${String(billing.id).padStart(9, '0')}`,
    type: billing.type,
    package_id: billing.packageId,
    account_id: owner.id,
    amount: billing.cents / 100,
    number_of_ips: billing.ips,
    amount_traffic: billing.bytes,
    payment_method: billing.paymentMethod,
    status: billing.status,
    created_at: billing.createdAt,
  };
}
