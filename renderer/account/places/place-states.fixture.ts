// The area of the key's places in all its states, as plain data. For the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import { exampleAccess } from '../../../app/model/access/access.fixture';
import { concernOf } from '../../../app/model/places/gateway-concern';
import type { GatewayPreview } from '../../../app/model/places/gateway-move';
import type { Command } from '../../../app/model/places/command';
import type { PlacesRun } from '../../../app/model/places/places-run';
import type { PlaceRow } from '../../../app/model/places/places-view';
import type { Problem } from '../../../app/model/problem';
import type { Place, PlaceUpdate } from '../../../app/model/places/place';
import type { RecipeList } from '../../../app/model/places/recipe';
import type { AppState } from '../../../app/model/state/app-state';
import { demoReady, inDemo } from '../../places/demo-places.fixture';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

export { picturedAt };

const normal: AppState = { ...named(popoverStates, 'normal'), access: exampleAccess() };

const command = (program: string, ...args: string[]): Command => ({
  program,
  arguments: args,
  folder: null,
  timeLimit: 30,
});

/** One of each way of updating. */
export const examplePlaces: Place[] = [
  {
    id: 'p1',
    name: 'Nightly scraper',
    kind: 'env-file',
    where: '/home/lena/scraper/.env',
    note: '',
    update: { by: 'file', path: '/home/lena/scraper/.env' },
    hook: command('systemctl', '--user', 'restart', 'scraper.service'),
    check: command('systemctl', '--user', 'is-active', 'scraper.service'),
  },
  {
    id: 'p2',
    name: 'price-watch',
    kind: 'container',
    where: '/srv/price-watch/compose.yaml',
    note: 'Tell Ada first',
    update: { by: 'file', path: '/srv/price-watch/compose.yaml' },
    hook: { ...command('docker', 'compose', 'up', '-d', '--force-recreate', 'watch'), folder: '/srv/price-watch' },
  },
  {
    id: 'p3',
    name: 'nordwind/shop',
    kind: 'ci-secret',
    where: 'NINEPROXY_API_KEY in the repository',
    note: '',
    update: {
      by: 'command',
      recipe: 'github',
      command: command('gh', 'secret', 'set', 'NINEPROXY_API_KEY', '--repo', 'nordwind/shop'),
      newline: false,
      repeatable: true,
      probe: command('gh', 'auth', 'status'),
    },
  },
  {
    id: 'p4',
    name: 'My laptop',
    kind: 'shell',
    where: '/home/lena/.zshrc',
    note: '',
    update: { by: 'file', path: '/home/lena/.zshrc' },
  },
  {
    id: 'p5',
    name: 'Monthly report',
    kind: 'scheduled-task',
    where: '',
    note: 'Runs on the 1st, at night',
    update: { by: 'gateway', path: '/home/lena/report/.env', consumerId: 'c1' },
  },
  {
    id: 'p6',
    name: 'Ada’s spreadsheet',
    kind: 'other',
    where: 'Shared drive',
    note: '',
    update: { by: 'hand' },
  },
];

/** What main makes of recipes: as `places.fromRecipe` answers. */
export const exampleCrontab: PlaceUpdate = {
  by: 'command',
  recipe: 'crontab',
  command: command('crontab', '-'),
  newline: false,
  repeatable: true,
  probe: command('crontab', '-l'),
  readBack: command('crontab', '-l'),
};

const kubectl = (...args: string[]) => command('kubectl', '--namespace', 'default', ...args);
export const exampleKubernetes: PlaceUpdate = {
  by: 'command',
  recipe: 'kubernetes',
  command: kubectl('apply', '--server-side', '--field-manager=ninetray', '--force-conflicts', '--filename=-'),
  around: {
    before: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: "nineproxy"\ndata:\n  "NINEPROXY_API_KEY": "',
    after: '"\n',
    base64: true,
  },
  newline: false,
  repeatable: true,
  probe: kubectl('get', 'secret', 'nineproxy', '--output=name'),
  readBack: kubectl('get', 'secret', 'nineproxy', '--output=go-template={{index .data "NINEPROXY_API_KEY"}}'),
};

const field = (id: string, example: string, required = true) => ({ id, required, example });

/** Some of the recipes and templates that main has. */
export const exampleRecipes: RecipeList = {
  recipes: [
    {
      id: 'github',
      kind: 'ci-secret',
      fields: [
        field('variable', 'NINEPROXY_API_KEY'),
        field('repository', 'owner/name'),
        field('environment', 'production', false),
      ],
      effect: 'next-run',
      isReadBack: false,
    },
    {
      id: 'kubernetes',
      kind: 'container',
      fields: [
        field('secret', 'nineproxy'),
        field('field', 'NINEPROXY_API_KEY'),
        field('namespace', 'default', false),
        field('context', 'production', false),
      ],
      effect: 'nothing',
      isReadBack: true,
    },
    { id: 'crontab', kind: 'scheduled-task', fields: [], effect: 'next-run', isReadBack: true },
  ],
  hooks: [
    { id: 'compose', fields: [field('folder', '/home/me/shop'), field('service', 'web')] },
    { id: 'systemd-user', fields: [field('unit', 'scraper.service')] },
    { id: 'own', fields: [field('line', 'systemctl restart scraper')] },
  ],
  manual: [{ id: 'heroku', why: 'arguments-only' }],
};

const kinds = ['env-file', 'shell', 'container', 'ci-secret', 'scheduled-task', 'other'] as const;

