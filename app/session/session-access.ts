// Wires the local gateway into a session: its document, the key that it uses at the vendor, and the state that windows see.
import { gatewayTroubles } from '../account/alerts/gateway-alerts';
import { AccessService } from '../gateway/access-service';
import type { KeyAtAddress } from '../gateway/vendor/upstream';
import type { HoldFigures } from '../model/access/access-view';
import { applyEndpoints } from '../nineproxy/operations/endpoints';
import type { StateStore } from '../state/state-store';
import { heldFigures } from './held-figures';
import type { AccountPorts } from './ports';

export interface SessionAccess {
  access: AccessService;
  /** The key in use and its address; null while there is none. A key that another takes the place of is known as the old one. */
  setKey(key: KeyAtAddress | null): void;
}

/** What the gateway asks of its session. */
interface SessionHooks {
  /** Reads the figures now. */
  readAccount(): void;
  /** What the user is alerted to about the gateway is not what it was. */
  onTroubles(): void;
  /** It is not what it was. */
  onChange(): void;
  /** What waited for the new key of this rotation, so far. */
  onHeld(rotationId: string, held: HoldFigures): void;
}

/** The gateway of this session. Listens to nothing until it is started. */
export function createSessionAccess(
  ports: AccountPorts,
  store: StateStore,
  { readAccount, onTroubles, onChange, onHeld }: SessionHooks,
): SessionAccess {
  const { gateway, documents, settings, newTicket } = ports;
  let current: KeyAtAddress | null = null;
  let troubles = '';
  const heldBy = heldFigures();
  const access = new AccessService({
    ...ports,
    machine: gateway,
    document: documents.access,
    newId: newTicket,
    endpoints: () => applyEndpoints(settings.read().endpoints),
    key: () => current,
    state: () => store.read().state,
    readAccount,
    publish(view) {
      store.update((state) => ({ ...state, access: view }));
      onChange();
      const held = heldBy(view, store.read().state.rotation.current);
      if (held !== null) onHeld(held.id, held.figures);
      const now = JSON.stringify([view.on, view.status, gatewayTroubles(view)]);
      if (now === troubles) return;
      troubles = now;
      onTroubles();
    },
  });
  return {
    access,
    setKey(key) {
      const before = current;
      current = key;
      if (before !== null && key !== null && before.text !== key.text) access.keyReplaced(before.text);
      access.situationChanged();
    },
  };
}
