// What is shown of each place, and the expected outage: from the list, what rehearsals found, and the time. Pure.
import { type Concern, concernOf, consumerOf, type GatewayFacts } from '../../model/places/gateway-concern';
import type { Place } from '../../model/places/place';
import type { PlaceRow, PlacesView, Readiness } from '../../model/places/places-view';
import type { Durations } from '../../model/places/rehearsal';
import type { Rotation } from '../../model/rotation/rotation';
import type { PlaceNote } from '../documents/places-document';

const unmeasured: Durations = { update: null, hook: null, check: null };

export interface RowFacts {
  /** Null: there is none of the place as it is now. */
  note: PlaceNote | null;
  isConfirmed: boolean;
  /** Why it cannot ask the gateway; null: nothing is wrong, or it does not use it. */
  concern: Concern | null;
  isBusy: boolean;
  now: number;
}

export function placeRow(place: Place, facts: RowFacts): PlaceRow {
  const { note, isBusy } = facts;
  return {
    place,
    readiness: readiness(place, facts),
    rehearsal: note?.rehearsal ?? null,
    triedAt: note?.triedAt ?? null,
    durations: note?.durations ?? unmeasured,
    ...(note?.printsKey === true ? { printsKey: true } : {}),
    isBusy,
  };
}

function readiness(place: Place, { note, isConfirmed, concern, now }: RowFacts): Readiness {
  const by = place.update?.by ?? 'hand';
  if (by === 'gateway' && concern !== null) return `gateway-${concern}`;
  if (by === 'hand' || by === 'gateway') return by;
  if (!isConfirmed) return 'unconfirmed';
  const rehearsal = note?.rehearsal ?? null;
  // A rehearsal from the future is from before the clock was set back.
  if (note === null || rehearsal === null || rehearsal.validUntil <= now || rehearsal.at > now) return 'unchecked';
  if (rehearsal.problem !== null) return 'blocked';
  return note.triedAt === null ? 'untried' : 'ready';
}

/** What keeps places from the gateway, as one text that changes when any of it does. */
export function concernsOf(places: readonly Place[], gateway: GatewayFacts, now: number): string {
  return places
    .filter(({ update }) => update?.by === 'gateway')
    .map((place) => concernOf(place, gateway, now))
    .join();
}

/** The longest wait: a timer of weeks would end at once. */
const DAY = 24 * 3_600_000;

/** How long until a rehearsal or a place's token ends, at most a day (ms). Null: none does. */
export function untilNextExpiry(rows: readonly PlaceRow[], gateway: GatewayFacts, now: number): number | null {
  const ends = rows.flatMap(({ place, rehearsal }) => [
    rehearsal?.validUntil ?? now,
    consumerOf(place, gateway)?.expiresAt ?? now,
  ]);
  const waits = ends.flatMap((end) => (end > now ? [end - now] : []));
  return waits.length === 0 ? null : Math.min(DAY, ...waits);
}

/** Reading the new key's account, which proves the key before any place gets it (s). */
const PROOF = 1;
/** What the user's part takes where no receipt tells (s). */
const USER_PART = 60;

/** How long places are expected to be without a key: the slowest of those that NineTray updates, and the user's part. */
export function expectedOutage(rows: readonly PlaceRow[], parts: readonly number[]): PlacesView['outage'] {
  const own = rows
    .filter(({ readiness: is }) => is === 'ready' || is === 'untried')
    .map(({ durations: { update, hook, check }, rehearsal }) => {
      return ((update ?? rehearsal?.milliseconds ?? 0) + (hook ?? 0) + (check ?? 0)) / 1000;
    });
  const sorted = parts.toSorted((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return {
    own: own.length === 0 ? 0 : PROOF + Math.max(...own),
    user: median ?? USER_PART,
    isMeasured: median !== undefined,
  };
}

/** How long the new key took after the old one died, in the last three receipts (s). */
export function userParts(receipts: readonly Rotation[]): number[] {
  const all = receipts.flatMap(({ receivedAt, oldKey: { diedAt } }) =>
    receivedAt === null || diedAt === null ? [] : [Math.max(0, receivedAt - diedAt) / 1000],
  );
  return all.slice(0, 3);
}

/** Whether the new key was proved, so that the places get it. */
export function isKeyInUse({ step, newFingerprint }: Rotation): boolean {
  return newFingerprint !== null && (step === 'copy' || step === 'update');
}

/** The place with another confirmation of its commands; undefined: none. */
export function withConfirmed(place: Place, confirmed: string | undefined): Place {
  const { confirmed: _, ...rest } = place;
  return confirmed === undefined ? rest : { ...rest, confirmed };
}
