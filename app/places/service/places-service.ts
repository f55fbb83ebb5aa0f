// The places that hold the key: the list, rehearsals, and bringing a new key there. What the user asks of them, and what windows see. It knows
// of a rotation only ids, fingerprints and outcomes.
import { dirname } from 'node:path';
import { SingleTimer } from '../../async/single-timer';
import { concernOf } from '../../model/places/gateway-concern';
import type { Place } from '../../model/places/place';
import type { PlacesView, RunningProgram } from '../../model/places/places-view';
import type { ScanRequest, ScanView } from '../../model/places/scan';
import { failed, ok, type Result } from '../../model/problem';
import type { Rotation, RotationView } from '../../model/rotation/rotation';
import { PlaceList } from '../documents/place-list';
import { GatewayMoves } from '../gateway/gateway-moves';
import {
  concernsOf,
  expectedOutage,
  isKeyInUse,
  placeRow,
  untilNextExpiry,
  userParts,
  withConfirmed,
} from './place-rows';
import type { PlacesPorts, ScanPort } from '../ports';
import { Push } from '../push/push';
import { RunJournal } from '../push/run-journal';
import { shownRun } from '../documents/run-document';
import { isEnded, isLeftToUser, unticked } from '../push/run-rows';
import { Rehearsals } from '../rehearse/rehearsals';

const MOST_PLACES = 500;

export class PlacesService {
  readonly #ports: PlacesPorts;
  readonly #list: PlaceList;
  readonly #journal: RunJournal;
  readonly #push: Push;
  readonly #rehearsals: Rehearsals;
  readonly #scan: ScanPort;
  readonly #expiry: SingleTimer;
  /** Moves places to the gateway and back. */
  readonly gateway: GatewayMoves;
  #found: ScanView | null = null;
  #userParts: number[] = [];
  /** The rotation at whose beginning the rehearsals were compared with what is on the disk. */
  #checkedFor: string | null = null;
  #stillRunning: RunningProgram[] | null = null;
  /** What keeps places from the gateway, as it was shown last. */
  #shownConcerns = '';
  #isStopped = false;

