// The list of places with what is known of each. Pure.
import type { Place } from '../../app/model/places/place';
import type { PlaceRow, PlacesView, Readiness } from '../../app/model/places/places-view';

/** What is known without a rehearsal. */
function unrehearsed(place: Place): Readiness {
  const by = place.update?.by ?? 'hand';
  return by === 'hand' || by === 'gateway' ? by : 'unchecked';
}

/** A row for each place of the list; one that main has not looked at yet counts as not rehearsed. */
export function rowsOf(places: readonly Place[], view: PlacesView): PlaceRow[] {
  const known = new Map(view.rows.map((row) => [row.place.id, row]));
  return places.map(
    (place) =>
      known.get(place.id) ?? {
        place,
        readiness: unrehearsed(place),
        rehearsal: null,
        triedAt: null,
        durations: { update: null, hook: null, check: null },
        isBusy: false,
      },
  );
}

/** NineTray updates it: it can be rehearsed. */
export function isOwn({ place: { update } }: PlaceRow): boolean {
  return update?.by === 'file' || update?.by === 'command';
}
