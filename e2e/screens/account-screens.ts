// Every screen of the account window in every state: the areas. Data comes from the demo and the components' own
// examples.
import { type AreaId, areaIds, areas } from '../../app/model/lists/areas';
import type { ListId } from '../../app/model/lists/lists';
import type { CallOutput } from '../../app/bridge/contract';
import type { Problem, Result } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { apiCheckTexts } from '../../app/texts/account/api-check';
import { areaTexts } from '../../app/texts/account/areas';
import { forecastTexts } from '../../app/texts/account/forecast';
import { listTexts } from '../../app/texts/account/list-frame';
import { listWords } from '../../app/texts/account/lists';
import { shortcutTexts } from '../../app/texts/account/shortcuts';
import { settingsTexts } from '../../app/texts/settings';
import { alertStates } from '../../renderer/account/alerts/alert-states.fixture';
import { listExamples } from '../../renderer/account/list/list-states.fixture';
import { picturedAt, popoverStates } from '../../renderer/popover/popover-states.fixture';
import { settingsStates } from '../../renderer/settings/settings-states.fixture';
import { named } from '../../renderer/ui/example-state.fixture';
import { readDemoAccount } from './account-data';
import { choose, press, pick, rowMenu, listOf, walks, type Walk } from './account-walks';
import { accessScreens } from './access-screens';
import { licenseScreens } from './license-screens';
import { placeScreens } from './place-screens';
import type { Screen } from './list';

/** What the demo's account has: read once for all screens. */
export const accountData = await readDemoAccount();
const { state: normal, lists } = accountData;

type Lists = NonNullable<Screen['lists']>;

const popoverState = (name: string) => named(popoverStates, name);

const failing = (problem: Problem): Result<CallOutput<'lists.read'>> => ({ ok: false, problem });
const noRows: Result<CallOutput<'lists.read'>> = {
  ok: true,
  value: { rows: [], total: 0, asOf: picturedAt - 20_000 },
};

/** The same answer to whatever list is asked for. */
function every(answer: Result<CallOutput<'lists.read'>> | 'never'): Lists {
  const given: Lists = {};
  for (const list of Object.keys(lists)) if (isList(list)) given[list] = answer;
  return given;
}

function isList(name: string): name is ListId {
  return name in lists;
}

/** The names of areas as used in file names. */
const fileNames: Readonly<Record<AreaId, string>> = {
  overview: 'overview',
  proxy: 'proxy',
  subAccounts: 'sub-accounts',
  subUsers: 'sub-users',
  whitelist: 'whitelist',
  connections: 'connections',
  shareCodes: 'share-codes',
  wallet: 'wallet',
  affiliate: 'affiliate',
  places: 'places',
  access: 'access',
  alerts: 'alerts',
  apiCheck: 'api-check',
  settings: 'settings',
};
const nameOf = (area: AreaId) => `account-${fileNames[area]}`;
const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const withLists = areaIds.filter((area) => areas[area].length > 0);

/** Each area as it is with much data. */
const full: Screen[] = areaIds
  .filter(
    (area) => area !== 'apiCheck' && area !== 'alerts' && area !== 'places' && area !== 'access' && area !== 'settings',
  )
  .map((area) => ({
    name: nameOf(area),
    state: normal,
    area,
    inTheDark: true,
    inOtherSizes: ['overview', 'proxy', 'subAccounts', 'subUsers', 'shareCodes', 'connections', 'wallet'].includes(
      area,
    ),
  }));

const { localApp } = normal.settings;
const withLocalApp: AppState = { ...normal, settings: { ...normal.settings, localApp: { ...localApp, on: true } } };

/** Every list behind a tab, except the first, which its area shows. */
const tabs: Screen[] = withLists.flatMap((area) =>
  areas[area].slice(1).map(
    (list): Screen => ({
      name: `${nameOf(area)}-${kebab(list)}`,
      state: list === 'localToday' ? withLocalApp : normal,
      area,
      walk: listOf(list),
    }),
  ),
);

