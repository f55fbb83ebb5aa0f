// The places that use the key: what kinds there are, what the list of them says, what to do in each once there is a new key.
// Words only: the list itself is main's.
import english from '../en/places.json';
import { texts } from '../texts';
import type { Place } from '../../model/places/place';

export type PlaceKind = Place['kind'];

export const placesTexts = texts('places', english);

/** In the order in which they are offered: the most common first. */
export const placeKindOrder: readonly PlaceKind[] = [
  'env-file',
  'shell',
  'container',
  'ci-secret',
  'scheduled-task',
  'other',
];

/** What to do at a place of this kind, in the order in which it is done. */
export function placeSteps(kind: PlaceKind): string[] {
  const { first, second } = placesTexts.steps[kind];
  return [first, second];
}
