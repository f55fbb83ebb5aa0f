// Lists of who and what may use the account: sub-accounts, sub-users, the whitelist, proxy connections. Pure data.
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
      { id: 'username', kind: 'text', sorts: true, grows: true, width: 7.5 },
      { id: 'status', kind: 'state', sorts: true, states: ['enabled', 'disabled', 'blocked'], width: 5.5 },
      { id: 'password', kind: 'secret', width: 10.5, yields: 3 },
      { id: 'traffic', kind: 'bytes', sorts: true, width: 7, yields: 1 },
      { id: 'trafficCap', kind: 'bytes', sorts: true, width: 7, yields: 4 },
      { id: 'ips', kind: 'count', sorts: true, width: 5.5, yields: 2 },
      { id: 'ipCap', kind: 'count', sorts: true, width: 5.25, yields: 5 },
      { id: 'note', kind: 'text', grows: true, width: 6, yields: 6 },
      { id: 'at', kind: 'day', sorts: true, yields: 7 },
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
      { id: 'description', kind: 'text', grows: true, yields: 1 },
      { id: 'at', kind: 'day', sorts: true, yields: 2 },
      { id: 'changedAt', kind: 'day', yields: 3 },
      { id: 'status', kind: 'state', states: onOff, width: 4.75 },
    ],
    ...plain,
  },
  connections: {
    operation: 'listProxyConnections',
    columns: [
      { id: 'ports', kind: 'mono', grows: true },
      { id: 'country', kind: 'country', width: 9 },
      { id: 'region', kind: 'text', yields: 5 },
      { id: 'city', kind: 'text', yields: 2 },
      { id: 'isp', kind: 'text', yields: 4 },
      { id: 'session', kind: 'state', states: ['rotating', 'sticky'], width: 6.5, yields: 1 },
      { id: 'sessionTime', kind: 'minutes', yields: 3 },
      { id: 'at', kind: 'day', sorts: true, yields: 6 },
    ],
    ...plain,
  },
} as const satisfies Record<string, ListDescription>;