/** Each area with lists in which there is nothing. */
const { subAccounts } = normal;
const withoutSubAccounts: AppState = {
  ...normal,
  subAccounts: { ...subAccounts, count: { ...subAccounts.count, value: 0 }, firstPage: [] },
};
const empty: Screen[] = withLists.map((area) => ({
  name: `${nameOf(area)}-none`,
  state: area === 'subAccounts' ? withoutSubAccounts : normal,
  area,
  lists: every(noRows),
  inTheDark: true,
}));

const unread: AppState = {
  ...popoverState('no-data'),
  settings: normal.settings,
};
const refused: AppState = {
  ...normal,
  key: { ...normal.key, status: 'refused' },
  notice: popoverState('refused').notice,
};
const stopped: AppState = {
  ...normal,
  bulk: popoverState('emergency-stop').bulk,
  notice: popoverState('emergency-stop').notice,
};
const noKey: AppState = {
  ...unread,
  key: { ...normal.key, status: 'absent', storage: null },
  refresh: { ...unread.refresh, running: false },
};

const trouble: Screen[] = [
  { name: 'account-emergency-stop', state: stopped, area: 'overview', inOtherSizes: true },
  { name: 'account-overview-nothing-read', state: unread, area: 'overview' },
  {
    name: 'account-overview-not-enough',
    state: { ...normal, forecasts: popoverState('normal').forecasts },
    area: 'overview',
    answers: { 'history.read': { ok: true, value: { points: [], perDay: [] } } },
  },
  {
    name: 'account-overview-hidden-amounts',
    state: { ...normal, settings: { ...normal.settings, hideAmounts: true } },
    area: 'overview',
  },
  {
    name: 'account-proxy-hidden-amounts',
    state: { ...normal, settings: { ...normal.settings, hideAmounts: true } },
    area: 'proxy',
    isUnpictured: true,
  },
  {
    name: 'account-overview-alerts',
    state: { ...normal, alerts: alertStates.open.alerts },
    area: 'overview',
    inOtherSizes: true,
  },
  { name: 'account-overview-two-factor-off', state: twoFactorOff(), area: 'overview', isUnpictured: true },
  {
    name: 'account-overview-failed',
    state: { ...popoverState('offline'), forecasts: normal.forecasts },
    area: 'overview',
  },
  {
    name: 'account-overview-long-names',
    state: { ...popoverState('long-names'), forecasts: normal.forecasts },
    area: 'overview',
  },
  {
    name: 'account-no-sandbox',
    state: { ...normal, platform: { ...normal.platform, sandboxed: false } },
    area: 'overview',
    inTheDark: true,
    inOtherSizes: true,
  },
  { name: 'account-no-key', state: noKey, area: 'overview' },
  ...withLists.map(
    (area): Screen => ({
      name: `${nameOf(area)}-refused`,
      state: refused,
      area,
      isUnpictured: area !== 'subAccounts',
    }),
  ),
  ...withLists.map(
    (area): Screen => ({
      name: `${nameOf(area)}-loading`,
      state: normal,
      area,
      lists: every('never'),
      answers: { 'affiliate.read': 'never' },
      isUnpictured: area !== 'subAccounts',
    }),
  ),
  ...withLists.map(
    (area): Screen => ({
      name: `${nameOf(area)}-failed`,
      state: normal,
      area,
      lists: every(failing({ kind: 'server-trouble', status: 503 })),
      answers: { 'affiliate.read': { ok: false, problem: { kind: 'server-trouble', status: 503 } } },
      isUnpictured: area !== 'proxy',
    }),
  ),
  ...withLists.map(
    (area): Screen => ({
      name: `${nameOf(area)}-not-offered`,
      state: { ...normal, apiCheck: accountData.apiCheck },
      area,
      lists: every(failing({ kind: 'not-offered' })),
      answers: { 'affiliate.read': { ok: false, problem: { kind: 'not-offered' } } },
      isUnpictured: area !== 'affiliate',
    }),
  ),
  {
    name: 'account-proxy-much-data',
    state: popoverState('much-data'),
    area: 'proxy',
  },
  {
    name: 'account-proxy-local-today-off',
    state: normal,
    area: 'proxy',
    walk: listOf('localToday'),
  },
  {
    name: 'account-proxy-local-today-absent',
    state: withLocalApp,
    area: 'proxy',
    lists: { localToday: failing({ kind: 'local-app-absent' }) },
    walk: listOf('localToday'),
  },
  {
    name: 'account-wallet-renew-failed',
    state: { ...normal, autoRenew: popoverState('renew-failed').autoRenew },
    area: 'wallet',
    isUnpictured: true,
  },
  { name: 'account-proxy-lasting-traffic', state: lastingTraffic(), area: 'proxy', isUnpictured: true },
  { name: 'account-wallet-not-offered-renew', state: popoverState('not-offered'), area: 'wallet', isUnpictured: true },
];

