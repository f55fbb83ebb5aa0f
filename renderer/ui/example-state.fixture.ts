// What the example states of all windows have in common: the default settings, no figures, and parts in which nothing
// is under way.
import type { Settings } from '../../app/model/settings';
import type { AppState } from '../../app/model/state/app-state';
import { absent } from '../../app/model/figures/figure';
import { noAccess } from '../../app/model/access/access-view';
import { noPlaces } from '../../app/model/places/places-view';
import { type FigureId, forEachFigure } from '../../app/model/figures/figures';

export const exampleSettings: Settings = {
  address: { kind: 'production' },
  proxy: { mode: 'system' },
  pace: 'normal',
  theme: 'system',
  language: 'system',
  hideAmounts: false,
  startAtLogin: false,
  runWithoutSandbox: false,
  trayTitle: 'none',
  lowAt: { ips: 50, traffic: 1_000_000_000, wallet: 5 },
  alerts: {
    on: true,
    ips: true,
    traffic: true,
    wallet: true,
    packageDays: 3,
    unusualUse: true,
    autoRenew: true,
    keyRefused: true,
    twoFactorOff: true,
    gateway: true,
    subAccounts: { on: true, ips: 10, traffic: 1_000_000_000 },
    bySubAccount: {},
    quiet: { on: false, from: '22:00', to: '07:00' },
  },
  localApp: { on: false, port: 10_101 },
  pinned: {},
  endpoints: {},
  fields: {},
  accountWindow: { width: 1080, height: 720 },
  popover: { width: 360, height: 560 },
};

/** An example by its name in a table of states; throws where there is none. */
export function named(states: Readonly<Record<string, AppState>>, name: string): AppState {
  const state = states[name];
  if (state === undefined) throw new Error(`There is no state named ${name}.`);
  return state;
}

/** No figure was read yet. */
export const noFigures: Pick<AppState, FigureId | 'trends'> = {
  ...forEachFigure(() => absent<never>()),
  trends: forEachFigure(() => []),
};

/** The parts of a state in which nothing is under way. */
export const quiet: Pick<
  AppState,
  'forecasts' | 'alerts' | 'bulk' | 'apiCheck' | 'saving' | 'access' | 'rotation' | 'places'
> = {
  forecasts: { ips: { says: 'not-enough' }, traffic: { says: 'not-enough' }, wallet: { says: 'not-enough' } },
  alerts: [],
  bulk: { bulk: null, panic: null, previewing: null },
  apiCheck: { phase: 'never', at: null, rows: [] },
  saving: null,
  access: noAccess,
  places: noPlaces,
  rotation: {
    current: null,
    receipts: [],
    places: [],
    nextCheckAt: null,
    clipboard: { clearsAt: null, outcome: 'none' },
  },
};
