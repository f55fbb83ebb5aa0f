// Of the gateway, what the places need: its address, and whose token may be written into a place. Pure.
import type { AccessView } from '../../../../app/model/access/access-view';
import type { Consumer } from '../../../../app/model/access/consumer';
import type { Place } from '../../../../app/model/places/place';

/** Where programs ask the gateway, also while it does not listen. */
export function addressOf({ addresses, port }: AccessView): string {
  return addresses[0] ?? `http://127.0.0.1:${port}`;
}

/** Consumers whose token may be written into another place: no other place has it. */
export function freeConsumers(places: readonly Place[], access: AccessView, now: number): Consumer[] {
  const taken = new Set(places.flatMap(({ update }) => (update?.by === 'gateway' ? [update.consumerId] : [])));
  return access.consumers.filter(({ id, expiresAt }) => !taken.has(id) && (expiresAt === null || expiresAt > now));
}
