// For tests: a computer with places that hold a key, on which NineTray can be killed at every write of its own and in the middle of every act.
import { createHash } from 'node:crypto';
import type { GatewayFacts } from '../../model/places/gateway-concern';
import { manualClock, type ManualClock } from '../../model/clock.fixture';
import type { Command } from '../../model/places/command';
import type { FilePlan } from '../../model/places/file-plan';
import type { Place } from '../../model/places/place';
import type { PlacesView, RunningProgram } from '../../model/places/places-view';
import { failed, ok } from '../../model/problem';
import { noRotation, type RotationView } from '../../model/rotation/rotation';
import type { ProfileFiles } from '../../settings/files/profile-files';
import { memoryFiles } from '../../settings/files/profile-files.fixture';
import { openPlacesDocument } from '../documents/places-document';
import { PlacesService } from './places-service';
import type { CommandEnd, Keys, PlacesPorts } from '../ports';
import { openRunDocument } from '../documents/run-document';

export const OLD = 'OLDKEY1234567890abcdef';
export const NEW = 'NEWKEY1234567890abcdef';
const START = Date.UTC(2026, 10, 29, 12);
const origin = 'https://api.test';

export function command(program: string): Command {
  return { program, arguments: [], folder: null, timeLimit: 30 };
}

/** A place in a file. */
export function filePlace(id: string, more: Partial<Place> = {}): Place {
  return { id, name: id, kind: 'env-file', where: '', note: '', update: { by: 'file', path: `/home/${id}` }, ...more };
}

/** A place that a command brings the key to. */
export function commandPlace(id: string, repeatable: boolean, more: Partial<Place> = {}): Place {
  const update: Place['update'] = {
    by: 'command',
    recipe: 'own',
    command: command(id),
    newline: false,
    repeatable,
    probe: null,
  };
  return { id, name: id, kind: 'ci-secret', where: '', note: '', update, ...more };
}

export interface PlacesComputer {
  clock: ManualClock;
  /** The profile folder. */
  disk: Map<string, string>;
  /** The files of the places, by path. */
  files: Map<string, string>;
  /** The keys that each store was given, in order, by program. */
  stores: Map<string, string[]>;
  /** Hooks and checks that were run, in order. */
  ran: string[];
  /** The hash of all programs. */
  programs: string;
  /** Programs that fail. */
  failing: Set<string>;
  /** Texts in the vault by fingerprint. */
  vault: Map<string, string>;
  /** Why the disk takes nothing. */
  diskError: string | null;
  /** Writes and parts of acts so far. */
  steps: number;
  /** The step at which NineTray is killed. */
  crash: { at: number; when: 'before' | 'after' } | null;
  crashed: boolean;
  ticked: string[];
  /** Programs that run with the old key. */
  running: RunningProgram[];
  /** Searches: how many keys, and which known folders. */
  searched: [number, readonly string[]][];
  /** The gateway, as its places see it. */
  gateway: GatewayFacts;
  /** Tokens of the gateway by their consumer. */
  tokens: Map<string, string>;
  /** Everything that was published, logged or written. */
  seen: string[];
  /** How many acts were under way at once, at most. */
  mostAtOnce: number;
  now: PlacesService;
  view(): PlacesView;
  start(): PlacesService;
}

