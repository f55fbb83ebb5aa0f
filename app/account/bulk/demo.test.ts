// Jobs on many sub-accounts, through the client, against the demo: it then has what was wanted, and after an undo what
// was before.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Asker, startDemo, startOfTests } from '../../demo/demo.fixture';
import type { NineProxy } from '../../nineproxy/client';
import { type DemoClient, demoClient } from '../../nineproxy/client.fixture';
import { KeyedSequencer } from '../../async/sequencer';
import { type Bulk, createBulk } from './bulk';
import { createMemoryJobStore } from './jobs/job-store';
import { type BulkView, noBulk } from '../../model/bulk/bulk';
import { createBulkVendor } from './vendor';

let asker: Asker;
let client: NineProxy;
let bulk: Bulk;
let view: BulkView = noBulk;
let sent: DemoClient['sent'];

beforeAll(async () => {
  asker = await startDemo({ size: 230 });
  ({ client, sent } = demoClient(asker));
});
afterAll(() => asker.demo.close());

beforeEach(() => {
  sent.length = 0;
  view = noBulk;
  const store = createMemoryJobStore();
  const requests = new KeyedSequencer<number>();
  let ids = 0;
  bulk = createBulk({
    ...createBulkVendor(
      () => client,
      () => undefined,
    ),
    // The tests read the view instead of waiting for a publication.
    clock: { now: () => startOfTests, after: () => () => undefined },
    newId: () => `job-${(ids += 1)}`,
    owner: () => 'demo 1',
    hasKey: () => true,
    store,
    subAccounts: {
      inTurn: (id, task) => requests.queue(id, task),
      confirmedSince: () => undefined,
      confirmed: () => undefined,
      showConfirmed: () => undefined,
      usernameOf: () => undefined,
    },
    readAgain: () => undefined,
    publish: (shown) => {
      view = shown;
    },
  });
});

interface Listed {
  id: number;
  username: string;
  status: number;
  setting: Record<string, number>;
}

async function listed(): Promise<Listed[]> {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => asker.result('listSubAccounts', { limit: 100, page, sort_by: 'id', order_by: 'asc' })),
  );
  return pages.flatMap(({ items }: { items: Listed[] }) => items);
}
const statuses = async () => (await listed()).map(({ id, status }) => [id, status]);
/** The automatic top-up, with amounts only where it is on. */
const topUps = async () =>
  (await listed()).map(({ id, setting: s }) => [
    id,
    s['auto_add_ips'] === 1 ? [s['auto_add_when_number_ips'], s['number_ips_auto_add']] : null,
    s['auto_add_traffic'] === 1 ? [s['auto_add_when_traffic_bellow'], s['amount_traffic_auto_add']] : null,
  ]);
const phase = (slot: 'bulk' | 'panic', wanted: string) =>
  expect.poll(() => bulk.view()[slot]?.phase, { timeout: 20_000, interval: 5 }).toBe(wanted);

describe('against the demo', () => {
  it('a panic disables all with one write for each that was on, and its restore enables exactly these', {
    tags: 'sweep',
  }, async () => {
    const before = await statuses();
    const on = before.filter(([, status]) => status === 1).length;
    expect(on).toBeLessThan(before.length);
    await bulk.panic();
    await phase('panic', 'done');
    expect((await statuses()).every(([, status]) => status === 2)).toBe(true);
    expect(sent).toHaveLength(on);
    bulk.restore();
    await phase('panic', 'undone');
    expect(await statuses()).toEqual(before);
    expect(view.panic).toMatchObject({ total: on, counts: { undone: on } });
    expect(sent).toHaveLength(2 * on);
  });

  it('automatic top-up is set for those that match, and an undo restores each with its own amounts', async () => {
    const [first] = await listed();
    await client.setTopUp(first?.id ?? 0, {
      topUpIps: true,
      topUpIpsBelow: 3,
      topUpIpsBy: 4,
      topUpTraffic: true,
      topUpTrafficBelow: 1_000_000,
      topUpTrafficBy: 2_000_000,
    });
    const before = await topUps();
    const ids = (await listed()).slice(0, 30).map(({ id }) => id);
    sent.length = 0;
    const change = {
      does: 'topUp',
      topUpIps: true,
      topUpIpsBelow: 5,
      topUpIpsBy: 6,
      topUpTraffic: false,
      topUpTrafficBelow: null,
      topUpTrafficBy: null,
    } as const;
    const seen = await bulk.preview({ which: 'these', ids }, change);
    expect(seen).toMatchObject({ ok: true, value: { total: 30 } });
    bulk.start({ which: 'these', ids }, change);
    await phase('bulk', 'done');
    const after = await topUps();
    expect(after.slice(0, 30).map(([, ...values]) => values)).toEqual(ids.map(() => [[5, 6], null]));
    expect(after.slice(30)).toEqual(before.slice(30));
    bulk.undo();
    await phase('bulk', 'undone');
    expect(await topUps()).toEqual(before);
    expect(seen.ok && sent.length).toBe(seen.ok && 2 * seen.value.changes);
  });

  it('a refused row has the reason in the vendor’s words', async () => {
    const [first] = await listed();
    const seen = await bulk.preview({ which: 'these', ids: [first?.id ?? 0] }, { does: 'disable' });
    expect(seen).toMatchObject({ ok: true, value: { total: 1 } });
    await client.setSubAccountEnabled(first?.id ?? 0, true);
    await bulk.preview({ which: 'these', ids: [first?.id ?? 0] }, { does: 'disable' });
    await asker.result('deleteSubAccount', { id: first?.id });
    bulk.start({ which: 'these', ids: [first?.id ?? 0] }, { does: 'disable' });
    await phase('bulk', 'done');
    expect(bulk.rows({ job: 'bulk', offset: 0, limit: 1 })).toMatchObject({
      value: { rows: [{ outcome: 'refused', problem: { kind: 'rejected', message: 'Sub-account not found' } }] },
    });
  });
});
