// What the terminal command `places` does with the places of the running NineTray. It changes no file, and prints no key and no text of a file.
import type { Caller, ControlReply } from '../instance/control';
import type { Clock } from '../model/clock';
import type { PlaceRow, Readiness } from '../model/places/places-view';
import type { ScanRow, ScanView } from '../model/places/scan';
import type { PlacesRequest } from '../model/places/terminal-request';
import type { Problem } from '../model/problem';
import type { PlacesService } from '../places/service/places-service';
import { problemText } from '../texts/problems/problems';
import { sentences } from '../texts/sentence';
import {
  foundLines,
  placeLines,
  placesCliTexts,
  rehearsedLines,
  rehearsingLine,
  searchLine,
} from '../texts/status/places-cli';

export interface PlacesCommandContext {
  places: Pick<PlacesService, 'view' | 'rehearse' | 'scan' | 'cancelScan'>;
  caller: Caller;
  clock: Clock;
  locale: string;
}

/** How often the state of a search or a rehearsal is read (ms). */
const EVERY = 250;
/** Nothing keeps these from having the new key in time. */
const FINE: ReadonlySet<Readiness> = new Set(['ready', 'untried', 'hand', 'gateway']);

/** Exit codes: 0 done, 2 no key, 3 declined, 5 only part of it: a search that did not see everything, a place that is not ready. */
export function runPlacesCommand(request: PlacesRequest, context: PlacesCommandContext): Promise<ControlReply> {
  switch (request.act) {
    case 'list':
      return Promise.resolve(list(context));
    case 'scan':
      return scan(request.paths, context);
    case 'rehearse':
      return rehearse(request.names, context);
    default:
      return request satisfies never;
  }
}

const replied = (exitCode: number, out: string, json: object): ControlReply => ({
  exitCode,
  out,
  json: `${JSON.stringify({ version: 1, exitCode, ...json }, null, 2)}\n`,
  problem: '',
});
const no = (problem: string, exitCode = 3): ControlReply => ({ exitCode, out: '', json: '', problem });
const isoOf = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

function list({ places, clock, locale }: PlacesCommandContext): ControlReply {
  const { rows } = places.view();
  return replied(0, placeLines(rows, clock.now(), locale), { places: rows.map(plainPlace) });
}

async function rehearse(names: readonly string[], context: PlacesCommandContext): Promise<ControlReply> {
  const { places, clock, locale } = context;
  const chosen = places.view().rows.filter(({ place }) => names.length === 0 || names.includes(place.name));
  const known = new Set(chosen.map(({ place }) => place.name));
  if (names.some((name) => !known.has(name))) return no(placesCliTexts.noSuchName({ command: 'ninetray places list' }));
  const ids = new Set(chosen.map(({ place }) => place.id));
  const done = await watched(places.rehearse([...ids]), context, () => {
    const { rehearsing } = places.view();
    return rehearsing === null ? null : rehearsingLine(rehearsing, locale);
  });
  if (!done.ok) return declined(done.problem, context);
  const rows = places.view().rows.filter(({ place }) => ids.has(place.id));
  const exitCode = rows.every(({ readiness }) => FINE.has(readiness)) ? 0 : 5;
  return replied(exitCode, rehearsedLines(rows, clock.now(), locale), { places: rows.map(plainPlace) });
}

/** Waits for `work`, and shows the caller how far it is whenever that has changed. */
async function watched<T>(
  work: Promise<T>,
  { caller, clock }: PlacesCommandContext,
  line: () => string | null,
): Promise<T> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  let shown: string | null = null;
  const show = () => {
    if (isOver) return;
    const now = line();
    if (now !== null && now !== shown) caller.progress((shown = now));
    clock.after(EVERY, show);
  };
  show();
  return over;
}

/** Searches these files and folders, or the usual files where there are none. Ends with its caller. */
async function scan(paths: readonly string[], context: PlacesCommandContext): Promise<ControlReply> {
  const { places, caller, locale } = context;
  const request = { quick: paths.length === 0, folders: [...paths], programs: false, containers: false };
  const started = await places.scan(request);
  if (!started.ok) return declined(started.problem, context);
  const cancel = () => places.cancelScan();
  if (caller.gone.aborted) cancel();
  caller.gone.addEventListener('abort', cancel, { once: true });
  const found = await watched(ended(context), context, () => {
    const now = places.view().scan;
    return now === null ? null : searchLine(now, locale);
  });
  caller.gone.removeEventListener('abort', cancel);
  if (found === null) return declined({ kind: 'not-now' }, context);
  const isAll = found.status === 'done' && found.found === found.rows.length && found.unreadable.count === 0;
  const exitCode = isAll ? 0 : 5;
  return replied(exitCode, foundLines(found, locale), plainSearch(found));
}

/** Resolves with the search when it is over; null: there is none any more. */
function ended({ places, clock }: PlacesCommandContext): Promise<ScanView | null> {
  return new Promise((resolve) => {
    const look = () => {
      const now = places.view().scan;
      if (now?.status === 'running') clock.after(EVERY, look);
      else resolve(now);
    };
    look();
  });
}

function declined(problem: Problem, { clock, locale }: PlacesCommandContext): ControlReply {
  const { title, cause, next } = problemText(problem, locale, clock.now());
  const isWithoutKey = problem.kind === 'key-missing' || problem.kind.startsWith('keyring-');
  return no(sentences(title, cause, next), isWithoutKey ? 2 : 3);
}

/** A place for programs: without its commands, which may be long. */
function plainPlace({ place, readiness, rehearsal, triedAt }: PlaceRow): object {
  const { id, name, kind, where, update } = place;
  return {
    id,
    name,
    kind,
    where: update?.by === 'file' ? update.path : where,
    by: update?.by ?? 'hand',
    state: readiness,
    rehearsed: isoOf(rehearsal?.at ?? null),
    validUntil: isoOf(rehearsal?.validUntil ?? null),
    tried: isoOf(triedAt),
    problem: rehearsal?.problem ?? null,
  };
}

function plainSearch(search: ScanView): object {
  const { status, startedAt, endedAt, progress, rows, found, skipped, unreadable, isKeyShort } = search;
  const { files, folders, bytes } = progress;
  return {
    status,
    started: isoOf(startedAt),
    ended: isoOf(endedAt),
    files,
    folders,
    bytes,
    found,
    isKeyShort,
    places: rows.map(plainRow),
    skipped,
    unreadable,
  };
}

function plainRow({ source, path, class: what, canUpdate, count, parts, readers, git, program }: ScanRow): object {
  const started = isoOf(program?.startedAt ?? null);
  const of = program === null ? null : { pid: program.pid, name: program.name, started };
  return { source, path, class: what, canUpdate, count, parts, readers, git, program: of };
}