export function placesComputer(places: readonly Place[]): PlacesComputer {
  const clock = manualClock(START);
  const disk = new Map<string, string>();
  let alive = 0;
  let atOnce = 0;
  let ids = 0;
  const computer: PlacesComputer = {
    clock,
    disk,
    files: new Map(places.map(({ id }) => [`/home/${id}`, `# ${id}\nKEY="${OLD}"\nOTHER=1\n`])),
    stores: new Map(),
    ran: [],
    programs: 'version 1',
    failing: new Set(),
    vault: new Map([
      ['old', OLD],
      ['new', NEW],
    ]),
    diskError: null,
    steps: 0,
    crash: null,
    crashed: false,
    ticked: [],
    running: [],
    searched: [],
    tokens: new Map(),
    gateway: { on: false, status: 'off', addresses: [], consumers: [] },
    seen: [],
    mostAtOnce: 0,
    now: null as never,
    view: () => computer.now.view(),
    start,
  };
  const reading = memoryFiles(disk);

  function start(): PlacesService {
    alive += 1;
    const me = alive;
    const lives = () => me === alive && !computer.crashed;
    computer.crashed = false;
    const dies = (): never => {
      if (me === alive) computer.crashed = true;
      throw Object.assign(new Error('the plug was pulled'), { code: 'EIO' });
    };
    /** One write or one part of an act, at which NineTray may be killed. */
    const step = (act: () => void): void => {
      if (!lives()) dies();
      computer.steps += 1;
      const isLast = computer.crash?.at === computer.steps;
      if (isLast && computer.crash?.when === 'before') dies();
      act();
      if (isLast) dies();
    };
    /** An act of a process that was killed never ends. */
    const acting = async <T>(act: () => T): Promise<T> => {
      if (!lives()) return new Promise<T>(() => undefined);
      atOnce += 1;
      computer.mostAtOnce = Math.max(computer.mostAtOnce, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      try {
        const value = act();
        return lives() ? value : await new Promise<T>(() => undefined);
      } catch {
        return new Promise<T>(() => undefined);
      }
    };
    const files: ProfileFiles = {
      ...reading,
      write(file, content) {
        if (computer.diskError !== null) throw Object.assign(new Error('disk'), { code: computer.diskError });
        step(() => {
          computer.seen.push(JSON.stringify(content));
          reading.write(file, content);
        });
      },
    };
    const options = { files, now: clock.now };
    computer.now = new PlacesService({
      ...ports(),
      places: openPlacesDocument(options),
      runs: openRunDocument(options),
      files: filePort(acting, step),
      commands: commandPort(acting, step),
      gateway: gatewayPort(step),
    });
    return computer.now;
  }

  function ports(): Omit<PlacesPorts, 'places' | 'runs' | 'files' | 'commands' | 'gateway'> {
    return {
      clock,
      newSalt: () => 'ab'.repeat(32),
      formerPlaces: () => [...places],
      textOf: async (fingerprint) => {
        const text = computer.vault.get(fingerprint);
        return text === undefined ? failed({ kind: 'key-missing' }) : ok(text);
      },
      inUse: () => 'old',
      openScan: () => ({
        start(_request, keys, folders) {
          computer.searched.push([keys.length, folders]);
          return ok(undefined);
        },
        cancel: () => undefined,
        close: () => undefined,
        runningWith: async (key) => (key === OLD ? computer.running : []),
      }),
      tick: (placeIds) => computer.ticked.push(...placeIds),
      soon: queueMicrotask,
      listed: async () => ok(undefined),
      log: (event, facts) => computer.seen.push(`${event} ${JSON.stringify(facts)}`),
      publish: (view) => computer.seen.push(JSON.stringify(view)),
    };
  }

  function gatewayPort(step: (act: () => void) => void): PlacesPorts['gateway'] {
    return {
      url: () => computer.gateway.addresses[0] ?? null,
      newId: () => `c${(ids += 1)}`,
      newToken(user, newId) {
        const id = 'id' in user ? user.id : newId;
        const token = `ntk${String((ids += 1)).padStart(40, 'x')}`;
        step(() => computer.tokens.set(id, token));
        return ok({ id, token });
      },
      revoke: (id) => step(() => computer.tokens.delete(id)),
      ownerOf: (token) => [...computer.tokens].find(([, each]) => each === token)?.[0] ?? null,
      facts: () => computer.gateway,
    };
  }

  function filePort(acting: <T>(act: () => T) => Promise<T>, step: (act: () => void) => void): PlacesPorts['files'] {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const blocked = (why: 'gone' | 'no-key' | 'changed' | 'unsure') => failed({ kind: 'file-blocked', why });
    const textAt = (path: string) => computer.files.get(path) ?? '';
    const offset = (plan: FilePlan) => plan.ranges[0]?.offset ?? 0;
    return {
      attributes: () => () => Promise.resolve(false),
      plan: ({ path }, { old, next }) =>
        acting(() => {
          const text = computer.files.get(path);
          if (text === undefined) return blocked('gone');
          return text.includes(old)
            ? ok(planOf(digest(text), text.indexOf(old), old.length, next?.length ?? old.length))
            : blocked('no-key');
        }),
      write: ({ path }, plan, keys) =>
        acting(() => {
          if (digest(textAt(path)) !== plan.digest) return blocked('changed');
          if (plan.strategy === 'replace') step(() => replace(path, keys));
          else patch(path, offset(plan), keys, step);
          return ok(undefined);
        }),
      prove: ({ path }, _, { old, next }) =>
        acting(() => {
          const text = textAt(path);
          return text.includes(next) && (old === next || !text.includes(old)) ? ok(undefined) : blocked('changed');
        }),
      digest: async ({ path }) => (computer.files.has(path) ? ok(digest(textAt(path))) : blocked('gone')),
      tokens: async ({ path }) => ok([...new Set(textAt(path).match(/ntk[A-Za-z0-9]{40}/g))]),
      mend: ({ path }, plan, keys) =>
        acting(() => {
          const text = textAt(path);
          const at = offset(plan);
          const withOld = (length: number) => `${text.slice(0, at)}${keys.old}${text.slice(at + length)}`;
          if (digest(text) === plan.digest) return ok('old' as const);
          const isNew = text.startsWith(keys.next, at) && digest(withOld(keys.next.length)) === plan.digest;
          if (isNew) return ok('new' as const);
          const isMixed = keys.next.length === keys.old.length && isMixture(text.slice(at), keys);
          if (!isMixed || digest(withOld(keys.old.length)) !== plan.digest) return blocked('unsure');
          patch(path, at, keys, step);
          return ok('mended' as const);
        }),
    };
  }

  /** Another length: a new file takes the name, at once. */
  function replace(path: string, { old, next }: Keys): void {
    computer.files.set(path, (computer.files.get(path) ?? '').replace(old, next));
  }

  /** Writes in two parts: a kill between them tears the key. */
  function patch(path: string, at: number, { next }: Keys, step: (act: () => void) => void): void {
    const half = Math.floor(next.length / 2);
    for (const [from, to] of [
      [0, half],
      [half, next.length],
    ] as const) {
      step(() => {
        const text = computer.files.get(path) ?? '';
        computer.files.set(path, `${text.slice(0, at + from)}${next.slice(from, to)}${text.slice(at + to)}`);
      });
    }
  }

  function commandPort(
    acting: <T>(act: () => T) => Promise<T>,
    step: (act: () => void) => void,
  ): PlacesPorts['commands'] {
    const confirmationOf = ({ update, hook, check }: Place) =>
      createHash('sha256')
        .update(JSON.stringify([update ?? null, hook ?? null, check ?? null]))
        .digest('hex');
    const run = (program: string, act: () => void): Promise<CommandEnd> =>
      acting((): CommandEnd => {
        step(act);
        return computer.failing.has(program)
          ? { ok: false, problem: { kind: 'internal' }, output: 'no such service' }
          : { ok: true, milliseconds: 5 };
      });
    return {
      bring: (way, key) =>
        run(way.command.program, () => {
          const { program } = way.command;
          computer.stores.set(program, [...(computer.stores.get(program) ?? []), key]);
        }),
      run: ({ program }) => run(program, () => computer.ran.push(program)),
      rehearse: async () => ok(undefined),
      programs: async () => computer.programs,
      confirmationOf,
      unconfirmed: (place) => {
        const isCommand = place.update?.by === 'command' || place.hook !== undefined || place.check !== undefined;
        return isCommand && place.confirmed !== confirmationOf(place) ? { kind: 'not-allowed' } : null;
      },
    };
  }

  start();
  return computer;
}

/** Whether each character of the key is the old one's or the next one's. */
function isMixture(text: string, { old, next }: Keys): boolean {
  return Array.from(old).every((letter, index) => text[index] === letter || text[index] === next[index]);
}

function planOf(digest: string, offset: number, length: number, nextLength: number): FilePlan {
  return {
    strategy: length === nextLength ? 'patch' : 'replace',
    otherwise: null,
    device: '1',
    inode: '1',
    size: 1,
    digest,
    ranges: [{ offset, length, encoding: 'utf-8', what: 'key' }],
    format: 'dotenv',
    proof: 'parsed',
    readers: ['KEY'],
    openInEditor: false,
    temporary: '.ninetray-0123456789abcdef.tmp',
  };
}

/** The rotation whose new key is in use. */
export function inUse(more: Partial<NonNullable<RotationView['current']>> = {}): RotationView {
  const current: NonNullable<RotationView['current']> = {
    id: 'r1',
    entry: 'on-purpose',
    step: 'copy',
    startedAt: START - 60_000,
    origin,
    account: { id: 7, name: 'anna' },
    oldFingerprint: 'old',
    newFingerprint: 'new',
    storage: 'protected',
    sentToDashboard: [],
    oldKey: { status: 'dead', diedAt: START - 9000, lastAcceptedAt: null, watched: 1, checks: [], destroyedAt: null },
    receivedAt: START - 1000,
    clipboardCleared: true,
    proof: { answers: 'proved', sameAccount: 'proved', oldDead: 'open', at: START, otherAccount: null },
    copied: null,
    places: [],
    finishedAt: null,
    ...more,
  };
  return { ...noRotation, current };
}

/** Confirms the commands of all places, as the user does. */
export async function confirmAll(service: PlacesService): Promise<void> {
  for (const place of service.list()) await service.confirmCommands(place);
}
