// The demo with its example places and script, as plain data. For the tests and for the pictures. Made-up values only; nothing here runs in
// the application.
import { exampleAccess, exampleConsumer } from '../../app/model/access/access.fixture';
import type { ActivityLine } from '../../app/model/access/activity';
import type { ExampleScript } from '../../app/model/demo';
import type { Place } from '../../app/model/places/place';
import type { RunRow } from '../../app/model/places/places-run';
import { noPlaces, type PlacesView } from '../../app/model/places/places-view';
import type { AppState } from '../../app/model/state/app-state';
import { picturedAt, popoverStates } from '../popover/popover-states.fixture';
import { named } from '../ui/example-state.fixture';

const second = 1000;
const folder = '/tmp/ninetray-demo-4711-k8XqTz';
const script = 'Demo: script';

const place = (id: string, name: string, kind: Place['kind'], where: string, update: Place['update']): Place => ({
  id: `demo-${id}`,
  name,
  kind,
  where,
  note: '',
  ...(update === undefined ? {} : { update }),
});
const inFile = (path: string): Place['update'] => ({ by: 'file', path: `${folder}/${path}` });

/** As app/demo-places makes them. */
export const demoPlaces: Place[] = [
  place('env', 'Demo: scraper', 'env-file', 'scraper/.env', inFile('scraper/.env')),
  place('compose', 'Demo: proxy pool', 'container', 'pool/compose.yaml', inFile('pool/compose.yaml')),
  place('settings', 'Demo: report', 'scheduled-task', 'report/settings.json', inFile('report/settings.json')),
  place('hand', 'Demo: CI build', 'ci-secret', 'Made-up example', { by: 'hand' }),
  place('script', script, 'other', 'Asks once a second', {
    by: 'gateway',
    path: `${folder}/script/settings.json`,
    consumerId: 'c1',
  }),
];

const readinessAt = ['untried', 'untried', 'untried', 'hand', 'gateway'] as const;

/** Before the regeneration: what can be rehearsed is. */
export const demoReady: PlacesView = {
  ...noPlaces,
  rows: demoPlaces.map((each, at) => ({
    place: each,
    readiness: readinessAt[at] ?? 'hand',
    rehearsal:
      at < 3
        ? {
            at: picturedAt - 90 * second,
            validUntil: picturedAt + 23 * 3600 * second,
            milliseconds: 4,
            problem: null,
            file: { strategy: 'patch', proof: 'parsed' },
          }
        : null,
    triedAt: null,
    durations: { update: null, hook: null, check: null },
    isBusy: false,
  })),
};

const done = (how: RunRow['how']): Partial<RunRow> => ({
  state: 'done',
  how,
  provedAt: picturedAt - 4 * second,
  doneAt: picturedAt - 4 * second,
});

/** After the regeneration `rotationId`: all are updated but the one by hand. */
export function demoUpdated(rotationId: string): PlacesView {
  return {
    ...demoReady,
    run: {
      rotationId,
      origin: 'http://127.0.0.1:43121',
      oldFingerprint: '7c1e-44a0',
      newFingerprint: 'd93b-08f2',
      startedAt: picturedAt - 4 * second,
      endedAt: null,
      rows: demoPlaces.map((each, at): RunRow => {
        const row: RunRow = {
          place: each,
          state: 'manual',
          at: picturedAt - 4 * second,
          provedAt: null,
          how: null,
          doneAt: null,
        };
        return at === 3 ? row : { ...row, ...done(at === 4 ? 'gateway' : 'parsed') };
      }),
    },
    left: { own: 0, user: 1 },
  };
}

const calls: ExampleScript = { calls: 128, answered: 128, longestMilliseconds: 17_400 };

/** The demo's own source, script and gateway, with these places. */
export function inDemo(state: AppState, places: PlacesView, exampleScript: ExampleScript = calls): AppState {
  const { source, account } = named(popoverStates, 'demo');
  const consumer = exampleConsumer({
    name: script,
    role: 'figures',
    holdSeconds: 120,
    lastUse: { at: picturedAt - second, operation: 'getBalanceData', status: 200 },
    createdAt: picturedAt - 180 * second,
    today: { reads: exampleScript.calls, writes: 0, ips: 0, refused: 0 },
  });
  return {
    ...state,
    source,
    account,
    places,
    exampleScript,
    rotation: {
      ...state.rotation,
      places: demoPlaces,
      current: state.rotation.current === null ? null : { ...state.rotation.current, origin: source.origin },
    },
    access: exampleAccess({
      port: 24_817,
      addresses: ['http://127.0.0.1:24817', 'http://[::1]:24817'],
      socket: null,
      consumers: [consumer],
      lastHold: { rotationId: 'r1', answered: 1, gaveUp: 0, refusedWrites: 0, longestMilliseconds: 17_400 },
    }),
  };
}

/** What the gateway did: a call that waited for the new key, and those around it. */
export const demoActivity: ActivityLine[] = Array.from({ length: 12 }, (_none, at) => {
  const held = at === 5 ? 17_380 : 0;
  const before = at > 5 ? 17 : 0;
  return {
    at: picturedAt - (at + 1 + before) * second,
    consumer: script,
    operation: 'getBalanceData',
    status: 200,
    milliseconds: held + 20 + ((at * 7) % 5),
    held,
  };
});
