// Rehearses places, which changes nothing, and tries one for real with today's key when the user asks for that.
import { errorFacts } from '../../log/error-facts';
import type { Place } from '../../model/places/place';
import type { Durations } from '../../model/places/rehearsal';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { Attributes, CommandEnd, FileWay, PlacesPorts } from '../ports';
import { definitionOf, type PlaceNote } from '../documents/places-document';

export interface RehearsalPorts
  extends Pick<PlacesPorts, 'files' | 'commands' | 'textOf' | 'inUse' | 'clock' | 'newSalt' | 'log'> {
  /** What is known of the place as it is now. */
  note(place: Place): PlaceNote | null;
  /** Stores what was found out. */
  keep(placeId: string, note: PlaceNote): Result<void>;
  /** Called after each change of `busy` and `progress`. */
  onChange(): void;
}

const VALID_FOR = 24 * 3_600_000;
const MOST_AT_ONCE = 8;
const unmeasured: Durations = { update: null, hook: null, check: null };

export class Rehearsals {
  readonly #ports: RehearsalPorts;
  readonly #busy = new Set<string>();
  #progress: { done: number; total: number } | null = null;

  constructor(ports: RehearsalPorts) {
    this.#ports = ports;
  }

  get progress(): { done: number; total: number } | null {
    return this.#progress;
  }

  isBusy(placeId: string): boolean {
    return this.#busy.has(placeId);
  }

  /** Rehearses these places. Fails with work-under-way, or why there is no key to find. A place that cannot be updated is no failure. */
  async rehearse(places: readonly Place[]): Promise<Result<void>> {
    if (this.#progress !== null) return failed({ kind: 'work-under-way' });
    const due = places.filter(({ update }) => update?.by === 'file' || update?.by === 'command');
    this.#progress = { done: 0, total: due.length };
    this.#ports.onChange();
    const key = await this.#key();
    if (key.ok) await this.#all(due, { key: key.value, attributes: this.#ports.files.attributes(due.flatMap(fileOf)) });
    this.#progress = null;
    this.#ports.onChange();
    return key.ok ? ok(undefined) : key;
  }

  /** Drops rehearsals that no longer hold: of a file that was edited, or a program that was replaced. Runs nothing. */
  async dropOutdated(places: readonly Place[]): Promise<void> {
    for (const place of places) {
      const note = this.#ports.note(place);
      // oxlint-disable-next-line no-await-in-loop -- one file at a time: nobody waits for it
      if (note?.rehearsal && !this.#busy.has(place.id) && (await this.#isOutdated(place, note).catch(() => false))) {
        const { seen: _seen, ...rest } = note;
        // Not where it was rehearsed again meanwhile.
        if (this.#ports.note(place)?.rehearsal?.at === note.rehearsal.at)
          this.#ports.keep(place.id, { ...rest, rehearsal: null });
      }
    }
  }

  /** Brings today's key to the place as a run would, then runs its hook and its check. Fails with what failed. */
  async tryForReal(place: Place): Promise<Result<void>> {
    if (this.#busy.has(place.id) || this.#progress !== null) return failed({ kind: 'work-under-way' });
    const key = await this.#key();
    if (!key.ok) return key;
    this.#busy.add(place.id);
    this.#ports.onChange();
    const trial: Trial = { durations: { ...unmeasured }, printsKey: false };
    const problem = await this.#try(place, key.value, trial);
    this.#busy.delete(place.id);
    const before = this.#ports.note(place);
    const kept = this.#ports.keep(place.id, {
      of: definitionOf(place),
      rehearsal: before?.rehearsal ?? null,
      ...(before?.seen === undefined ? {} : { seen: before.seen }),
      triedAt: problem === null ? this.#ports.clock.now() : (before?.triedAt ?? null),
      durations: { ...(before?.durations ?? unmeasured), ...present(trial.durations) },
      ...(trial.printsKey ? { printsKey: true } : {}),
    });
    this.#ports.onChange();
    return problem === null ? kept : failed(problem);
  }

  async #key(): Promise<Result<string>> {
    const fingerprint = this.#ports.inUse();
    return fingerprint === null ? failed({ kind: 'key-missing' }) : this.#ports.textOf(fingerprint);
  }

