// The area Access in all its states, as plain data. For the tests beside it and for the pictures. Made-up values only;
// nothing here runs in the application.
import { exampleAccess, exampleConsumer } from '../../../app/model/access/access.fixture';
import { usualConsumerChoices } from '../../../app/model/access/consumer';
import { type AccessView, noAccess } from '../../../app/model/access/access-view';
import type { ActivityLine } from '../../../app/model/access/activity';
import { exampleActivity } from '../../../app/model/access/access.fixture';
import { exampleNow } from '../../../app/model/state/app-state.fixture';
import type { AppState } from '../../../app/model/state/app-state';
import { demoReady, inDemo } from '../../places/demo-places.fixture';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

export { picturedAt };

/** The examples of the model, at the moment of the pictures. */
const later = <T extends number | null>(moment: T): T =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- null stays null
  (moment === null ? null : moment + picturedAt - exampleNow) as T;

function pictured(view: AccessView): AccessView {
  return {
    ...view,
    consumers: view.consumers.map((one) => ({
      ...one,
      createdAt: later(one.createdAt),
      expiresAt: later(one.expiresAt),
      lastUse: one.lastUse === null ? null : { ...one.lastUse, at: later(one.lastUse.at) },
    })),
  };
}

export const examplesOfActivity: ActivityLine[] = exampleActivity.map((line) => ({ ...line, at: later(line.at) }));

const withAccess = (view: AccessView): AppState => ({ ...named(popoverStates, 'normal'), access: pictured(view) });

/** Two places use the gateway, one of them with the first consumer's token. */
function atPlaces(state: AppState): AppState {
  const row = (id: string, name: string, consumerId: string | null): AppState['places']['rows'][number] => ({
    place: {
      id,
      name,
      kind: 'env-file',
      where: '',
      note: '',
      update: { by: 'gateway', path: `/srv/${id}/.env`, consumerId },
    },
    readiness: 'gateway',
    rehearsal: null,
    triedAt: null,
    durations: { update: null, hook: null, check: null },
    isBusy: false,
  });
  const rows = [row('p1', 'Report', 'c1'), row('p2', 'Price scraper on the second server', null)];
  return { ...state, places: { ...state.places, rows } };
}

const many = Array.from({ length: 40 }, (_none, index) =>
  exampleConsumer({
    id: `m${index}`,
    name: `Client ${index + 1}`,
    today: { reads: index * 311, writes: 0, ips: 0, refused: index % 7 },
    expiresAt: index % 5 === 0 ? exampleNow - 1000 : null,
  }),
);

/** Every state by name. */
export const accessStates = {
  never: withAccess(noAccess),
  on: withAccess(exampleAccess()),
  off: withAccess(exampleAccess({ on: false, status: 'off', addresses: [], socket: null })),
  fresh: withAccess(exampleAccess({ consumers: [] })),
  paused: withAccess(exampleAccess({ status: 'paused' })),
  failed: atPlaces(
    withAccess(
      exampleAccess({
        status: 'failed',
        addresses: [],
        socket: null,
        problem: { kind: 'port-busy', port: 19_090, why: 'taken', program: 'nginx' },
      }),
    ),
  ),
  capped: atPlaces(
    withAccess(
      exampleAccess({
        consumers: [
          exampleConsumer({
            id: 'c1',
            name: 'Rotation bot',
            role: 'spend',
            limits: { ...usualConsumerChoices.limits, writesPerDay: 200, ipsPerRequest: 50, ipsPerDay: 500 },
            today: { reads: 40, writes: 11, ips: 490, refused: 7, capped: 'ips' },
          }),
          exampleConsumer({ id: 'c2' }),
        ],
      }),
    ),
  ),
  warnings: withAccess(
    exampleAccess({
      holding: { reads: 6, since: picturedAt - 9000 },
      refusedTokens: 32,
      proxyVariable: 'HTTP_PROXY',
      sightings: [
        {
          at: picturedAt - 60_000,
          key: 'old',
          operation: 'listSubAccounts',
          program: { name: 'python3', pid: 4182 },
          count: 12,
        },
        { at: picturedAt - 3_600_000, key: 'real', operation: null, program: null, count: 1 },
      ],
    }),
  ),
  demo: inDemo(named(popoverStates, 'normal'), demoReady),
  many: withAccess(exampleAccess({ consumers: many })),
  'long-names': withAccess(
    exampleAccess({
      consumers: [
        exampleConsumer({ name: 'The scraper that reads the prices of every shop every nigh', role: 'sub-accounts' }),
        exampleConsumer({
          id: 'c2',
          name: 'x'.repeat(60),
          role: 'everything',
          expiresAt: exampleNow + 400 * 86_400_000,
        }),
      ],
    }),
  ),
} satisfies Record<string, AppState>;
