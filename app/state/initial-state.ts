// The state at a start, before anything is known.
import { noAccess } from '../model/access/access-view';
import { noBulk } from '../model/bulk/bulk';
import { absent } from '../model/figures/figure';
import { forEachFigure } from '../model/figures/figures';
import { noForecasts } from '../model/figures/forecast';
import type { AppState, KeyState } from '../model/state/app-state';
import { noPlaces } from '../model/places/places-view';
import { noRotation } from '../model/rotation/rotation';
import type { Settings } from '../model/settings';
import { noUpdates } from '../model/updates';

/** The state before anything is known: of this computer and these settings. */
export function emptyState(
  settings: Settings,
  source: AppState['source'],
  platform: AppState['platform'],
  key: KeyState,
): AppState {
  return {
    source,
    key,
    generation: 0,
    account: absent(),
    ...forEachFigure(() => absent<never>()),
    subAccounts: {
      count: absent(),
      firstPage: [],
      pinned: [],
      index: { rev: 0, loaded: 0, total: null, running: false, completeAt: null },
      switches: [],
      listRevision: 0,
      unwatched: [],
    },
    trends: forEachFigure(() => []),
    forecasts: noForecasts,
    alerts: [],
    bulk: noBulk,
    apiCheck: { phase: 'never', at: null, rows: [] },
    saving: null,
    refresh: { running: false, lastAt: null, nextAt: null, reason: null },
    rotation: noRotation,
    access: noAccess,
    places: noPlaces,
    online: true,
    storage: [],
    notice: { severity: 'fine', tone: 'info', says: { id: 'first-read' }, action: 'none' },
    updates: noUpdates,
    updateLine: 'none',
    settings,
    platform,
  };
}
