import { describe, expect, it } from 'vitest';
import type { History, Sample } from '../history/history';
import type { LastKnown } from '../history/last-known';
import { keepLastKnown } from '../history/last-known';
import { ownerOf } from '../../model/state/account-id';
import { exampleNow, exampleState, fresh } from '../../model/state/app-state.fixture';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { createFigureHistory } from './figure-history';
import { createSampleStore } from '../history/sample-store';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const kept = createMemoryDocument;

describe('what is recalled at a start', () => {
  it('forecasts from the moment of the last read, not from the start: a week off lets nothing last a week longer', () => {
    const state = exampleState({ ips: fresh({ total: 720, plans: [] }) });
    const samples = Array.from({ length: 29 * 24 }, (_, i): Sample => {
      const ago = 29 * 24 - 1 - i;
      return [exampleNow - ago * HOUR, 720 + ago * 10, null, null, null];
    });
    const outlookAfter = (days: number) =>
      createFigureHistory({
        lastKnown: kept<LastKnown>(
          keepLastKnown({ current: null, accounts: {} }, state) ?? { current: null, accounts: {} },
        ),
        samples: createSampleStore(
          kept<History>({ accounts: { [ownerOf(state) ?? '']: samples } }),
          () => exampleNow + days * DAY,
        ),
        now: () => exampleNow + days * DAY,
      }).recalled(exampleState({ account: { value: null, asOf: null, status: 'absent' } })).forecasts.ips;
    expect(outlookAfter(0)).toMatchObject({ says: 'runs-out', because: 'used' });
    expect(outlookAfter(7)).toEqual(outlookAfter(0));
  });
});

describe('what is recorded', () => {
  it('of equal account numbers at two addresses stays apart', () => {
    const state = exampleState();
    const sandbox = exampleState({ source: { ...state.source, origin: 'https://sandbox.example' } });
    const history = kept<History>({ accounts: {} });
    const memory = createFigureHistory({
      lastKnown: kept<LastKnown>({ current: null, accounts: {} }),
      samples: createSampleStore(history, () => exampleNow),
      now: () => exampleNow,
    });
    memory.keep(state);
    memory.keep(sandbox);
    const id = state.account.value?.id;
    expect(Object.keys(history.read().accounts)).toEqual([
      `${state.source.origin} ${id}`,
      `https://sandbox.example ${id}`,
    ]);
    expect(memory.samples(sandbox)).toHaveLength(1);
    expect(memory.read(sandbox, 'ips', 30).points).toHaveLength(1);
    const nobody = exampleState({ account: { value: null, asOf: null, status: 'absent' } });
    expect(memory.samples(nobody)).toEqual([]);
    expect(memory.read(nobody, 'ips', 30).points).toEqual([]);
  });
});
