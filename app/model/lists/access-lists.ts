// Lists of who and what may use the account: sub-accounts, sub-users, the whitelist, proxy connections.
// Pure data. Must not: hold words (app/texts/account/lists.ts), or know how the vendor spells a field.
import type { ListDescription } from './list-description';
import { plain } from './shared-columns';

const onOff = ['enabled', 'disabled'] as const;
const topUp = ['ips', 'traffic', 'both', 'off'] as const;

/** Lists of who and what may use the account, by id. */
export const accessLists = {
  subAccounts: {
    operation: 'listSubAccounts',
    columns: [
      { id: 'username', kind: 'text', sorts: true, grows: true },
      { id: 'status', kind: 'state', states: onOff, switches: true, width: 4.5 },
      { id: 'ips', kind: 'count', sorts: true, width: 5.5, yields: 1 },
      { id: 'traffic', kind: 'bytes', width: 6, yields: 2 },
      { id: 'topUp', kind: 'state', states: topUp, width: 5.5, yields: 4 },
      { id: 'at', kind: 'day', sorts: true, yields: 5 },
      { id: 'note', kind: 'text', grows: true, width: 7, yields: 3 },
    ],
    filters: [{ id: 'status', kind: 'choice', choices: onOff }],
    searches: true,
    order: null,
    pages: true,
  },
  subUsers: {
    operation: 'listSubUsers',
    columns: [
      { id: 'username', kind: 'text', sorts: true, grows: true },
      { id: 'status', kind: 'state', sorts: true, states: ['enabled', 'disabled', 'blocked'] },
      { id: 'password', kind: 'secret' },
      { id: 'traffic', kind: 'bytes', sorts: true },
      { id: 'trafficCap', kind: 'bytes', sorts: true },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'ipCap', kind: 'count', sorts: true },
      { id: 'note', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
    ],
    filters: [],
    searches: true,
    order: null,
    pages: true,
  },
  whitelist: {
    operation: 'listWhitelist',
    columns: [
      { id: 'ip', kind: 'mono', grows: true },
      { id: 'description', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
      { id: 'changedAt', kind: 'day' },
      { id: 'status', kind: 'state', states: onOff },
    ],
    ...plain,
  },
  connections: {
    operation: 'listProxyConnections',
    columns: [
      { id: 'ports', kind: 'mono', grows: true },
      { id: 'country', kind: 'country' },
      { id: 'region', kind: 'text' },
      { id: 'city', kind: 'text' },
      { id: 'isp', kind: 'text' },
      { id: 'session', kind: 'state', states: ['rotating', 'sticky'] },
      { id: 'sessionTime', kind: 'minutes' },
      { id: 'at', kind: 'day', sorts: true },
    ],
    ...plain,
  },
} as const satisfies Record<string, ListDescription>;
