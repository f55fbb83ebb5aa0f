// Auto renew and the wallet's conversions and transfers. Time buys, not the switch (traffic-simulator.ts).
import { success } from '../protocol/answer';
import { get, newestFirst, type Operation, write } from './operation';

export const walletOperations: Operation[] = [
  get('getAutoRenew', 'wallet/get-auto-renew', ({ autoRenew }) =>
    success({
      status: autoRenew.on ? 1 : 0,
      package_name: autoRenew.packageName,
      price: autoRenew.cents / 100,
      when_number_ips: autoRenew.whenIps,
      when_traffic: null,
      next_at: null,
      last_at: autoRenew.lastAt,
      last_status: autoRenew.lastStatus,
      last_message: autoRenew.lastMessage,
    }),
  ),
  write('PUT', 'updateAutoRenew', 'wallet/update-auto-renew', (account, body) => {
    body.require('status');
    const status = body.choice('status', [0, 1]);
    if (body.failed) return body.refusal();
    account.autoRenew.on = status === 1;
    return success({ status: status ?? 0 }, account.autoRenew.on ? 'Auto renew is on' : 'Auto renew is off');
  }),
  get('listWalletTransactions', 'wallet/list-transaction', (account, query) =>
    newestFirst(query, account.walletTransactions, (one) => ({
      id: String(one.id),
      type: one.type,
      amount: one.cents / 100,
      number_of_ips: one.ips,
      counterparty: one.counterparty,
      status: one.status,
      created_at: one.createdAt,
    })),
  ),
];