/** Traffic that never expires, as Enterprise accounts have it, beside a package that does. */
function lastingTraffic(): AppState {
  const packages = [
    {
      id: 1,
      name: 'Residential 50 GB',
      left: 31_200_000_000,
      original: 50_000_000_000,
      expiresAt: picturedAt + 12 * 86_400_000,
    },
    { id: 2, name: 'Enterprise 1 TB', left: 740_000_000_000, original: 1_000_000_000_000, expiresAt: null },
    { id: 3, name: 'Enterprise top-up', left: 25_000_000_000, original: null, expiresAt: null },
  ];
  const total = packages.reduce((sum, { left }) => sum + left, 0);
  return { ...normal, traffic: { ...normal.traffic, value: { total, packages } } };
}

/** One sub-account being switched, one that could not be, one that was. */
function switching(): AppState {
  const [one, two, three] = lists.subAccounts.rows;
  const of = (row: typeof one) => ({ id: Number(row?.key), username: String(row?.cells['username']), at: picturedAt });
  const problem = { kind: 'rejected', message: 'Sub-account is locked' } as const;
  return {
    ...normal,
    subAccounts: {
      ...normal.subAccounts,
      switches: [
        { ...of(one), wanted: false, phase: 'pending' },
        { ...of(two), wanted: false, phase: 'rolled-back', problem },
        { ...of(three), wanted: true, phase: 'done' },
      ],
    },
  };
}

function twoFactorOff(): AppState {
  const { value } = normal.account;
  return { ...normal, account: { ...normal.account, value: value === null ? null : { ...value, twoFactor: false } } };
}

const many: Result<CallOutput<'lists.read'>> = { ok: true, value: { ...lists.subAccounts, total: 50_000 } };
const first = String(lists.subAccounts.rows[0]?.cells['username']);
const usageOfFirst: CallOutput<'lists.read'> = {
  ...lists.subAccountUsage,
  rows: lists.subAccountUsage.rows.map((row) => ({ ...row, cells: { ...row.cells, username: first } })),
};

const search =
  (text: string): Walk =>
  async (page) => {
    await page.getByRole('searchbox').fill(text);
    await page.getByText(listTexts.noMatch, { exact: true }).waitFor();
  };