  async #all(places: readonly Place[], shared: Shared): Promise<void> {
    const waiting = [...places];
    const work = async (): Promise<void> => {
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) await this.#one(place, shared);
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
  }

  async #one(place: Place, shared: Shared): Promise<void> {
    const { clock, keep, note, onChange } = this.#ports;
    this.#busy.add(place.id);
    onChange();
    const began = clock.now();
    const found = await this.#look(place, shared).catch((error: unknown) => failed(this.#problemOf(error)));
    const at = clock.now();
    const before = note(place);
    keep(place.id, {
      of: definitionOf(place),
      rehearsal: {
        at,
        validUntil: at + VALID_FOR,
        milliseconds: at - began,
        problem: found.ok ? null : found.problem,
        file: found.ok ? found.value.file : null,
      },
      ...(found.ok ? { seen: found.value.seen } : {}),
      triedAt: before?.triedAt ?? null,
      durations: before?.durations ?? unmeasured,
      ...(before?.printsKey === true ? { printsKey: true } : {}),
    });
    this.#busy.delete(place.id);
    if (this.#progress !== null) this.#progress = { ...this.#progress, done: this.#progress.done + 1 };
    onChange();
  }

  /** Whether the place could be updated; of a file, how. */
  async #look(place: Place, { key, attributes }: Shared): Promise<Result<Found>> {
    const { files, commands, newSalt } = this.#ports;
    const runnable = await commands.rehearse(place);
    if (!runnable.ok) return runnable;
    const salt = newSalt();
    const programs = await commands.programs(place);
    if (place.update?.by !== 'file') return ok({ file: null, seen: { salt, file: null, programs } });
    const plan = await files.plan(place.update, { old: key, next: null }, Buffer.from(salt, 'hex'), attributes);
    if (!plan.ok) return plan;
    const { strategy, proof, digest } = plan.value;
    return ok({ file: { strategy, proof }, seen: { salt, file: digest, programs } });
  }

  /** Whether the place's file or one of its programs is another than the rehearsal saw. */
  async #isOutdated(place: Place, { seen }: PlaceNote): Promise<boolean> {
    if (seen === undefined) return false;
    const { files, commands } = this.#ports;
    if ((await commands.programs(place)) !== seen.programs) return true;
    if (place.update?.by !== 'file' || seen.file === null) return false;
    const now = await files.digest(place.update, Buffer.from(seen.salt, 'hex'));
    return !now.ok || now.value !== seen.file;
  }

  async #try(place: Place, key: string, trial: Trial): Promise<Problem | null> {
    const { commands } = this.#ports;
    const unconfirmed = commands.unconfirmed(place);
    if (unconfirmed !== null) return unconfirmed;
    const parts: [keyof Durations, () => Promise<Problem | null>][] = [
      ['update', () => this.#bring(place, key, trial)],
      ['hook', async () => (place.hook === undefined ? null : problemOf(await commands.run(place.hook, [key])))],
      ['check', async () => (place.check === undefined ? null : problemOf(await commands.run(place.check, [key])))],
    ];
    for (const [part, act] of parts) {
      const began = this.#ports.clock.now();
      const problem = await act().catch((error: unknown) => this.#problemOf(error));
      if (problem !== null) return problem;
      trial.durations[part] = this.#ports.clock.now() - began;
    }
    return null;
  }

  #problemOf(error: unknown): Problem {
    this.#ports.log('rehearsal trouble', { ...errorFacts(error) });
    return { kind: 'internal' };
  }

  async #bring(place: Place, key: string, trial: Trial): Promise<Problem | null> {
    const { files, commands, newSalt } = this.#ports;
    if (place.update?.by === 'command') {
      const ended = await commands.bring(place.update, key, [key]);
      trial.printsKey = ended.ok && ended.printedSecret === true;
      return problemOf(ended);
    }
    if (place.update?.by !== 'file') return { kind: 'not-now' };
    const salt = Buffer.from(newSalt(), 'hex');
    const keys = { old: key, next: key };
    const plan = await files.plan(place.update, keys, salt);
    if (!plan.ok) return plan.problem;
    const written = await files.write(place.update, plan.value, keys, salt);
    return written.ok ? null : written.problem;
  }
}

/** What the places of one rehearsal share. */
interface Shared {
  key: string;
  attributes: Attributes;
}

/** What is measured while a place is tried for real. */
interface Trial {
  durations: Durations;
  printsKey: boolean;
}

/** What a rehearsal found: of a file, how it will be written. */
interface Found {
  file: { strategy: Strategy; proof: Proof } | null;
  seen: NonNullable<PlaceNote['seen']>;
}

type Strategy = 'patch' | 'replace' | 'rewrite';
type Proof = 'parsed' | 'plain';

function fileOf({ update }: Place): FileWay[] {
  return update?.by === 'file' ? [update] : [];
}

function problemOf(ended: CommandEnd): Problem | null {
  return ended.ok ? null : ended.problem;
}

function present(durations: Durations): Partial<Durations> {
  return Object.fromEntries(Object.entries(durations).filter(([, value]) => value !== null));
}
