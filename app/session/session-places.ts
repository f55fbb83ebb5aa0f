// Wires the places into a session: its documents and vault, the rotation that they follow, and the state that windows see.
import { randomBytes } from 'node:crypto';
import { PlacesService } from '../places/service/places-service';
import type { AccessService } from '../gateway/access-service';
import type { RotationService } from '../key/rotation/rotation-service';
import type { StateStore } from '../state/state-store';
import type { AccountPorts } from './ports';

/** The places of this session. Does nothing until it is called. */
export function createSessionPlaces(
  ports: Pick<AccountPorts, 'documents' | 'places' | 'journal' | 'vault' | 'clock' | 'newTicket' | 'log'>,
  store: () => StateStore,
  rotation: () => RotationService,
  access: AccessService,
): PlacesService {
  const { documents, places, journal, vault, clock, newTicket, log } = ports;
  return new PlacesService({
    ...places,
    places: documents.places,
    runs: documents.placesRun,
    textOf: (fingerprint) => vault.textOf(fingerprint),
    gateway: {
      url: () => access.url(),
      newId: newTicket,
      newToken: (user, id) => ('id' in user ? access.renewToken(user.id) : access.add(user, id)),
      revoke: (id) => void access.revoke(id),
      ownerOf: (token) => access.ownerOf(token),
      facts: () => access.view(),
    },
    inUse: () => vault.inUse()?.fingerprint ?? null,
    clock,
    newSalt: () => randomBytes(32).toString('hex'),
    formerPlaces: () => journal.read().places,
    tick: (placeIds) => void rotation().tick(placeIds, true),
    soon: (run) => void setTimeout(run, 8),
    listed: (list) => rotation().changePlaces(list),
    log,
    publish(view) {
      store().update((state) => ({ ...state, places: view }));
      documents.written();
    },
  });
}
