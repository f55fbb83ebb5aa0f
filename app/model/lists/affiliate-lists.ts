// Lists of the affiliate program. Pure data.
import type { ListDescription } from './list-description';
import { paymentStatus, plain } from './shared-columns';

/** Lists of the affiliate program, by id. */
export const affiliateLists = {
  levels: {
    operation: 'listAffiliateLevels',
    columns: [
      { id: 'number', kind: 'count', width: 4 },
      { id: 'title', kind: 'text', grows: true },
      { id: 'rate', kind: 'percent', width: 7 },
    ],
    ...plain,
    pages: false,
  },
  referredUsers: {
    operation: 'listReferredUsers',
    columns: [
      { id: 'username', kind: 'text', grows: true },
      { id: 'code', kind: 'mono', yields: 2 },
      { id: 'at', kind: 'moment', yields: 1 },
    ],
    ...plain,
  },
  commissions: {
    operation: 'listCommissions',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'amount', kind: 'money' },
      { id: 'rate', kind: 'percent', width: 5, yields: 2 },
      { id: 'status', kind: 'state', states: ['valid', 'pending', 'invalid'], width: 6.5, yields: 1 },
    ],
    ...plain,
  },
  payouts: {
    operation: 'listAffiliateWithdrawals',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'does', kind: 'state', states: ['withdraw', 'convert', 'wallet'], width: 8, yields: 1 },
      { id: 'amount', kind: 'money' },
      { ...paymentStatus, yields: 2 },
    ],
    ...plain,
  },
  inviteLinks: {
    operation: 'listInviteCodes',
    columns: [
      { id: 'code', kind: 'mono' },
      { id: 'link', kind: 'link', grows: true, width: 10 },
      { id: 'users', kind: 'count', yields: 1 },
      { id: 'at', kind: 'day', yields: 2 },
    ],
    ...plain,
    pages: false,
  },
} as const satisfies Record<string, ListDescription>;
