// Wires the rotation of the key into a session: its journal and vault, and what is known of the key when one begins.
import { RotationService } from '../key/rotation/rotation-service';
import type { RotationPorts } from '../key/rotation/ports';
import type { AppState } from '../model/state/app-state';
import type { AccountPorts } from './ports';

/** What of a rotation only the session can do. */
type SessionSide = Pick<RotationPorts, 'places' | 'readAccount' | 'inUse' | 'publish'> & { state(): AppState };

/** The rotations of this session. Does nothing until it is called. */
export function createSessionRotation(ports: AccountPorts, session: SessionSide): RotationService {
  const { journal, vault, source, readKeyText, copyOnce, clock, newTicket, log } = ports;
  const { places, readAccount, inUse, publish } = session;
  return new RotationService({
    journal,
    vault,
    readKeyText,
    copyOnce,
    clock,
    log,
    newId: newTicket,
    origin: () => source.shown().origin,
    known: () => knownOfKey(session.state()),
    places,
    readAccount,
    inUse,
    publish,
  });
}

function knownOfKey({ account, key, alerts }: AppState): ReturnType<RotationPorts['known']> {
  const keyRefused = key.status === 'refused';
  const since = alerts.find(({ about }) => about.kind === 'key-refused')?.since ?? null;
  return { account: account.value, keyRefused, refusedAt: keyRefused ? since : null };
}
