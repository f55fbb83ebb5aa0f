// What main would answer about the demo's account at the moment of the pictures: its figures, every list to its end,
// its past. All of it comes from the application's own readers.
import { createAccountLists } from '../../app/account/lists/lists';
import { createApiCheck } from '../../app/account/api-check/api-check';
import { forecast } from '../../app/account/forecast/forecast';
import { readHistory } from '../../app/account/forecast/read-history';
import { trends } from '../../app/account/history/history';
import { createSecrets } from '../../app/account/lists/secrets';
import type { Row } from '../../app/model/lists/list-description';
import { listIds, type ListId } from '../../app/model/lists/lists';
import type { CallInput, CallOutput } from '../../app/bridge/contract';
import type { Result } from '../../app/model/problem';
import type { Figure } from '../../app/model/figures/figure';
import type { AppState } from '../../app/model/state/app-state';
import { createTestDemo } from '../../app/demo/testing/test-demo';
import { createLocalApp } from '../../app/local-app/local-app';
import { createNineProxy } from '../../app/nineproxy/client';
import { endpoints } from '../../app/nineproxy/operations/endpoints';
import { picturedAt, popoverStates } from '../../renderer/popover/popover-states.fixture';
import { named } from '../../renderer/ui/example-state.fixture';

type HistoryOf = Pick<CallInput<'history.read'>, 'what' | 'days'>;

export interface AccountData {
  state: AppState;
  /** All rows of each list. */
  lists: Readonly<Record<ListId, CallOutput<'lists.read'>>>;
  /** By figure and days: `ips 14`. */
  histories: Readonly<Record<string, CallOutput<'history.read'>>>;
  affiliate: CallOutput<'affiliate.read'>;
  apiCheck: AppState['apiCheck'];
  /** One of its share codes. */
  code: string;
}

const secondsOld = 20;
/** Those that the outlook asks for. */
const histories = (['ips', 'traffic', 'wallet'] as const).flatMap((what) =>
  [14, 60, 365].map((days): HistoryOf => ({ what, days })),
);

/** More rows than a screen shows. */
const most = 300;
const perPage = 100;

function got<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`The demo does not tell: ${JSON.stringify(answer.problem)}`);
  return answer.value;
}

function fresh<T>(value: T): Figure<T> {
  return { value, asOf: picturedAt - secondsOld * 1_000, status: 'fresh' };
}

/** The same at every run: seed, time and references are. */
export async function readDemoAccount(): Promise<AccountData> {
  const now = () => picturedAt;
  const demo = createTestDemo({ now, still: true });
  const listening = await demo.listen();
  if (!listening.ok) throw new Error(`The demo does not listen: ${listening.code}`);
  const { origin, key } = listening;
  try {
    // Nothing here waits: the vendor is in this process, and no answer is late.
    const wait = () => Promise.resolve();
    const patience = (ms: number) => (ms >= 1_000 ? new Promise<void>(() => undefined) : wait());
    const client = createNineProxy({ key, address: origin, fetch, now, random: () => 0.5, wait: patience });
    let refs = 0;
    const secrets = createSecrets({ newRef: () => `ref-${(refs += 1)}` });
    const localApp = createLocalApp({ fetch, after: () => () => undefined });
    const service = createAccountLists({
      client: () => client,
      generation: () => 1,
      now,
      secrets,
      readAgain: () => undefined,
      confirmedSince: () => undefined,
      onSubAccounts: () => undefined,
      readLocalToday: () => localApp.readToday(Number(new URL(origin).port)),
    });

    const rowsOf = async (list: ListId): Promise<CallOutput<'lists.read'>> => {
      const rows: Row[] = [];
      for (let page = 1; ; page += 1) {
        const asked = { page, limit: perPage, search: '', sort: null, filters: {} };
        const read = got(await service.read(list, asked));
        rows.push(...read.rows);
        const isAll = read.rows.length < perPage || rows.length >= (read.total ?? most) || rows.length >= most;
        if (isAll) return { rows, total: read.total, asOf: picturedAt - secondsOld * 1_000 };
      }
    };
    const lists: Partial<Record<ListId, CallOutput<'lists.read'>>> = {};
    for (const list of listIds) lists[list] = await rowsOf(list);

    let apiCheck: AppState['apiCheck'] = { phase: 'never', at: null, rows: [] };
    const check = createApiCheck({
      check: () => client.check,
      endpoints: () => endpoints,
      now,
      publish: (next) => {
        apiCheck = next;
      },
    });
    await check.run();
    // How long answers took differs each time, and does not come from the vendor.
    const timed = apiCheck.rows.map((row, at) => ({ ...row, ms: row.ms === null ? null : 74 + ((at * 37) % 160) }));

    const account = got(await client.readAccount());
    const balance = got(await client.readBalance());
    const normal = named(popoverStates, 'normal');
    const read: AppState = {
      ...normal,
      account: fresh(account.account),
      wallet: fresh(account.wallet),
      ips: fresh(balance.ips),
      traffic: fresh(balance.traffic),
      autoRenew: fresh(got(await client.readAutoRenew())),
      subAccounts: { ...normal.subAccounts, count: fresh(lists.subAccounts?.total ?? 0) },
    };
    const state = { ...read, trends: trends(demo.past, picturedAt), forecasts: forecast(demo.past, read, picturedAt) };
    const firstCode = String(lists.codesMade?.rows[0]?.cells['code']);
    return {
      state,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- filled above for each of them
      lists: lists as AccountData['lists'],
      histories: Object.fromEntries(
        histories.map(({ what, days }) => [`${what} ${days}`, readHistory(demo.past, what, days, picturedAt)]),
      ),
      affiliate: got(await client.readAffiliate()),
      apiCheck: { ...apiCheck, at: picturedAt - 9 * 60_000, rows: timed },
      code: secrets.textOf(firstCode) ?? '',
    };
  } finally {
    await demo.close();
  }
}
