// The places that use the gateway. Pure.
import type { AppState } from '../../../app/model/state/app-state';

type Rows = AppState['places']['rows'];

/** The names of the places in which a consumer has its token; without an id: of all that use the gateway. */
export function placesAtGateway(rows: Rows, consumerId?: string): string[] {
  return rows.flatMap(({ place: { name, update } }) =>
    update?.by === 'gateway' && (consumerId === undefined || update.consumerId === consumerId) ? [name] : [],
  );
}