const details: Screen[] = [
  {
    name: 'account-sub-accounts-many',
    state: { ...normal, subAccounts: { ...normal.subAccounts, count: { ...normal.subAccounts.count, value: 50_000 } } },
    area: 'subAccounts',
    lists: { subAccounts: many },
    isUnpictured: true,
  },
  { name: 'account-sub-accounts-menu', state: normal, area: 'subAccounts', walk: rowMenu(2) },
  { name: 'account-sub-users-menu', state: normal, area: 'subUsers', walk: rowMenu(1), inOtherSizes: true },
  {
    name: 'account-sub-accounts-usage',
    state: normal,
    area: 'subAccounts',
    lists: { subAccountUsage: { ok: true, value: usageOfFirst } },
    walk: choose(areaTexts.showUsage),
  },
  {
    name: 'account-sub-accounts-long-names',
    state: popoverState('long-names'),
    area: 'subAccounts',
    lists: { subAccounts: listExamples['long-names'].answer },
  },
  { name: 'account-sub-accounts-switches', state: switching(), area: 'subAccounts', isUnpictured: true },
  {
    name: 'account-failed-ask',
    state: { ...normal, saving: { list: 'subAccounts', read: 12_300, total: 50_000 } },
    area: 'subAccounts',
    lists: { subAccounts: many },
    answers: { 'lists.cancelSave': { ok: false, problem: { kind: 'internal' } } },
    walk: press(listTexts.cancelSave),
    isUnpictured: true,
  },
  {
    name: 'account-sub-accounts-unread',
    state: normal,
    area: 'subAccounts',
    lists: { subAccounts: listExamples.unread.answer },
    isUnpictured: true,
  },
  {
    name: 'account-sub-account-usage-ignored',
    state: normal,
    area: 'subAccounts',
    lists: { subAccountUsage: listExamples['filter-ignored'].answer },
    walk: choose(areaTexts.showUsage),
    isUnpictured: true,
  },
  {
    name: 'account-sub-account-usage-open-ended',
    state: normal,
    area: 'subAccounts',
    lists: { subAccountUsage: listExamples['open-ended'].answer },
    walk: choose(areaTexts.showUsage),
    isUnpictured: true,
  },
  {
    name: 'account-wallet-offline',
    state: normal,
    area: 'wallet',
    lists: every(listExamples.offline.answer),
    isUnpictured: true,
  },
  {
    name: 'account-sub-accounts-no-match',
    state: normal,
    area: 'subAccounts',
    lists: { subAccounts: noRows },
    walk: search(first),
    isUnpictured: true,
  },
  {
    name: 'account-sub-accounts-saving',
    state: { ...normal, saving: { list: 'subAccounts', read: 12_300, total: 50_000 } },
    area: 'subAccounts',
    lists: { subAccounts: many },
  },
  {
    name: 'account-share-codes-revealed',
    state: normal,
    area: 'shareCodes',
    answers: { 'secret.reveal': { ok: true, value: { text: accountData.code } } },
    walk: async (page) => {
      const name = listTexts.showSecret({ column: listWords('codesMade').columns['code'] ?? '' });
      await page.locator('[data-row="1"]').getByRole('button', { name, exact: true }).click();
      await page.getByText(accountData.code, { exact: true }).waitFor();
    },
  },
  {
    name: 'account-share-codes-copied',
    state: {
      ...normal,
      rotation: { ...normal.rotation, clipboard: { outcome: 'copied', clearsAt: picturedAt + 48_000 } },
    },
    area: 'shareCodes',
    walk: async (page) => {
      const name = listTexts.copyCell({ column: listWords('codesMade').columns['code'] ?? '' });
      await page.locator('[data-row="1"]').getByRole('button', { name, exact: true }).click();
    },
    isUnpictured: true,
  },
  {
    name: 'account-overview-tables',
    state: normal,
    area: 'overview',
    walk: pick(forecastTexts.views.table),
    isLong: true,
  },
  {
    name: 'account-overview-year',
    state: normal,
    area: 'overview',
    walk: pick(forecastTexts.periods.year),
    isLong: true,
  },
  {
    name: 'account-shortcuts',
    state: normal,
    area: 'overview',
    walk: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: shortcutTexts.title }).waitFor();
    },
    inOtherSizes: true,
  },
];

const { apiCheck } = accountData;
const never: AppState['apiCheck'] = {
  phase: 'never',
  at: null,
  // In the demo every tried operation answers, so that no row has a problem to remove.
  rows: apiCheck.rows.map((row) => ({
    ...row,
    outcome: row.outcome === 'writes' ? 'writes' : 'not-tried',
    ms: null,
    items: null,
  })),
};
/** Some answer differently: not at all, with an error, at another path. */
const mixed: AppState['apiCheck'] = {
  ...apiCheck,
  rows: apiCheck.rows.map((row) => {
    switch (row.operation) {
      case 'listFavoriteProxies':
        return { ...row, outcome: 'fails', problem: { kind: 'not-offered' }, items: null };
      case 'listInviteCodes':
        return { ...row, outcome: 'fails', problem: { kind: 'server-trouble', status: 502 }, items: null };
      case 'listWhitelist':
        return { ...row, corrected: true, path: '/client/v2/whitelist/list' };
      default:
        return row;
    }
  }),
};
const half = Math.floor(apiCheck.rows.length / 4);
const correct = walks(press(apiCheckTexts.correct({ operation: 'listWhitelist' })), (page) =>
  page.getByRole('dialog').waitFor(),
);

