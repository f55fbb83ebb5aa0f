// Account information and balances. Reads only.
import { success } from '../protocol/answer';
import { get, type Operation } from './operation';

const day = 86_400;

export const accountOperations: Operation[] = [
  get('getAccountInfo', 'account/get-info', ({ owner, wallet }) =>
    success({
      id: owner.id,
      email: owner.email,
      username: owner.username,
      email_verified: owner.emailVerified,
      _2fa_enabled: owner.twoFactor,
      wallet_balance: wallet / 100,
    }),
  ),
  get('getBalanceData', 'account/get-balance-data', (account) =>
    success({
      ip_data: account.ipPlans.map((plan) => ({ plan_id: plan.id, amount: plan.left })),
      traffic_data: account.trafficPackages
        .filter((one) => one.expiresAt > account.now - 30 * day)
        .map((one) => ({
          id: one.id,
          amount: one.left,
          // Text, as a client saw it.
          original_amount: String(one.original),
          plan_name: one.name,
          active_at: one.activeAt,
          expires_in: Math.max(0, Math.ceil((one.expiresAt - account.now) / day)),
          expires_at: one.expiresAt,
          status: one.expiresAt > account.now ? 1 : 2,
          receive_method: 1,
          traffic_type: 1,
          created_at: one.activeAt,
          updated_at: account.now,
        })),
    }),
  ),
];
