// Moves a place in a file to NineTray's gateway and back: a token in place of the key, and the gateway's address in place of 9Proxy's.
// Writes only what was planned, and notes the place as moved only once that was proved.
import type { GatewayPreview, GatewayUser, Moved } from '../../model/places/gateway-move';
import type { FilePlan } from '../../model/places/file-plan';
import type { Place, PlaceUpdate } from '../../model/places/place';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { fromGateway, type KnownChange, toGateway } from '../files/content/file-change';
import type { FileWay, PlacesPorts } from '../ports';

export interface MovePorts
  extends Pick<PlacesPorts, 'files' | 'commands' | 'textOf' | 'inUse' | 'newSalt' | 'gateway'> {
  list(): readonly Place[];
  /** Replaces the place with this id. */
  save(place: Place): Promise<Result<void>>;
  /** A run brings a new key to the places: nothing is moved meanwhile. */
  isRunUnderWay(): boolean;
}

type GatewayWay = Extract<PlaceUpdate, { by: 'gateway' }>;

/** As long as a token, and none: for a plan without one. */
const SAMPLE = `ntk${'0'.repeat(40)}`;

export class GatewayMoves {
  readonly #ports: MovePorts;
  readonly #busy = new Set<string>();

  constructor(ports: MovePorts) {
    this.#ports = ports;
  }

  /** What `use` would change. Changes nothing. Fails with not-now while the gateway does not listen, or why the file cannot be changed. */
  async preview(placeId: string): Promise<Result<GatewayPreview>> {
    const place = this.#find(placeId);
    const address = this.#ports.gateway.url();
    if (place?.update?.by !== 'file' || address === null) return failed({ kind: 'not-now' });
    const key = await this.#key();
    if (!key.ok) return key;
    const change = toGateway(key.value, { token: SAMPLE, address });
    const plan = await this.#ports.files.plan(place.update, change, this.#salt());
    return plan.ok ? ok(previewOf(plan.value)) : plan;
  }

  /** Moves a file's place to the gateway. Fails as `preview` does, or where no token can be made; the file is as it was then. */
  use(placeId: string, user: GatewayUser): Promise<Result<Moved>> {
    return this.#once(placeId, async (place) => {
      const { gateway, commands } = this.#ports;
      const { update } = place;
      const address = gateway.url();
      if (update?.by !== 'file' || address === null) return failed({ kind: 'not-now' });
      const possible = await this.preview(placeId);
      if (!possible.ok) return possible;
      const key = await this.#key();
      if (!key.ok) return key;
      const made = gateway.newToken(user);
      if (!made.ok) return made;
      const { id, token } = made.value;
      const written = await this.#write(update, toGateway(key.value, { token, address }));
      if (!written.ok) {
        // A token that did not get into the file is of no use.
        const found = await this.#ports.files.tokens(update);
        if (!('id' in user) && found.ok && !found.value.includes(token)) gateway.revoke(id);
        return written;
      }
      const isConfirmed = commands.unconfirmed(place) === null;
      const { path, plain } = update;
      const way: GatewayWay = { by: 'gateway', path, consumerId: id, address };
      const saved = await this.#ports.save({ ...place, update: plain === undefined ? way : { ...way, plain } });
      return saved.ok ? ok({ problem: isConfirmed ? await this.#afterwards(place, [key.value, token]) : null }) : saved;
    });
  }

