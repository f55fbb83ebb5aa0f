// Lists of usage, and of the proxies in use. Pure data.
import type { Column, ListDescription } from './list-description';
import { plain } from './shared-columns';

const usage = [
  { id: 'at', kind: 'moment' },
  { id: 'username', kind: 'text', grows: true, width: 7, yields: 2 },
  { id: 'ip', kind: 'mono', width: 9, yields: 3 },
  { id: 'country', kind: 'country', width: 9, yields: 4 },
  { id: 'port', kind: 'mono', width: 4.5, yields: 5 },
  { id: 'ips', kind: 'count', width: 4, yields: 1 },
  { id: 'traffic', kind: 'bytes', width: 6 },
] as const satisfies readonly Column[];
const addresses = [
  { id: 'ip', kind: 'mono', grows: true },
  { id: 'country', kind: 'country', width: 9, yields: 1 },
  { id: 'city', kind: 'text', yields: 2 },
  { id: 'state', kind: 'state', states: ['online', 'offline'], width: 6 },
  { id: 'binding', kind: 'mono', yields: 3 },
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
