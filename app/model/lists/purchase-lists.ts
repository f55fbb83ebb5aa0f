// Lists of what was bought and paid: purchases, deposits, wallet transactions. Pure data.
import type { ListDescription } from './list-description';
import { payment, paymentStatus, plain } from './shared-columns';

const paid = { id: 'status', kind: 'choice', choices: payment } as const;
const between = [
  { id: 'from', kind: 'day' },
  { id: 'to', kind: 'day' },
] as const;

/** Lists of what was bought and paid, by id. */
export const purchaseLists = {
  purchases: {
    operation: 'listBillings',
    columns: [
      { id: 'number', kind: 'mono', grows: true },
      { id: 'at', kind: 'moment', yields: 1 },
      { id: 'ips', kind: 'count', sorts: true, width: 5.5, yields: 3 },
      { id: 'traffic', kind: 'bytes', width: 6, yields: 4 },
      { id: 'amount', kind: 'money', sorts: true },
      { ...paymentStatus, yields: 2 },
    ],
    filters: [paid, ...between],
    searches: false,
    order: null,
    pages: true,
  },
  deposits: {
    operation: 'listBillings',
    columns: [
      { id: 'number', kind: 'mono', grows: true },
      { id: 'at', kind: 'moment', yields: 2 },
      { id: 'amount', kind: 'money', sorts: true },
      { ...paymentStatus, yields: 1 },
    ],
    filters: [paid, ...between],
    searches: false,
    order: null,
    pages: true,
  },
  transactions: {
    operation: 'listWalletTransactions',
    columns: [
      { id: 'at', kind: 'moment' },
      { id: 'does', kind: 'state', states: ['convert', 'transfer'], width: 7, yields: 1 },
      { id: 'amount', kind: 'money' },
      { id: 'ips', kind: 'count', width: 5.5, yields: 3 },
      { id: 'counterparty', kind: 'text', grows: true, yields: 4 },
      { ...paymentStatus, yields: 2 },
    ],
    ...plain,
  },
} as const satisfies Record<string, ListDescription>;