const manyPlaces: Place[] = Array.from({ length: 90 }, (_none, index): Place => {
  const path = `/home/lena/projects/shop-${String(index + 1).padStart(2, '0')}/.env`;
  const kind = kinds[index % kinds.length] ?? 'other';
  return index % 5 === 4
    ? {
        id: `m${index}`,
        name: `Client ${index + 1}`,
        kind,
        where: `host-${index + 1}`,
        note: '',
        update: { by: 'hand' },
      }
    : { id: `m${index}`, name: `shop-${index + 1}`, kind, where: path, note: '', update: { by: 'file', path } };
});

const longPath = `/home/lena/${'a-folder-with-a-rather-long-name/'.repeat(5)}.env.production.local`;
const longNames: Place[] = [
  {
    id: 'l1',
    name: 'The scraper that reads the prices of every shop in northern Europe, every night',
    kind: 'env-file',
    where: longPath,
    note: 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4),
    update: { by: 'file', path: longPath },
    hook: { ...command('docker', 'compose', '--project-name', 'x'.repeat(120), 'up', '-d'), folder: longPath },
  },
  ...examplePlaces.slice(1, 3),
];

const rehearsal: NonNullable<PlaceRow['rehearsal']> = {
  at: picturedAt - 2 * 3_600_000,
  validUntil: picturedAt + 22 * 3_600_000,
  milliseconds: 14,
  problem: null,
  file: { strategy: 'patch', proof: 'parsed' },
};

const untried = { rehearsal: null, triedAt: null, durations: { update: null, hook: null, check: null }, isBusy: false };

/** What was found out about the places: one of each. */
const knownRows: PlaceRow[] = examplePlaces.map((place, at): PlaceRow => {
  const row = { place, ...untried };
  if (at === 0) return { ...row, readiness: 'ready', rehearsal, triedAt: picturedAt - 3 * 24 * 3_600_000 };
  if (at === 1) return { ...row, readiness: 'untried', rehearsal, isBusy: true };
  if (at === 2) return { ...row, readiness: 'unconfirmed' };
  const problem: Problem = { kind: 'file-not-written', why: 'not-allowed' };
  if (at === 3) return { ...row, readiness: 'blocked', rehearsal: { ...rehearsal, problem } };
  return { ...row, readiness: at === 4 ? 'gateway' : 'hand' };
});

function holding(places: Place[], rows: PlaceRow[] = [], state: AppState = normal): AppState {
  return { ...state, places: { ...state.places, rows }, rotation: { ...state.rotation, places } };
}

/** What main found for the place that is to use the gateway. */
export const examplePreview: GatewayPreview = {
  strategy: 'replace',
  keys: 1,
  addresses: 1,
  readers: ['NINEPROXY_API_KEY'],
  openInEditor: false,
};

/** With the gateway on, and a place that asks it as the first consumer. */
const withGateway: AppState = holding(
  examplePlaces.map((place) =>
    place.id === 'p5' && place.update?.by === 'gateway'
      ? { ...place, where: '/home/lena/report/.env', update: { ...place.update, address: 'http://127.0.0.1:19090' } }
      : place,
  ),
);

/** The same with another gateway, as main shows its places then. */
function askingGateway(gateway: Partial<AppState['access']>): AppState {
  const access = exampleAccess(gateway);
  const rows = knownRows.map((row) => {
    const place = withGateway.rotation.places.find(({ id }) => id === row.place.id) ?? row.place;
    const concern = concernOf(place, access, picturedAt);
    return concern === null ? { ...row, place } : { ...row, place, readiness: `gateway-${concern}` as const };
  });
  return { ...withGateway, access, places: { ...withGateway.places, rows } };
}

const minute = 60_000;

/** What became of two places in a regeneration an hour ago: one was updated, one failed; another rotation is not known any more. */
function pastRuns(): AppState {
  const [scraper, watch, shop] = examplePlaces;
  if (scraper === undefined || watch === undefined || shop === undefined) throw new Error('There are no examples.');
  const startedAt = picturedAt - 60 * minute;
  const ended = { at: startedAt + 2000, doneAt: startedAt + 2000 };
  const run: PlacesRun = {
    rotationId: 'r1',
    origin: '',
    oldFingerprint: null,
    newFingerprint: '',
    startedAt,
    endedAt: startedAt + 2000,
    rows: [
      { ...ended, place: scraper, state: 'done', provedAt: startedAt + 400, how: 'parsed' },
      { ...ended, place: watch, state: 'skipped', provedAt: null, how: null, doneAt: null, reason: 'Retired' },
      {
        ...ended,
        place: shop,
        state: 'blocked',
        provedAt: null,
        how: null,
        doneAt: null,
        problem: { kind: 'command-failed', why: 'exit', program: 'gh', exit: 4 },
        output: 'error: HTTP 403: Resource not accessible\nTo get started, please run: gh auth login',
      },
    ],
  };
  const shopRow = knownRows.find(({ place }) => place.id === shop.id);
  const rows = knownRows.map((row) =>
    row === shopRow ? { ...row, readiness: 'ready' as const, printsKey: true } : row,
  );
  const state = holding(examplePlaces, rows);
  return {
    ...state,
    places: { ...state.places, run, runs: [{ ...run, rotationId: 'r0', startedAt: startedAt - 1e9 }] },
  };
}

/** Every state by name. */
export const placeStates = {
  some: holding(examplePlaces, knownRows),
  'not-rehearsed': holding(examplePlaces),
  none: holding([]),
  many: holding(manyPlaces),
  'long-names': holding(longNames),
  'on-gateway': withGateway,
  history: pastRuns(),
  'gateway-moved': askingGateway({ port: 20_000, addresses: ['http://127.0.0.1:20000', 'http://[::1]:20000'] }),
  'gateway-off': askingGateway({ on: false, status: 'off', addresses: [] }),
  'gateway-revoked': askingGateway({ consumers: [] }),
  demo: inDemo(normal, demoReady),
} satisfies Record<string, AppState>;
