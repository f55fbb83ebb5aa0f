// The areas in the sidebar of the account window, and the lists in each. Pure data. It must not: hold words (app/texts/account/areas.ts).
import type { ListId } from './lists';

/** The areas of the account window in the order of its sidebar, each with its lists. */
export const areas = {
  overview: [],
  proxy: ['purchases', 'accountUsage', 'subAccountUsage', 'today', 'localToday', 'favourites'],
  subAccounts: ['subAccounts'],
  subUsers: ['subUsers'],
  whitelist: ['whitelist'],
  connections: ['connections'],
  shareCodes: ['codesMade', 'codesRedeemed'],
  wallet: ['deposits', 'transactions'],
  affiliate: ['referredUsers', 'commissions', 'payouts', 'inviteLinks', 'levels'],
  alerts: [],
  apiCheck: [],
} as const satisfies Record<string, readonly ListId[]>;

export type AreaId = keyof typeof areas;

/** All areas, in the order of the sidebar. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const areaIds = Object.keys(areas) as [AreaId, ...AreaId[]];
