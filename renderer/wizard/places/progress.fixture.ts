// Places in the wizard, ready and being updated, as plain data. Made-up values only; nothing here runs in the application.
import type { Command } from '../../../app/model/places/command';
import type { Place } from '../../../app/model/places/place';
import type { PlacesRun, RunRow } from '../../../app/model/places/places-run';
import { noPlaces, type PlaceRow, type PlacesView } from '../../../app/model/places/places-view';
import type { ScanRow, ScanView } from '../../../app/model/places/scan';
import { picturedAt } from '../../popover/popover-states.fixture';

const second = 1_000;
const minute = 60 * second;
const ago = (ms: number) => picturedAt - ms;

export const places: Place[] = [
  { id: 'p1', name: 'Nightly scraper', kind: 'env-file', where: '~/scraper/.env on berlin-2', note: '' },
  {
    id: 'p2',
    name: 'price-watch',
    kind: 'container',
    where: 'docker compose, /srv/price-watch',
    note: 'Tell Ada first',
  },
  { id: 'p3', name: 'nordwind/shop', kind: 'ci-secret', where: 'NINEPROXY_API_KEY in the repository', note: '' },
  { id: 'p4', name: 'My laptop', kind: 'shell', where: '~/.zshrc', note: '' },
  { id: 'p5', name: 'Monthly report', kind: 'scheduled-task', where: '', note: 'Runs on the 1st, at night' },
  { id: 'p6', name: 'Ada’s spreadsheet', kind: 'other', where: 'Shared drive', note: '' },
];

const command = (program: string, ...args: string[]): Command => ({
  program,
  arguments: args,
  folder: null,
  timeLimit: 30,
});

/** The places, most of which NineTray updates. */
export const updatedPlaces: Place[] = places.map((place, at): Place => {
  if (at === 2) {
    const update = { by: 'command', recipe: 'github', newline: false, repeatable: true, probe: null } as const;
    return { ...place, update: { ...update, command: command('gh', 'secret', 'set', 'NINEPROXY_API_KEY') } };
  }
  if (at === 4) return { ...place, update: { by: 'gateway', path: null, consumerId: 'c1' } };
  if (at === 5) return place;
  return { ...place, update: { by: 'file', path: `/home/lena/place-${at + 1}/.env` } };
});

const readinessAt: readonly PlaceRow['readiness'][] = ['ready', 'untried', 'unconfirmed', 'blocked', 'gateway', 'hand'];

export const boardRows: PlaceRow[] = updatedPlaces.map((place, at) => ({
  place,
  readiness: readinessAt[at] ?? 'hand',
  rehearsal: {
    at: ago(2 * minute),
    validUntil: picturedAt + 20 * 60 * minute,
    milliseconds: 12,
    problem: at === 3 ? { kind: 'file-not-written', why: 'not-allowed' } : null,
    file: at < 2 ? { strategy: 'patch', proof: 'parsed' } : null,
  },
  triedAt: null,
  durations: { update: 40, hook: null, check: null },
  isBusy: false,
}));

export const board: PlacesView = {
  ...noPlaces,
  rows: boardRows,
  outage: { own: 2, user: 60, isMeasured: false },
};

function runRow(at: number, over: Partial<RunRow>): RunRow {
  const place = updatedPlaces[at];
  if (place === undefined) throw new Error(`There is no place ${at}.`);
  return { place, state: 'waiting', at: ago(second), provedAt: null, how: null, doneAt: null, ...over };
}

const provedRow = (how: RunRow['how'], ms: number): Partial<RunRow> => ({ provedAt: ago(ms), how });
const doneRow = (how: RunRow['how'], ms: number): Partial<RunRow> => ({
  ...provedRow(how, ms),
  state: 'done',
  doneAt: ago(ms - 500),
});

const gatewayRow = runRow(4, { ...doneRow('gateway', 3 * second) });
const handRow = runRow(5, { state: 'manual' });

function running(rows: RunRow[], over: Partial<PlacesRun> = {}): PlacesView {
  const run: PlacesRun = {
    rotationId: 'r1',
    origin: 'https://api.9proxy.com',
    oldFingerprint: '7c1e-44a0',
    newFingerprint: 'd93b-08f2',
    startedAt: ago(4 * second),
    endedAt: null,
    rows: [...rows, gatewayRow, handRow],
    ...over,
  };
  return { ...board, run };
}

export const live = running([
  runRow(0, doneRow('parsed', 3 * second)),
  runRow(1, { state: 'restarting', ...provedRow('parsed', 3 * second) }),
  runRow(2, { state: 'begun' }),
  runRow(3, { state: 'waiting' }),
]);
export const failing = running([
  runRow(0, doneRow('parsed', 3 * second)),
  runRow(1, {
    ...provedRow('parsed', 3 * second),
    state: 'blocked',
    problem: { kind: 'timed-out' },
    output: 'Error response from daemon: no such service: watch',
  }),
  runRow(2, { state: 'skipped', reason: 'The shop is closed for good' }),
  runRow(3, { state: 'unsure' }),
]);
const finished = running(
  [0, 1, 2, 3].map((at) => runRow(at, doneRow(at === 2 ? 'command' : 'parsed', 3 * second - at * 300))),
  { endedAt: ago(second) },
);
/** Nothing is left to the user. */
export const allUpdated: PlacesView = {
  ...finished,
  run: finished.run === null ? null : { ...finished.run, rows: finished.run.rows.slice(0, 5) },
};
export const stillRunning: PlacesView['stillRunning'] = [
  { pid: 4711, name: 'python3', startedAt: ago(60 * minute) },
  { pid: 5120, name: 'node', startedAt: null },
];

const found = (id: string, is: ScanRow['class'], canUpdate = false): ScanRow => ({
  id,
  source: 'file',
  path: `/home/lena/${id}`,
  class: is,
  canUpdate,
  count: { current: 1, old: 0 },
  parts: 0,
  readers: [],
  repeated: null,
  digest: null,
  git: 'none',
  program: null,
});

/** A search that found a settings file, and three files that are never changed. */
export const scanWithCopies: ScanView = {
  status: 'done',
  startedAt: ago(30 * minute),
  endedAt: ago(29 * minute),
  progress: { files: 31_585, folders: 2_204, bytes: 512_000_000, folder: null },
  rows: [found('1', 'config', true), found('2', 'history'), found('3', 'history'), found('4', 'backup')],
  found: 4,
  skipped: [],
  unreadable: { count: 0, items: [] },
  isKeyShort: false,
};
