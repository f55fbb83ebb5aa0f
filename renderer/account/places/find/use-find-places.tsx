// The search for places, opened from the area: its dialog, and adding what it found to the list.
import { type ReactNode, useState } from 'react';
import type { ScanRow } from '../../../../app/model/places/scan';
import type { Problem, Result } from '../../../../app/model/problem';
import type { AppState } from '../../../../app/model/state/app-state';
import { call } from '../../../ui/bridge';
import { FindPlaces } from './FindPlaces';
import { hasCrontab, placeOfFound } from './found-place';

export interface FindPlacesDialog {
  open: () => void;
  /** Null while it is closed. */
  dialog: ReactNode;
}

/** For the area of the places. */
export function useFindPlaces(state: AppState): FindPlacesDialog {
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { places } = state.rotation;

  const say = (answer: Result<unknown>) => setProblem(answer.ok ? null : answer.problem);
  const add = async (rows: ScanRow[]) => {
    setBusy(true);
    const crontab = hasCrontab(rows) ? await call('places.fromRecipe', { recipe: 'crontab', fields: {} }) : null;
    const found = rows.flatMap((row) => {
      const place = placeOfFound(row, crypto.randomUUID(), crontab?.ok === true ? crontab.value.update : null);
      return place === null ? [] : [place];
    });
    const answer = await call('places.change', { places: [...places, ...found] });
    setBusy(false);
    say(answer);
    if (answer.ok) {
      setOpen(false);
      // What was added is rehearsed at once: nothing is changed by that.
      void call('places.rehearse', { placeIds: found.map(({ id }) => id) });
    }
  };
  return {
    open: () => {
      setProblem(null);
      setOpen(true);
    },
    dialog: isOpen ? (
      <FindPlaces
        scan={state.places.scan}
        places={places}
        findsPrograms={state.platform.os === 'linux'}
        problem={problem}
        isBusy={isBusy}
        onChooseFolder={async () => {
          const answer = await call('places.choosePath', { what: 'folder' });
          say(answer);
          return answer.ok ? answer.value.path : null;
        }}
        onStart={(request) => void call('places.scan', request).then(say)}
        onStop={() => void call('places.cancelScan', undefined)}
        onAdd={(found) => void add(found)}
        onClose={() => setOpen(false)}
      />
    ) : null,
  };
}
