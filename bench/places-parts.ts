// The parts of the places that bench/places-push.mjs measures together: the service over real files, with its journal on the disk.
import { noAccess } from '../app/model/access/access-view';
import type { Place } from '../app/model/places/place';
import { failed, ok } from '../app/model/problem';
import { openPlacesDocument } from '../app/places/documents/places-document';
import { openRunDocument } from '../app/places/documents/run-document';
import { createFilePort } from '../app/places/files/file-port';
import { noSystem } from '../app/places/service/no-system';
import { inUse } from '../app/places/service/places.fixture';
import { PlacesService } from '../app/places/service/places-service';
import { createProfileFiles } from '../app/settings/files/profile-files';

const clock = {
  now: Date.now,
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Brings `keys.next` to the files at `paths`, as after the proof of a regeneration; returns when the last of them was proved (ms). */
export async function pushThroughService(
  profile: string,
  paths: readonly string[],
  keys: { old: string; next: string },
): Promise<number> {
  const files = createProfileFiles(profile);
  const documents = { files, now: clock.now };
  const list = paths.map(
    (path): Place => ({
      id: path.slice(-40),
      name: path.slice(-40),
      kind: 'env-file',
      where: '',
      note: '',
      update: { by: 'file', path },
    }),
  );
  const places = openPlacesDocument(documents);
  places.write({ isListHere: true, places: list, notes: {}, moves: [] });
  const rotation = inUse({ id: `r${String(Date.now())}`, places: list.map((place) => ({ place, tickedAt: null })) });
  let ended: (lastProvedAt: number) => void = () => undefined;
  const over = new Promise<number>((resolve) => (ended = resolve));
  const service = new PlacesService({
    places,
    runs: openRunDocument(documents),
    textOf: (fingerprint) => Promise.resolve(ok(fingerprint === 'old' ? keys.old : keys.next)),
    inUse: () => 'old',
    clock,
    newSalt: () => '0'.repeat(64),
    formerPlaces: () => [],
    // The rotation's journal has every place, and is written for each that is ticked.
    soon: (run) => void setTimeout(run, 8),
    tick: () => files.write('rotation.json', { version: 1, current: rotation, receipts: [] }),
    listed: () => Promise.resolve(ok(undefined)),
    log: () => undefined,
    ...noSystem,
    files: createFilePort({ clock, copies: null }),
    gateway: {
      url: () => null,
      newId: () => '',
      newToken: () => failed({ kind: 'not-now' }),
      revoke: () => undefined,
      ownerOf: () => null,
      facts: () => noAccess,
    },
    publish({ run }) {
      if (run !== null && run.endedAt !== null)
        ended(Math.max(...run.rows.map(({ provedAt }) => provedAt ?? Infinity)));
    },
  });
  const began = Date.now();
  service.rotationChanged(rotation, true);
  const lastProvedAt = await over;
  service.stop();
  return lastProvedAt - began;
}
