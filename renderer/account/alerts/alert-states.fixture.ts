// The alerts' area in all its states, as plain data. For the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import type { Settings } from '../../../app/model/settings';
import type { AppState } from '../../../app/model/state/app-state';
import type { Alert } from '../../../app/model/alert';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

export { picturedAt };

const normal = named(popoverStates, 'normal');

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const open: Alert[] = [
  { id: 'two-factor-off', since: picturedAt - 40 * DAY, about: { kind: 'two-factor-off' } },
  {
    id: 'package-expires:4',
    since: picturedAt - DAY,
    about: { kind: 'package-expires', id: 4, name: '50 GB', at: picturedAt + 2 * DAY, days: 3 },
  },
  {
    id: 'wallet-low',
    since: picturedAt - 9 * HOUR,
    about: { kind: 'wallet-low', left: 3.15, threshold: 5 },
  },
  { id: 'ips-low', since: picturedAt - 2 * HOUR, about: { kind: 'ips-low', left: 38, threshold: 50 } },
  {
    id: 'sub-account-low:11:traffic',
    since: picturedAt - HOUR,
    about: { kind: 'sub-account-low', id: 11, username: 'berlin-24', what: 'traffic', left: 4.2e8, threshold: 1e9 },
  },
  {
    id: 'unusual-use:ips',
    since: picturedAt - HOUR / 4,
    about: { kind: 'unusual-use', what: 'ips', perDay: 940, usual: 122 },
  },
];
const bad: Alert[] = [
  { id: 'key-refused', since: picturedAt - HOUR, about: { kind: 'key-refused' } },
  { id: 'renew-failed', since: picturedAt, about: { kind: 'renew-failed', message: 'Insufficient balance' } },
];

const gateway: Alert[] = [
  {
    id: 'gateway-cap:c2',
    since: picturedAt - 3 * HOUR,
    about: { kind: 'gateway-cap', id: 'c2', name: 'Rotation bot', what: 'ips', used: 490, limit: 500 },
  },
  {
    id: 'gateway-key-seen:old:python3',
    since: picturedAt - HOUR,
    about: { kind: 'gateway-key-seen', key: 'old', program: 'python3' },
  },
  {
    id: 'gateway-key-seen:real:',
    since: picturedAt - HOUR,
    about: { kind: 'gateway-key-seen', key: 'real', program: null },
  },
  { id: 'gateway-refused', since: picturedAt - HOUR / 2, about: { kind: 'gateway-refused' } },
  {
    id: 'gateway-down',
    since: picturedAt - HOUR / 4,
    about: { kind: 'gateway-down', port: 19_090, why: 'taken', program: 'nginx' },
  },
];

const withAlerts = (alerts: Alert[], changed: Partial<Settings['alerts']> = {}): AppState => ({
  ...normal,
  alerts,
  settings: { ...normal.settings, alerts: { ...normal.settings.alerts, ...changed } },
});
const own = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      String(i + 10),
      {
        username: i === 1 ? `a-customer-with-a-very-long-name-${'x'.repeat(60)}` : `berlin-${i + 23}`,
        ips: 25 * i,
        traffic: 2e9,
      },
    ]),
  );
const account = String(normal.account.value?.id ?? '');

/** The whole state of the application, by how its alerts are. */
export const alertStates = {
  none: withAlerts([]),
  open: withAlerts(open, {
    quiet: { on: true, from: '22:00', to: '07:00' },
    mutedUntil: picturedAt + 20 * HOUR,
    bySubAccount: { [account]: own(3) },
  }),
  bad: withAlerts(bad),
  gateway: withAlerts(gateway),
  off: withAlerts(open.slice(3), {
    on: false,
    packageDays: 0,
    subAccounts: { on: false, ips: 0, traffic: 0 },
  }),
  many: withAlerts([], { bySubAccount: { [account]: own(30) } }),
  unwatched: {
    ...withAlerts([], { bySubAccount: { [account]: own(3) } }),
    subAccounts: {
      ...normal.subAccounts,
      unwatched: [
        { id: 10, why: 'gone', at: picturedAt },
        { id: 12, why: 'not-found', at: picturedAt },
        ...normal.subAccounts.pinned.slice(0, 1).map(({ id }) => ({ id, why: 'gone' as const, at: picturedAt })),
      ],
    },
  },
} satisfies Record<string, AppState>;
