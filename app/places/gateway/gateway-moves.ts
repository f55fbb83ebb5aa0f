// Moves a place in a file to NineTray's gateway and back: a token in place of the key, and the gateway's address in place of 9Proxy's.
// A move is recorded before it begins, so that the next start finishes or undoes one that was interrupted.
import { errorFacts } from '../../log/error-facts';
import type { FilePlan } from '../../model/places/file-plan';
import type { GatewayPreview, GatewayUser, Moved } from '../../model/places/gateway-move';
import type { Place, PlaceUpdate } from '../../model/places/place';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { PendingMove } from '../documents/pending-move';
import { definitionOf } from '../documents/places-document';
import { fromGateway, type KnownChange, toGateway } from '../files/content/file-change';
import type { PlacesPorts } from '../ports';
import type { PlaceList } from '../documents/place-list';
import { changeOf, type MoveState, settleFile } from './interrupted-move';
import { anyToken, fileWay, SAMPLE_TOKEN, wayOfMove } from './move-file';

const NO_ADDRESS = { old: '', next: '' };
/** How long a place says that its file has to be checked. */
const YEAR = 365 * 24 * 3_600_000;

export interface MovePorts
  extends Pick<PlacesPorts, 'files' | 'commands' | 'textOf' | 'inUse' | 'newSalt' | 'gateway' | 'clock' | 'log'> {
  list: Pick<PlaceList, 'read' | 'moves' | 'keepMove' | 'saveMoved'>;
  /** A run brings a new key to the places: nothing is moved meanwhile. */
  isRunUnderWay(): boolean;
}

type GatewayWay = Extract<PlaceUpdate, { by: 'gateway' }>;

/** `key`: the account's, or why it cannot be read now. */
type MoveAct = (place: Place, key: Result<string>) => Promise<Result<Moved>>;

/** What a move begins with; its plan and its salt are added to it. */
type Wanted = Omit<PendingMove, 'placeId' | 'plan' | 'salt' | 'isSaved'>;

export class GatewayMoves {
  readonly #ports: MovePorts;
  readonly #busy = new Set<string>();

  constructor(ports: MovePorts) {
    this.#ports = ports;
  }

  /** What `use` would change. Changes nothing. Fails with not-now while the gateway does not listen, or why the file cannot be changed. */
  async preview(placeId: string): Promise<Result<GatewayPreview>> {
    const update = this.#find(placeId)?.update;
    const address = this.#ports.gateway.url();
    if (update?.by !== 'file' || address === null) return failed({ kind: 'not-now' });
    const key = await this.#key();
    if (!key.ok) return key;
    const change = toGateway(key.value, { token: SAMPLE_TOKEN, address });
    const plan = await this.#ports.files.plan(update, change, this.#salt());
    return plan.ok ? ok(previewOf(plan.value)) : plan;
  }

