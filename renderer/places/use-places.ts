// The list of places being changed. The list is main's; each change sends it whole.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import type { Place } from '../../app/model/places/place';
import { call } from '../ui/bridge';

/** No place has this id: the form is for one that is not on the list yet. */
export const unsaved = '';

export interface PlacesEditor {
  /** The id of the place in the form, or `unsaved`; null: no form is open. */
  edited: string | null;
  /** What had the focus is gone: it returns to the button of this place, or to the one that adds (`unsaved`). */
  returnTo: string | null;
  /** What was removed last, and can be restored. */
  removed: Place | null;
  problem: Problem | null;
  isBusy: boolean;
  open: (id: string) => void;
  close: (id: string) => void;
  /** Whether it was saved; otherwise `problem` says why not. */
  save: (place: Place) => Promise<boolean>;
  remove: (place: Place) => Promise<void>;
  undo: () => Promise<void>;
}

/** Editing of `places`. */
export function usePlaces(places: readonly Place[]): PlacesEditor {
  const [edited, setEdited] = useState<string | null>(null);
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ place: Place; index: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function change(next: readonly Place[]): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    setReturnTo(null);
    const answer = await call('places.change', { places: [...next] });
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    return answer.ok;
  }
  function close(id: string): void {
    setEdited(null);
    setReturnTo(id);
  }
  return {
    edited,
    returnTo,
    removed: removed?.place ?? null,
    problem,
    isBusy,
    open(id) {
      if (id === unsaved) setRemoved(null);
      setEdited(id);
      setReturnTo(null);
    },
    close,
    async save(place) {
      const known = places.some(({ id }) => id === place.id);
      const next = known ? places.map((each) => (each.id === place.id ? place : each)) : [...places, place];
      const isSaved = await change(next);
      if (isSaved) close(known ? place.id : unsaved);
      return isSaved;
    },
    async remove(place) {
      const index = places.findIndex(({ id }) => id === place.id);
      if (!(await change(places.toSpliced(index, 1)))) return;
      setRemoved({ place, index });
      setReturnTo(unsaved);
    },
    async undo() {
      if (removed === null || !(await change(places.toSpliced(removed.index, 0, removed.place)))) return;
      setRemoved(null);
      setReturnTo(unsaved);
    },
  };
}
