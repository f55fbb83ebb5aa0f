// The affiliate side: totals, levels, referred users, commissions, payouts, invite codes. Reads only.
import type { Account } from '../data/account';
import { type Json, success } from '../protocol/answer';
import { get, newestFirst, type Operation } from './operation';

/** `rate` in percent. */
const levels = [
  { number: 1, title: 'Bronze', rate: 5 },
  { number: 2, title: 'Silver', rate: 7 },
  { number: 3, title: 'Gold', rate: 10 },
  { number: 4, title: 'Platinum', rate: 12 },
];

export const affiliateOperations: Operation[] = [
  get('getAffiliateStats', 'affiliate/stats', (account) => success(stats(account))),
  get('listAffiliateLevels', 'affiliate/all-level', () => success(levels)),
  get('listReferredUsers', 'affiliate/list-referred-user', (account, query) =>
    newestFirst(query, account.affiliate.referred, (user) => ({
      id: user.id,
      username: user.username,
      code: user.code,
      created_at: user.createdAt,
    })),
  ),
  get('listCommissions', 'affiliate/list-commission', (account, query) =>
    newestFirst(query, account.affiliate.commissions, (one) => ({
      id: String(one.id),
      amount: one.cents / 100,
      rate: one.rate,
      payment_method: one.paymentMethod,
      status: validity(one, account.now),
      created_at: one.createdAt,
    })),
  ),
  get('listAffiliateWithdrawals', 'affiliate/list-withdraw', (account, query) =>
    newestFirst(query, account.affiliate.payouts, (one) => ({
      id: String(one.id),
      type: one.type,
      amount: one.cents / 100,
      status: one.status,
      created_at: one.createdAt,
    })),
  ),
  get('listInviteCodes', 'affiliate/list-invite-code', (account, query) =>
    newestFirst(query, account.affiliate.inviteCodes, (one) => ({
      code: one.code,
      link: `https://9proxy.example/register?ref=${one.code}`,
      registered_users: account.affiliate.referred.filter((user) => user.code === one.code).length,
      created_at: one.createdAt,
    })),
  ),
];

/** Whether it counts (1), does not (-1), or is reviewed for a week first (0). */
function validity({ valid, createdAt }: Account['affiliate']['commissions'][number], now: number): number {
  return now - createdAt < 7 * 86_400 ? 0 : valid ? 1 : -1;
}

function stats({ affiliate, now }: Account): Json {
  const midnight = now - (now % 86_400);
  const sum = (items: readonly { cents: number }[]) => items.reduce((total, one) => total + one.cents, 0) / 100;
  return {
    registered_users: affiliate.referred.length,
    today_commission: sum(affiliate.commissions.filter((one) => one.createdAt >= midnight)),
    total_commission: sum(affiliate.commissions),
    total_commission_valid: sum(affiliate.commissions.filter((one) => validity(one, now) === 1)),
    withdrawn_amount: sum(affiliate.payouts.filter((one) => one.status === 1)),
    current_level: levels[1] ?? null,
    all_level: levels,
  };
}