  /** Moves a file's place to the gateway. Fails as `preview` does, or where no token can be made; the file is as it was then. */
  use(placeId: string, user: GatewayUser): Promise<Result<Moved>> {
    return this.#once(placeId, async (place, key) => {
      if (!key.ok) return key;
      const { gateway } = this.#ports;
      const { update } = place;
      const address = gateway.url();
      if (update?.by !== 'file' || address === null) return failed({ kind: 'not-now' });
      const isNewConsumer = !('id' in user);
      const consumerId = 'id' in user ? user.id : gateway.newId();
      const { path, plain } = update;
      const way: GatewayWay = { by: 'gateway', path, consumerId, address };
      const after = plain === undefined ? way : { ...way, plain };
      const { address: addresses = NO_ADDRESS } = toGateway(key.value, { token: SAMPLE_TOKEN, address });
      const kind = 'use' as const;
      const wanted = { kind, before: update, after, consumerId, isNewConsumer, revokes: false, address: addresses };
      return this.#move(place, wanted, key.value, () => {
        const made = gateway.newToken(user, consumerId);
        return made.ok ? ok(made.value.token) : made;
      });
    });
  }

  /** Writes the key back in place of the token. `revokes`: its token ends, unless another place has the same consumer. */
  leave(placeId: string, revokes: boolean): Promise<Result<Moved>> {
    return this.#once(placeId, async (place, key) => {
      if (!key.ok) return key;
      const { update } = place;
      if (update?.by !== 'gateway' || update.path === null) return failed({ kind: 'not-now' });
      const token = await this.#tokenOf(update);
      if (!token.ok) return token;
      const after = fileWay(update.path, update.plain);
      const address = update.address ?? this.#ports.gateway.url() ?? '';
      const { address: addresses = NO_ADDRESS } = fromGateway(key.value, { token: token.value, address });
      const { consumerId } = update;
      const kind = 'leave' as const;
      const wanted = { kind, before: update, after, consumerId, isNewConsumer: false, revokes, address: addresses };
      return this.#move(place, wanted, key.value, () => token);
    });
  }

  /** The gateway has another address than when the place was moved: writes the one of now into its file. */
  updateAddress(placeId: string): Promise<Result<Moved>> {
    return this.#once(placeId, async (place) => {
      const { update } = place;
      const next = this.#ports.gateway.url();
      if (update?.by !== 'gateway' || update.path === null || update.address === undefined || next === null)
        return failed({ kind: 'not-now' });
      const token = await this.#tokenOf(update);
      if (!token.ok) return token;
      const address = { old: update.address, next };
      const { consumerId } = update;
      const kind = 'address' as const;
      const after = { ...update, address: next };
      const wanted = { kind, before: update, after, consumerId, isNewConsumer: false, revokes: false, address };
      return this.#move(place, wanted, '', () => token);
    });
  }

  /** Finishes what was interrupted, or undoes it; a place whose file is neither as before nor as after is named. Safe to call at any time. */
  async resume(): Promise<void> {
    for (const { placeId } of this.#ports.list.moves()) {
      if (this.#busy.has(placeId)) continue;
      this.#busy.add(placeId);
      await this.#resume(placeId).catch((error: unknown) => this.#failed(error));
      this.#busy.delete(placeId);
    }
  }

  #find(placeId: string): Place | undefined {
    return this.#ports.list.read().find(({ id }) => id === placeId);
  }

  #salt(): Buffer {
    return Buffer.from(this.#ports.newSalt(), 'hex');
  }

  async #key(): Promise<Result<string>> {
    const fingerprint = this.#ports.inUse();
    return fingerprint === null ? failed({ kind: 'key-missing' }) : this.#ports.textOf(fingerprint);
  }

  /** One move of a place at a time; one that was interrupted is settled first. */
  async #once(placeId: string, act: MoveAct): Promise<Result<Moved>> {
    if (this.#busy.has(placeId) || this.#ports.isRunUnderWay()) return failed({ kind: 'not-now' });
    this.#busy.add(placeId);
    const moved = await this.#acted(placeId, act).catch((error: unknown) => this.#failed(error));
    this.#busy.delete(placeId);
    return moved;
  }

  #failed(error: unknown): Result<never> {
    this.#ports.log('gateway move trouble', { ...errorFacts(error) });
    return failed({ kind: 'internal' });
  }

  async #acted(placeId: string, act: MoveAct): Promise<Result<Moved>> {
    await this.#resume(placeId);
    const key = await this.#key();
    const place = this.#find(placeId);
    return place === undefined || this.#moveOf(placeId) !== undefined
      ? failed({ kind: 'not-now' })
      : await act(place, key);
  }

  #moveOf(placeId: string): PendingMove | undefined {
    return this.#ports.list.moves().find((move) => move.placeId === placeId);
  }

  /** Records the move before anything is done, makes the token, writes the file and proves it, and then changes the list. */
  async #move(place: Place, wanted: Wanted, key: string, token: () => Result<string>): Promise<Result<Moved>> {
    const { files, list } = this.#ports;
    const salt = this.#ports.newSalt();
    const sample = wanted.kind === 'use' ? ok(SAMPLE_TOKEN) : token();
    if (!sample.ok) return sample;
    const way = wayOfMove(wanted);
    const plan = await files.plan(way, changeOf(wanted, sample.value, key), Buffer.from(salt, 'hex'));
    if (!plan.ok) return plan;
    const move: PendingMove = { ...wanted, placeId: place.id, plan: plan.value, salt, isSaved: false };
    const recorded = list.keepMove(place.id, move);
    if (!recorded.ok) return recorded;
    const made = token();
    if (!made.ok) {
      list.keepMove(place.id, null);
      return made;
    }
    const written = await this.#write(move, changeOf(move, made.value, key));
    if (!written.ok) {
      await this.#settle(move, key);
      return written;
    }
    return await this.#finish(move, [key, made.value], false);
  }

  async #write({ plan, salt, ...move }: PendingMove, change: KnownChange): Promise<Result<void>> {
    const { files } = this.#ports;
    const hashed = Buffer.from(salt, 'hex');
    const written = await files.write(wayOfMove(move), plan, change, hashed);
    return written.ok ? await files.prove(wayOfMove(move), plan, change, hashed) : written;
  }

  /** The file is as it should be: notes that, restarts and checks what uses the place, and ends the token where that is wanted. */
  async #finish(move: PendingMove, secrets: readonly string[], isResumed: boolean): Promise<Result<Moved>> {
    const { list, commands } = this.#ports;
    const place = this.#find(move.placeId);
    if (place === undefined) return failed({ kind: 'not-now' });
    // What the user confirmed is the place as a file.
    const isConfirmed = commands.unconfirmed({ ...place, update: wayOfMove(move) }) === null;
    const next = { ...place, update: move.after };
    const saved = move.isSaved ? ok(undefined) : await list.saveMoved(next, { ...move, isSaved: true });
    if (!saved.ok) return saved;
    // It may have been restarted already: again only where the user said that this does no harm.
    const mayRestart = !isResumed || !move.isSaved || place.isHookRepeatable === true;
    const problem = move.kind !== 'address' && isConfirmed && mayRestart ? await this.#restart(next, secrets) : null;
    if (move.revokes) this.#revoke(move);
    list.keepMove(move.placeId, null);
    return ok({ problem });
  }

  /** Ends the token, unless another place has the same consumer. */
  #revoke({ consumerId }: PendingMove): void {
    const { list, gateway } = this.#ports;
    const isShared = list.read().some(({ update }) => update?.by === 'gateway' && update.consumerId === consumerId);
    if (consumerId !== null && !isShared) gateway.revoke(consumerId);
  }

  /** Settles the place's move that was interrupted; does nothing where the key cannot be read now. */
  async #resume(placeId: string): Promise<void> {
    const move = this.#moveOf(placeId);
    if (move === undefined) return;
    const key = move.kind === 'address' ? ok('') : await this.#key();
    if (key.ok) await this.#settle(move, key.value);
  }

  async #settle(move: PendingMove, key: string): Promise<void> {
    const { list, gateway, log } = this.#ports;
    const place = this.#find(move.placeId);
    const expected = move.isSaved ? move.after : move.before;
    // The user has changed the place since.
    if (place === undefined || JSON.stringify(place.update) !== JSON.stringify(expected))
      return void list.keepMove(move.placeId, null);
    const state: MoveState = move.isSaved ? { is: 'after' } : await settleFile(this.#ports, move, key);
    log('gateway move resumed', { kind: move.kind, state: state.is });
    if (state.is === 'after') return void (await this.#finish(move, [key], true));
    // A token that did not get into the file is of no use.
    const isUseless = state.is === 'before' || state.isTokenLost;
    if (isUseless && move.isNewConsumer && move.consumerId !== null) gateway.revoke(move.consumerId);
    if (state.is === 'unsure') await this.#name(place, move, state.problem);
    else list.keepMove(move.placeId, null);
  }

  /** The user has to check the file: its place says so until it is rehearsed again. */
  async #name(place: Place, move: PendingMove, problem: Problem): Promise<void> {
    const next = { ...place, update: wayOfMove(move) };
    const at = this.#ports.clock.now();
    const rehearsal = { at, validUntil: at + YEAR, milliseconds: 0, problem, file: null };
    const durations = { update: null, hook: null, check: null };
    await this.#ports.list.saveMoved(next, null, { of: definitionOf(next), rehearsal, triedAt: null, durations });
  }

  /** The place's own token in its file. */
  async #tokenOf({ path, consumerId, plain }: GatewayWay): Promise<Result<string>> {
    const { files, gateway } = this.#ports;
    const found = await files.tokens(fileWay(path ?? '', plain));
    if (!found.ok) return found;
    const token = anyToken(found.value, consumerId, gateway);
    return token === null ? failed({ kind: 'file-blocked', why: 'no-key' }) : ok(token);
  }

  /** Restarts and checks what uses the place: until then it has the text of before. */
  async #restart({ hook, check }: Place, secrets: readonly string[]): Promise<Problem | null> {
    for (const command of [hook, check]) {
      const ended = command === undefined ? null : await this.#ports.commands.run(command, secrets);
      if (ended?.ok === false) return ended.problem;
    }
    return null;
  }
}

function previewOf({ strategy, ranges, readers, openInEditor }: FilePlan): GatewayPreview {
  const addresses = ranges.filter(({ what }) => what === 'address').length;
  return { strategy, keys: ranges.length - addresses, addresses, readers, openInEditor };
}
