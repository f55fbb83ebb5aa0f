import { describe, expect, it } from 'vitest';
import { ownerOf } from '../../model/state/account-id';
import type { Alert } from '../../model/alert';
import type { AppState } from '../../model/state/app-state';
import { exampleNow, exampleState, fresh } from '../../model/state/app-state.fixture';
import { manualClock } from '../../model/clock.fixture';
import { createMemoryDocument } from '../../settings/document/memory-document';
import type { AlertMemories } from './memory';
import { createAlertWatch } from './watch';

const low = exampleState({ ips: fresh({ total: 3, plans: [] }) });
const HOUR = 3_600_000;

function setUp(first: AppState = low) {
  const clock = manualClock(exampleNow);
  const memories = createMemoryDocument<AlertMemories>({ accounts: {} });
  const published: string[][] = [];
  const told: string[] = [];
  const world = { state: first };
  const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id);
  const watch = createAlertWatch({
    state: () => world.state,
    clock,
    memories,
    samples: () => [],
    publish: (alerts) => published.push(ids(alerts)),
    tell: (alerts) => told.push(...ids(alerts)),
  });
  return { watch, world, clock, memories, published, told };
}

/** Quiet from now for so many hours, by the clock on the wall. */
const quiet = (hours: number): AppState => {
  const from = new Date(exampleNow);
  const at = (moment: Date) =>
    `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
  const to = new Date(exampleNow + hours * HOUR);
  const { settings } = low;
  const alerts = { ...settings.alerts, quiet: { on: true, from: at(from), to: at(to) } };
  return { ...low, settings: { ...settings, alerts } };
};

describe('the alert service', () => {
  it('publishes what is open, notifies of it once, and publishes its end', () => {
    const { watch, world, published, told } = setUp();
    watch.evaluate();
    watch.evaluate();
    expect(published).toEqual([['ips-low'], ['ips-low']]);
    expect(told).toEqual(['ips-low']);
    world.state = exampleState({ ips: fresh({ total: 5000, plans: [] }) });
    watch.evaluate();
    expect(published.at(-1)).toEqual([]);
  });

  it('writes down what it notifies of first, by the account that it is about', () => {
    const { watch, memories, told } = setUp();
    const owner = ownerOf(low) ?? '';
    watch.evaluate();
    expect(memories.read().accounts).toMatchObject({ [owner]: { episodes: [{ id: 'ips-low', told: true }] } });
    expect(told).toEqual(['ips-low']);
  });

  it('does nothing while the account is not known', () => {
    const { watch, published, memories } = setUp({ ...low, account: { value: null, asOf: null, status: 'absent' } });
    watch.evaluate();
    expect([published, memories.read().accounts]).toEqual([[], {}]);
  });

  it('remembers the open alerts of each account apart', () => {
    const { watch } = setUp();
    watch.evaluate();
    expect(watch.openAlertsOf(low).map(({ id }) => id)).toEqual(['ips-low']);
    expect(watch.openAlertsOf({ ...low, source: { ...low.source, origin: 'https://other.example' } })).toEqual([]);
  });

  it('notifies at the end of the quiet hours, unless it was stopped', async () => {
    const first = setUp(quiet(2));
    first.watch.evaluate();
    expect([first.published, first.told]).toEqual([[['ips-low']], []]);
    await first.clock.advance(2 * HOUR + 2000);
    expect(first.told).toEqual(['ips-low']);

    const second = setUp(quiet(2));
    second.watch.evaluate();
    second.watch.stop();
    await second.clock.advance(3 * HOUR);
    expect(second.told).toEqual([]);
  });
});
