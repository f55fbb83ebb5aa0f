// The areas of the account window, the lists in each, and the sections of its settings. Pure data, without words
// (app/texts/account/areas.ts).
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
  places: [],
  access: [],
  alerts: [],
  apiCheck: [],
  settings: [],
} as const satisfies Record<string, readonly ListId[]>;

export type AreaId = keyof typeof areas;

/** All areas. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const areaIds = Object.keys(areas) as [AreaId, ...AreaId[]];

/** The areas in the sidebar, in order. The API check is reached from the settings. */
export const sidebarAreas: readonly AreaId[] = areaIds.filter((area) => area !== 'apiCheck');

/** The sections of the settings, in order. */
export const settingsSections = ['account', 'alerts', 'appearance', 'connection', 'privacy', 'advanced'] as const;
export type SettingsSection = (typeof settingsSections)[number];
