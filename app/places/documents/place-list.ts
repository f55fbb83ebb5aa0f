// The list of places as it is stored, with what is known of each and the moves that have begun.
import type { Place } from '../../model/places/place';
import type { Result } from '../../model/problem';
import type { StoredDocument } from '../../settings/document/document';
import type { PendingMove } from './pending-move';
import { definitionOf, type PlaceNote, type PlacesContent } from './places-document';

interface PlaceListPorts {
  places: StoredDocument<PlacesContent>;
  /** The places that a NineTray before places.json kept in rotation.json. */
  formerPlaces(): Place[];
  /** The list was changed. */
  listed(places: Place[]): Promise<Result<void>>;
  /** Called after each write, whether it succeeded or not. */
  onChange(): void;
}

export class PlaceList {
  readonly #ports: PlaceListPorts;

  constructor(ports: PlaceListPorts) {
    this.#ports = ports;
  }

  read(): Place[] {
    const { isListHere, places } = this.#ports.places.read();
    return isListHere ? places : this.#ports.formerPlaces();
  }

  /** What is known of the place as it is now. */
  note(place: Place): PlaceNote | null {
    const note = this.#ports.places.read().notes[place.id];
    return note?.of === definitionOf(place) ? note : null;
  }

  keepNote(placeId: string, note: PlaceNote): Result<void> {
    const content = this.#ports.places.read();
    return this.#put({ ...content, notes: { ...content.notes, [placeId]: note } });
  }

  moves(): readonly PendingMove[] {
    return this.#ports.places.read().moves;
  }

  /** Records how far the move of this place is; null: it is over. */
  keepMove(placeId: string, move: PendingMove | null): Result<void> {
    const content = this.#ports.places.read();
    return this.#put({ ...content, moves: withMove(content, placeId, move) });
  }

  /** The same, with the place as it is from now on and what is known of it: one write. */
  async saveMoved(place: Place, move: PendingMove | null, note?: PlaceNote): Promise<Result<void>> {
    const content = this.#ports.places.read();
    const places = this.read().map((each) => (each.id === place.id ? place : each));
    const notes = note === undefined ? content.notes : { ...content.notes, [place.id]: note };
    const written = this.#put({ isListHere: true, places, notes, moves: withMove(content, place.id, move) });
    return written.ok ? await this.#ports.listed(places) : written;
  }

  /** Replaces the list; what is known of places that are no longer there goes with them. */
  async write(places: Place[]): Promise<Result<void>> {
    const { notes, moves } = this.#ports.places.read();
    const ids = new Set(places.map(({ id }) => id));
    const written = this.#put({
      isListHere: true,
      places,
      notes: Object.fromEntries(Object.entries(notes).filter(([id]) => ids.has(id))),
      moves: moves.filter(({ placeId }) => ids.has(placeId)),
    });
    return written.ok ? await this.#ports.listed(places) : written;
  }

  /** Writes places.json. On a failure nothing has changed. */
  #put(content: PlacesContent): Result<void> {
    const { places, onChange } = this.#ports;
    const before = places.read();
    const written = places.write(content.isListHere ? content : { ...content, isListHere: true, places: this.read() });
    if (!written.ok) places.write(before);
    onChange();
    return written;
  }
}

function withMove({ moves }: PlacesContent, placeId: string, move: PendingMove | null): PendingMove[] {
  const others = moves.filter((each) => each.placeId !== placeId);
  return move === null ? others : [...others, move];
}
