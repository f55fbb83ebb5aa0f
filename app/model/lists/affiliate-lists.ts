// Lists of the affiliate program.
// Pure data. Must not: hold words (app/texts/account/lists.ts), or know how the vendor spells a field.
import type { ListDescription } from './list-description';
import { paymentStatus, plain } from './shared-columns';

/** Lists of the affiliate program, by id. */
export const affiliateLists = {
  levels: {
    operation: 'listAffiliateLevels',
    columns: [
      { id: 'number', kind: 'count' },
      { id: 'title', kind: 'text', grows: true },
      { id: 'rate', kind: 'percent' },
    ],
    ...plain,
    pages: false,
  },
  referredUsers: {
    operation: 'listReferredUsers',
    columns: [
      { id: 'username', kind: 'text', grows: true },
      { id: 'code', kind: 'mono' },
      { id: 'at', kind: 'moment' },
    ],
    ...plain,
  },
  commissions: {
    operation: 'listCommissions',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'amount', kind: 'money' },
      { id: 'rate', kind: 'percent' },
      { id: 'status', kind: 'state', states: ['valid', 'pending', 'invalid'] },
    ],
    ...plain,
  },
  payouts: {
    operation: 'listAffiliateWithdrawals',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'does', kind: 'state', states: ['withdraw', 'convert', 'wallet'] },
      { id: 'amount', kind: 'money' },
      paymentStatus,
    ],
    ...plain,
  },
  inviteLinks: {
    operation: 'listInviteCodes',
    columns: [
      { id: 'code', kind: 'mono' },
      { id: 'link', kind: 'link', grows: true },
      { id: 'users', kind: 'count' },
      { id: 'at', kind: 'moment' },
    ],
    ...plain,
    pages: false,
  },
} as const satisfies Record<string, ListDescription>;