  /** Does nothing until it is called. */
  constructor(ports: PlacesPorts) {
    this.#ports = ports;
    const onChange = () => this.#publish();
    this.#expiry = new SingleTimer(ports.clock, onChange);
    this.#list = new PlaceList({ ...ports, onChange });
    this.#scan = ports.openScan((found) => {
      this.#found = found;
      this.#publish();
    });
    this.#journal = new RunJournal({ ...ports, onChange });
    this.#push = new Push(
      {
        ...ports,
        places: () => this.list(),
        salt: () => Buffer.from(this.#journal.current()?.salt ?? '', 'hex'),
        onChange,
        onEnd: (old) => void this.#findRunning(old),
      },
      this.#journal,
    );
    this.#rehearsals = new Rehearsals({
      ...ports,
      note: (place) => this.#list.note(place),
      keep: (placeId, note) => this.#list.keepNote(placeId, note),
      onChange,
    });
    this.gateway = new GatewayMoves({
      ...ports,
      list: this.#list,
      isRunUnderWay: () => this.#isRunUnderWay(),
    });
  }

  list(): Place[] {
    return this.#list.read();
  }

  view(): PlacesView {
    const now = this.#ports.clock.now();
    const gateway = this.#ports.gateway.facts();
    const rows = this.list().map((place) =>
      placeRow(place, {
        note: this.#list.note(place),
        isConfirmed: this.#ports.commands.unconfirmed(place) === null,
        concern: concernOf(place, gateway, now),
        isBusy: this.#rehearsals.isBusy(place.id) || this.#push.isBusy(place.id),
        now,
      }),
    );
    const { current, past } = this.#journal.content();
    const { problem } = this.#push;
    return {
      rows,
      rehearsing: this.#rehearsals.progress,
      outage: expectedOutage(rows, this.#userParts),
      run: current === null ? null : shownRun(current),
      left: {
        own: current?.rows.filter((row) => !isEnded(row)).length ?? 0,
        user: current?.rows.filter(isLeftToUser).length ?? 0,
      },
      runs: past.map(shownRun),
      scan: this.#found,
      stillRunning: this.#stillRunning,
      ...(problem === null ? {} : { problem }),
    };
  }

  /** Replaces the list. What the user confirmed of a place stays as it was: a window cannot confirm by writing it. */
  async change(places: readonly Place[]): Promise<Result<void>> {
    const confirmed = new Map(this.list().map((place) => [place.id, place.confirmed]));
    return this.#list.write(places.map((place) => withConfirmed(place, confirmed.get(place.id))));
  }

  /** Adds the place, or replaces the one with its id. */
  save(place: Place): Promise<Result<void>> {
    const list = this.list();
    const isKnown = list.some(({ id }) => id === place.id);
    if (!isKnown && list.length >= MOST_PLACES) return Promise.resolve(failed({ kind: 'bad-input', field: 'place' }));
    return this.change(isKnown ? list.map((each) => (each.id === place.id ? place : each)) : [...list, place]);
  }

  remove(placeId: string): Promise<Result<void>> {
    return this.change(this.list().filter(({ id }) => id !== placeId));
  }

  /** The user confirms the commands of `seen`. Fails with not-now where the place is another by now. */
  async confirmCommands(seen: Place): Promise<Result<void>> {
    const { commands } = this.#ports;
    const confirmation = commands.confirmationOf(seen);
    const list = this.list();
    const place = list.find(({ id }) => id === seen.id);
    if (place === undefined || commands.confirmationOf(place) !== confirmation) return failed({ kind: 'not-now' });
    return this.#list.write(list.map((each) => (each === place ? withConfirmed(place, confirmation) : each)));
  }

  /** Null: all places. */
  rehearse(placeIds: readonly string[] | null): Promise<Result<void>> {
    if (this.#isRunUnderWay()) return Promise.resolve(failed({ kind: 'not-now' }));
    return this.#rehearsals.rehearse(this.list().filter(({ id }) => placeIds?.includes(id) ?? true));
  }

  tryForReal(placeId: string): Promise<Result<void>> {
    const place = this.list().find(({ id }) => id === placeId);
    if (place === undefined || this.#isRunUnderWay()) return Promise.resolve(failed({ kind: 'not-now' }));
    return this.#rehearsals.tryForReal(place);
  }

  /** Searches for the key in use, and for the old one of the last run while it is stored. Fails with why there is no key to search for. */
  async scan(request: ScanRequest): Promise<Result<void>> {
    const { inUse, textOf } = this.#ports;
    const fingerprint = inUse();
    if (fingerprint === null) return failed({ kind: 'key-missing' });
    const current = await textOf(fingerprint);
    if (!current.ok) return current;
    const oldFingerprint = this.#journal.current()?.oldFingerprint ?? null;
    const old = oldFingerprint === null || oldFingerprint === fingerprint ? null : await textOf(oldFingerprint);
    const keys = old?.ok === true ? [current.value, old.value] : [current.value];
    const folders = this.list().flatMap(({ update }) =>
      update !== undefined && 'path' in update && update.path !== null ? [dirname(update.path)] : [],
    );
    return this.#scan.start(request, keys, [...new Set(folders)]);
  }

  cancelScan(): void {
    this.#scan.cancel();
  }

  retry(placeId: string): Promise<Result<void>> {
    return this.#push.retry(placeId);
  }

  skip(placeId: string, reason: string): Promise<Result<void>> {
    return this.#push.skip(placeId, reason);
  }

  byHand(placeId: string): Promise<Result<void>> {
    return this.#push.byHand(placeId);
  }

  /** Searches again for programs that run with the old key. Fails with key-missing once its text is destroyed. */
  async findRunning(): Promise<Result<void>> {
    const fingerprint = this.#journal.current()?.oldFingerprint ?? null;
    if (fingerprint === null) return failed({ kind: 'not-now' });
    const old = await this.#ports.textOf(fingerprint);
    if (!old.ok) return old;
    await this.#findRunning(old.value);
    return ok(undefined);
  }

  /** The rotation is now like this; `isHere`: it is for the address that is set. Once its new key is in use, the places get it. */
  rotationChanged({ current, receipts }: RotationView, isHere: boolean): void {
    this.#userParts = userParts(receipts);
    if (current?.step === 'prepare' && current.id !== this.#checkedFor) {
      this.#checkedFor = current.id;
      // The user is about to rely on the rehearsals.
      void this.#rehearsals.dropOutdated(this.list());
    }
    if (current !== null && isHere && isKeyInUse(current)) {
      const { id, newFingerprint, oldFingerprint, proof } = current;
      this.#push.start({
        id,
        origin: current.origin ?? '',
        oldFingerprint,
        newFingerprint: newFingerprint ?? '',
        isOtherAccount: proof.otherAccount !== null,
      });
    } else if (isHere) this.#push.continue();
  }

  /** After a start: a rotation under way has the list as it is, also where NineTray was stopped between the two writes. */
  async resume(rotation: Rotation | null): Promise<void> {
    const list = this.list();
    const isSame =
      rotation === null || JSON.stringify(rotation.places.map(({ place }) => place)) === JSON.stringify(list);
    if (!isSame && rotation.finishedAt === null) await this.#ports.listed(list);
    await this.gateway.resume();
    const missed = rotation === null ? [] : unticked(rotation, this.#journal.current());
    if (missed.length > 0) this.#ports.tick(missed);
    this.#push.continue();
    this.#publish();
  }

  /** The gateway may be another than it was: places that ask it are shown again where that matters to them. */
  gatewayChanged(): void {
    const { gateway, clock } = this.#ports;
    if (concernsOf(this.list(), gateway.facts(), clock.now()) !== this.#shownConcerns) this.#publish();
  }

  wake(): void {
    void this.gateway.resume();
    this.#push.wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#expiry.cancel();
    this.#push.stop();
    this.#scan.close();
  }

  #isRunUnderWay(): boolean {
    const run = this.#journal.current();
    return run !== null && run.endedAt === null;
  }

  async #findRunning(old: string | null): Promise<void> {
    const found = old === null ? null : await this.#scan.runningWith(old);
    this.#stillRunning = found?.slice(0, 100) ?? null;
    this.#publish();
  }

  #publish(): void {
    if (this.#isStopped) return;
    const view = this.view();
    const { gateway, clock, publish } = this.#ports;
    const facts = gateway.facts();
    const now = clock.now();
    this.#shownConcerns = concernsOf(this.list(), facts, now);
    publish(view);
    // A rehearsal is good for a day, and a token may expire: then the row says so without being asked.
    const wait = untilNextExpiry(view.rows, facts, now);
    this.#expiry.cancel();
    if (wait !== null) this.#expiry.start(wait);
  }
}
