// Lists in the states that they can be in, as plain data: what main answers and the state beside it. For the tests beside it and for
// the pictures. Made-up values only; nothing here runs in the application.
import type { CallOutput } from '../../../app/bridge/contract';
import type { Result } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { Row } from '../../../app/model/lists/list-description';
import type { ListId } from '../../../app/model/lists/lists';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

type Answer = Result<CallOutput<'lists.read'>>;

export interface ListExample {
  list: ListId;
  state: AppState;
  /** What `lists.read` answers to every page; `never`: it is still under way. */
  answer: Answer | 'never';
}

const minute = 60_000;
const day = 24 * 60 * minute;
const ago = (ms: number) => picturedAt - ms;

const normal = named(popoverStates, 'normal');

/** One of a few, always the same for the same number. */
function pick<T>(from: readonly [T, ...T[]], at: number): T {
  return from[at % from.length] ?? from[0];
}

function answer(rows: Row[], total: number | null = rows.length): Answer {
  return { ok: true, value: { rows, total, asOf: ago(2 * minute) } };
}

function rowsOf(count: number, cells: (at: number) => Row['cells']): Row[] {
  return Array.from({ length: count }, (_, at) => ({ key: String(count - at), cells: cells(at) }));
}

const names = [
  'scraper-eu',
  'berlin',
  'price-watch',
  'lisbon',
  'seo-rank',
  'tokyo',
  'ads-check',
  'travel-fares',
] as const;
const notes = [null, 'Nightly run', 'Ada’s team', null, 'Until the end of the quarter', null] as const;

const subAccounts = rowsOf(100, (at) => ({
  username: `${pick(names, at)}-${String(100 - at).padStart(2, '0')}`,
  note: pick(notes, at),
  ips: (at * 977) % 4300,
  traffic: ((at * 7_919) % 260) * 1e8,
  topUp: pick(['ips', 'off', 'off', 'traffic', 'both', 'off', null], at),
  at: ago(at * 3.3 * day + 7 * minute),
  status: at % 4 === 2 ? 'disabled' : 'enabled',
}));

const longName = 'the-regional-monitoring-of-retail-prices-in-every-supermarket-of-the-country-and-its-neighbours';
const longNames = rowsOf(12, (at) => ({
  username: `${longName}-${at}`,
  note: 'A note that the user wrote at length, with all that there is to know about this sub-account and what it is for, and more',
  ips: 1_234_567_890,
  traffic: 987_654_321_000_000,
  topUp: 'a state that nobody has described',
  at: ago(at * day),
  status: 'enabled',
}));

const codes = rowsOf(34, (at) => {
  const givesIps = at % 3 !== 1;
  const status = pick(['unused', 'used', 'used', 'revoked', 'expired'], at);
  return {
    code: `ref-${at}`,
    gives: givesIps ? 'ips' : 'traffic',
    ips: givesIps ? 50 * ((at % 5) + 1) : null,
    traffic: givesIps ? null : 5e9 * ((at % 4) + 1),
    forwardedTo: at % 2 === 0 ? 'mara.lindqvist@nordwind.example' : null,
    usedBy: status === 'used' ? 'mara.lindqvist@nordwind.example' : null,
    at: ago(at * 4 * day),
    expiresAt: at % 4 === 0 ? picturedAt + (60 - at) * day : null,
    usedAt: status === 'used' ? ago(at * 4 * day - 90 * minute) : null,
    status,
  };
});

const purchases = rowsOf(48, (at) => ({
  number: `NP-${2_026_118 - at * 7}`,
  at: ago(at * 6.4 * day),
  ips: at % 3 === 2 ? null : 500 * ((at % 4) + 1),
  traffic: at % 3 === 2 ? 25e9 : null,
  amount: 18 + (at % 4) * 31.5,
  status: at === 0 ? 'pending' : at === 9 ? 'failed' : 'success',
}));

const usage = rowsOf(100, (at) => ({
  at: ago(at * 11 * minute),
  username: `${pick(names, at)}-${(at % 20) + 1}`,
  ip: `${(at * 37) % 200}.${(at * 53) % 255}.${(at * 11) % 255}.${(at * 7) % 255}`,
  country: pick(['DE', 'US', 'JP', 'BR', 'GB', 'PT', 'VN'], at),
  port: 60_000 + at,
  ips: 1,
  traffic: (at + 1) * 3_412_000,
}));

const inferred: AppState['apiCheck'] = {
  phase: 'done',
  at: ago(9 * minute),
  rows: [
    {
      operation: 'listFavoriteProxies',
      method: 'GET',
      path: '/client/v1/proxies/favorite-list',
      corrected: false,
      certainty: 'inferred',
      outcome: 'fails',
      problem: { kind: 'not-offered' },
      ms: 112,
      items: null,
    },
  ],
};
const example = (list: ListId, given: Answer | 'never', state: AppState = normal): ListExample => ({
  list,
  state,
  answer: given,
});

export const listExamples = {
  many: example('subAccounts', answer(subAccounts, 50_000)),
  none: example('subUsers', answer([])),
  loading: example('subAccounts', 'never'),
  failed: example('purchases', { ok: false, problem: { kind: 'server-trouble', status: 503 } }),
  offline: example('transactions', { ok: false, problem: { kind: 'unreachable', why: 'offline' } }),
  'not-offered': example(
    'favourites',
    { ok: false, problem: { kind: 'not-offered' } },
    { ...normal, apiCheck: inferred },
  ),
  'no-local-app': example('localToday', { ok: false, problem: { kind: 'unreachable', why: 'refused' } }),
  refused: example('subAccounts', 'never', { ...normal, key: { ...normal.key, status: 'refused' } }),
  'long-names': example('subAccounts', answer(longNames)),
  secrets: example('codesMade', answer(codes)),
  'secret-copied': example('codesMade', answer(codes), {
    ...normal,
    rotation: { ...normal.rotation, clipboard: { outcome: 'copied', clearsAt: picturedAt + 48_000 } },
  }),
  purchases: example('purchases', answer(purchases)),
  unread: example('subAccounts', {
    ok: true,
    value: { rows: longNames.slice(0, 9), total: 12, skipped: 3, asOf: ago(2 * minute) },
  }),
  'filter-ignored': example('subAccountUsage', { ok: false, problem: { kind: 'filter-ignored', filter: 'username' } }),
  'open-ended': example('subAccountUsage', answer(usage, null)),
  saving: example('subAccounts', answer(subAccounts, 50_000), {
    ...normal,
    saving: { list: 'subAccounts', read: 12_300, total: 50_000 },
  }),
} as const satisfies Record<string, ListExample>;