  /** Writes the key back in place of the token. `revokes`: its token ends, unless another place has the same consumer. */
  leave(placeId: string, revokes: boolean): Promise<Result<Moved>> {
    return this.#once(placeId, async (place) => {
      const { gateway, commands, list } = this.#ports;
      const { update } = place;
      if (update?.by !== 'gateway' || update.path === null) return failed({ kind: 'not-now' });
      const key = await this.#key();
      if (!key.ok) return key;
      const token = await this.#tokenOf(update);
      if (!token.ok) return token;
      const way = fileWay(update.path, update.plain);
      const address = update.address ?? gateway.url() ?? '';
      const written = await this.#write(way, fromGateway(key.value, { token: token.value, address }));
      if (!written.ok) return written;
      const saved = await this.#ports.save({ ...place, update: way });
      if (!saved.ok) return saved;
      const now = list().find(({ id }) => id === placeId) ?? place;
      const isConfirmed = commands.unconfirmed(now) === null;
      const problem = isConfirmed ? await this.#afterwards(now, [key.value, token.value]) : null;
      const { consumerId } = update;
      const isShared = list().some((each) => each.update?.by === 'gateway' && each.update.consumerId === consumerId);
      if (revokes && consumerId !== null && !isShared) gateway.revoke(consumerId);
      return ok({ problem });
    });
  }

  /** The gateway has another address than when the place was moved: writes the one of now into its file. */
  updateAddress(placeId: string): Promise<Result<Moved>> {
    return this.#once(placeId, async (place) => {
      const { update } = place;
      const address = this.#ports.gateway.url();
      if (update?.by !== 'gateway' || update.path === null || update.address === undefined || address === null)
        return failed({ kind: 'not-now' });
      const token = await this.#tokenOf(update);
      if (!token.ok) return token;
      const change = { old: token.value, next: token.value, address: { old: update.address, next: address } };
      const written = await this.#write(fileWay(update.path, update.plain), change);
      if (!written.ok) return written;
      const saved = await this.#ports.save({ ...place, update: { ...update, address } });
      return saved.ok ? ok({ problem: null }) : saved;
    });
  }

  #find(placeId: string): Place | undefined {
    return this.#ports.list().find(({ id }) => id === placeId);
  }

  #salt(): Buffer {
    return Buffer.from(this.#ports.newSalt(), 'hex');
  }

  async #key(): Promise<Result<string>> {
    const fingerprint = this.#ports.inUse();
    return fingerprint === null ? failed({ kind: 'key-missing' }) : this.#ports.textOf(fingerprint);
  }

  async #once(placeId: string, move: (place: Place) => Promise<Result<Moved>>): Promise<Result<Moved>> {
    const place = this.#find(placeId);
    if (place === undefined || this.#busy.has(placeId) || this.#ports.isRunUnderWay())
      return failed({ kind: 'not-now' });
    this.#busy.add(placeId);
    const moved = await move(place).catch(() => failed({ kind: 'internal' }));
    this.#busy.delete(placeId);
    return moved;
  }

  /** Plans, writes and proves. */
  async #write(way: FileWay, change: KnownChange): Promise<Result<void>> {
    const { files } = this.#ports;
    const salt = this.#salt();
    const plan = await files.plan(way, change, salt);
    if (!plan.ok) return plan;
    const written = await files.write(way, plan.value, change, salt);
    return written.ok ? await files.prove(way, plan.value, change, salt) : written;
  }

  /** The place's own token in its file; where its consumer is gone, the only token there. */
  async #tokenOf({ path, consumerId, plain }: GatewayWay): Promise<Result<string>> {
    const { files, gateway } = this.#ports;
    const found = await files.tokens(fileWay(path ?? '', plain));
    if (!found.ok) return found;
    const [first, ...more] = found.value;
    const own = found.value.find((token) => consumerId !== null && gateway.ownerOf(token) === consumerId);
    const token = own ?? (more.length === 0 ? first : undefined);
    return token === undefined ? failed({ kind: 'file-blocked', why: 'no-key' }) : ok(token);
  }

  /** Restarts and checks what uses the place: until then it has the text of before. */
  async #afterwards({ hook, check }: Place, secrets: readonly string[]): Promise<Problem | null> {
    for (const command of [hook, check]) {
      const ended = command === undefined ? null : await this.#ports.commands.run(command, secrets);
      if (ended?.ok === false) return ended.problem;
    }
    return null;
  }
}

function fileWay(path: string, plain: boolean | undefined): FileWay {
  return plain === undefined ? { by: 'file', path } : { by: 'file', path, plain };
}

function previewOf({ strategy, ranges, readers, openInEditor }: FilePlan): GatewayPreview {
  const addresses = ranges.filter(({ what }) => what === 'address').length;
  return { strategy, keys: ranges.length - addresses, addresses, readers, openInEditor };
}
