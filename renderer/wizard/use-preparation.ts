// What the first step asks for before it is left, and how much of it is done. Not stored: it is for the user to think
// of, not for NineTray to know.
import { useState } from 'react';
import type { RotationEntry } from '../../app/model/rotation/rotation';
import type { Place } from '../../app/model/places/place';
import { type PlacesEditor, usePlaces } from '../places/use-places';
import { type Missing, missingBefore } from './step/facts';
import { type KnownPoint, knownPoints } from './KnownToYou';

export interface PreparationState {
  /** Whether this rotation asks: only when there is time, since the old key still works and has not leaked. */
  isAsked: boolean;
  ticked: readonly KnownPoint[];
  tick: (point: KnownPoint, on: boolean) => void;
  isNowhereElse: boolean;
  setNowhereElse: (on: boolean) => void;
  editor: PlacesEditor;
  /** Empty until the user has tried to continue. */
  missing: readonly Missing[];
  /** Whether the step may be left; says what is missing from then on. */
  isReady: () => boolean;
}

/** The preparation of a rotation that began for `entry`. */
export function usePreparation(places: readonly Place[], entry: RotationEntry): PreparationState {
  const [ticked, setTicked] = useState<readonly KnownPoint[]>([]);
  const [isNowhereElse, setNowhereElse] = useState(false);
  const [hasTried, setTried] = useState(false);
  const editor = usePlaces(places);
  const isAsked = entry === 'on-purpose' || entry === 'lost';
  const missing = isAsked
    ? missingBefore({
        isPointsTicked: knownPoints.every((point) => ticked.includes(point)),
        isFormOpen: editor.edited !== null,
        placesCount: places.length,
        isNowhereElse,
      })
    : [];
  return {
    isAsked,
    ticked,
    tick: (point, on) => setTicked(on ? [...ticked, point] : ticked.filter((each) => each !== point)),
    isNowhereElse,
    setNowhereElse,
    editor,
    missing: hasTried ? missing : [],
    isReady() {
      setTried(true);
      return missing.length === 0;
    },
  };
}