const checks: Screen[] = [
  { name: 'account-api-check', state: { ...normal, apiCheck: never }, area: 'apiCheck', inTheDark: true },
  {
    name: 'account-api-check-running',
    state: {
      ...normal,
      apiCheck: {
        ...apiCheck,
        phase: 'running',
        rows: never.rows.map((row, at) =>
          at < half ? (apiCheck.rows[at] ?? row) : at === half ? { ...row, outcome: 'trying' } : row,
        ),
      },
    },
    area: 'apiCheck',
    isUnpictured: true,
  },
  {
    name: 'account-api-check-done',
    state: { ...normal, apiCheck: mixed },
    area: 'apiCheck',
    inTheDark: true,
    isLong: true,
  },
  { name: 'account-api-check-correct', state: { ...normal, apiCheck: mixed }, area: 'apiCheck', walk: correct },
  {
    name: 'account-api-check-not-this',
    state: { ...normal, apiCheck: mixed },
    area: 'apiCheck',
    answers: { 'endpoints.correct': { ok: false, problem: { kind: 'bad-input', field: 'path' } } },
    walk: walks(correct, press(apiCheckTexts.apply)),
    isUnpictured: true,
  },
];

/** The settings, in every state that they can be in. */
const settingsScreens = Object.entries(settingsStates).map(
  ([name, state]): Screen => ({
    name: `account-settings-${name}`,
    state,
    area: 'settings',
    inOtherSizes: name === 'normal' || name === 'troubled' || name === 'update-newer',
    inTheDark: name === 'normal' || name === 'update-newer',
    isLong: true,
  }),
);

const settingsWalks: Screen[] = [
  {
    name: 'account-settings-remove-key',
    state: settingsStates.normal,
    area: 'settings',
    walk: press(settingsTexts.key.remove),
    inOtherSizes: true,
  },
  {
    name: 'account-settings-recording',
    state: settingsStates.shortcut,
    area: 'settings',
    walk: async (page) => {
      await page.getByRole('button', { name: settingsTexts.shortcut.recordName }).click();
      await page.keyboard.press('n');
    },
    isLong: true,
  },
  {
    name: 'account-settings-wrong-address',
    state: settingsStates.normal,
    area: 'settings',
    walk: async (page) => {
      const radio = page.getByRole('radio', { name: settingsTexts.address.custom });
      await page.locator('label').filter({ has: radio }).click();
      await page.getByRole('textbox', { name: settingsTexts.address.field }).fill('http://api.example.com');
      await page.keyboard.press('Enter');
    },
    isLong: true,
  },
];

const alerts = Object.entries(alertStates).map(
  ([name, { alerts: open, settings, subAccounts: watched }]): Screen => ({
    name: `account-alerts-${name}`,
    // Of an account whose sub-accounts have settings of their own.
    state: { ...popoverState('normal'), alerts: open, settings, subAccounts: watched },
    area: 'alerts',
    inOtherSizes: name === 'open',
    inTheDark: true,
    isUnpictured: !['open', 'none'].includes(name),
    isLong: true,
  }),
);

/** The areas. */
export const areaScreens: readonly Screen[] = [
  ...full,
  ...tabs,
  ...empty,
  ...trouble,
  ...details,
  ...checks,
  ...alerts,
  ...placeScreens,
  ...accessScreens,
  ...settingsScreens,
  ...settingsWalks,
  ...licenseScreens,
];
