// Lists of usage, and of the proxies in use.
// Pure data. Must not: hold words (app/texts/account/lists.ts), or know how the vendor spells a field.
import type { Column, ListDescription } from './list-description';
import { plain } from './shared-columns';

const usage = [
  { id: 'at', kind: 'moment' },
  { id: 'username', kind: 'text', grows: true },
  { id: 'ip', kind: 'mono' },
  { id: 'country', kind: 'country' },
  { id: 'port', kind: 'mono' },
  { id: 'ips', kind: 'count' },
  { id: 'traffic', kind: 'bytes' },
] as const satisfies readonly Column[];
const addresses = [
  { id: 'ip', kind: 'mono', grows: true },
  { id: 'country', kind: 'country' },
  { id: 'city', kind: 'text' },
  { id: 'state', kind: 'state', states: ['online', 'offline'] },
  { id: 'binding', kind: 'mono' },
] as const satisfies readonly Column[];

/** Lists of usage and of the proxies in use, by id. */
export const usageLists = {
  accountUsage: { operation: 'listAccountUsage', columns: usage.filter(({ id }) => id !== 'username'), ...plain },
  subAccountUsage: {
    operation: 'listSubAccountUsage',
    columns: usage,
    ...plain,
    filters: [{ id: 'username', kind: 'text' }],
  },
  today: { operation: 'listTodayProxies', columns: addresses, ...plain },
  favourites: { operation: 'listFavoriteProxies', columns: addresses, ...plain },
  localToday: { operation: null, columns: addresses, ...plain, pages: false },
} as const satisfies Record<string, ListDescription>;
