// What the gateway's state means for the places that ask it. Pure.
import type { AccessView } from '../../../../app/model/access/access-view';
import type { Consumer } from '../../../../app/model/access/consumer';
import type { Place } from '../../../../app/model/places/place';

/** Why a place cannot ask the gateway: it is off, has another address than is in the file, or the place's token is none. */
export type Concern = 'off' | 'address' | 'token';

/** Where programs ask the gateway, also while it does not listen. */
export function addressOf({ addresses, port }: AccessView): string {
  return addresses[0] ?? `http://127.0.0.1:${port}`;
}

/** Who a place asks the gateway as; null: nobody that is known, or it is no such place. */
export function consumerOf({ update }: Place, { consumers }: AccessView): Consumer | null {
  if (update?.by !== 'gateway') return null;
  return consumers.find(({ id }) => id === update.consumerId) ?? null;
}

/** What is wrong for a place that uses the gateway; null: nothing, or it does not use it. */
export function concernOf(place: Place, access: AccessView, now: number): Concern | null {
  const { update } = place;
  if (update?.by !== 'gateway') return null;
  if (!access.on || access.status === 'failed') return 'off';
  const { address, consumerId } = update;
  // One that the user wrote down without a token of ours is the user's matter.
  const consumer = consumerOf(place, access);
  const isExpired = consumer !== null && consumer.expiresAt !== null && consumer.expiresAt <= now;
  if (consumerId !== null && (consumer === null || isExpired)) return 'token';
  const isKnown = address === undefined || access.addresses.length === 0 || access.addresses.includes(address);
  return isKnown ? null : 'address';
}

/** Consumers whose token may be written into another place: no other place has it. */
export function freeConsumers(places: readonly Place[], access: AccessView, now: number): Consumer[] {
  const taken = new Set(places.flatMap(({ update }) => (update?.by === 'gateway' ? [update.consumerId] : [])));
  return access.consumers.filter(({ id, expiresAt }) => !taken.has(id) && (expiresAt === null || expiresAt > now));
}
