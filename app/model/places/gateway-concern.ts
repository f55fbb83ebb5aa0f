// What the gateway's state means for the places that ask it. Pure.
import type { Place } from './place';
import type { AccessView } from '../access/access-view';
import type { Consumer } from '../access/consumer';

/** Why a place cannot ask the gateway: it is off, has another address than is in the file, or the place's token is none. */
export type Concern = 'off' | 'address' | 'token';

/** What of the gateway decides whether a place can ask it. */
export type GatewayFacts = Pick<AccessView, 'on' | 'status' | 'addresses' | 'consumers'>;

/** Who a place asks the gateway as; null: nobody that is known, or it is no such place. */
export function consumerOf({ update }: Place, { consumers }: Pick<GatewayFacts, 'consumers'>): Consumer | null {
  if (update?.by !== 'gateway') return null;
  return consumers.find(({ id }) => id === update.consumerId) ?? null;
}

/** What is wrong for a place that uses the gateway; null: nothing, or it does not use it. */
export function concernOf(place: Place, gateway: GatewayFacts, now: number): Concern | null {
  const { update } = place;
  if (update?.by !== 'gateway') return null;
  if (!gateway.on || gateway.status === 'failed') return 'off';
  const { address, consumerId } = update;
  // One that the user wrote down without a token of ours is the user's matter.
  const consumer = consumerOf(place, gateway);
  const isExpired = consumer !== null && consumer.expiresAt !== null && consumer.expiresAt <= now;
  if (consumerId !== null && (consumer === null || isExpired)) return 'token';
  const { addresses } = gateway;
  const isKnown = address === undefined || addresses.length === 0 || addresses.includes(address);
  return isKnown ? null : 'address';
}
