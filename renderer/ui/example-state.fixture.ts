// What the example states of all windows have in common: no figures, and parts in which nothing is under way.
import type { AppState } from '../../app/model/state/app-state';
import { absent } from '../../app/model/figures/figure';
import { noAccess } from '../../app/model/access/access-view';
import { noUpdates } from '../../app/model/updates';
import { noPlaces } from '../../app/model/places/places-view';
import { type FigureId, forEachFigure } from '../../app/model/figures/figures';

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
  'forecasts' | 'alerts' | 'bulk' | 'apiCheck' | 'saving' | 'access' | 'rotation' | 'places' | 'updates' | 'updateLine'
> = {
  forecasts: { ips: { says: 'not-enough' }, traffic: { says: 'not-enough' }, wallet: { says: 'not-enough' } },
  alerts: [],
  bulk: { bulk: null, panic: null, previewing: null },
  apiCheck: { phase: 'never', at: null, rows: [] },
  saving: null,
  access: noAccess,
  places: noPlaces,
  updates: noUpdates,
  updateLine: 'none',
  rotation: {
    current: null,
    receipts: [],
    places: [],
    nextCheckAt: null,
    clipboard: { clearsAt: null, outcome: 'none' },
  },
};

/** A check found a newer version, three hours before the pictures are taken. */
export const newerKnown = {
  isQuestionDue: true,
  newer: { version: '0.2.0', released: Date.UTC(2026, 10, 20, 8), isSkipped: false },
  checkedAt: Date.UTC(2026, 10, 22, 9),
  failure: null,
  isOfSystem: false,
} satisfies AppState['updates'];
