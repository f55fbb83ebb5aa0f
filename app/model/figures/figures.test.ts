import { describe, expect, it } from 'vitest';
import { appStateSchema } from '../state/app-state';
import { exampleState, fresh } from '../state/app-state.fixture';
import { figureIds, figureShape, forEachFigure, freshNumber, mapFigures } from './figures';

const state = exampleState();

describe('the table of figures', () => {
  it('names the properties of the state, in the order that the history records', () => {
    expect(figureIds.slice(0, 4)).toEqual(['ips', 'traffic', 'wallet', 'autoRenew']);
    expect(Object.keys(appStateSchema.shape)).toEqual(expect.arrayContaining(figureIds));
    expect(Object.keys(forEachFigure(() => 0))).toEqual(figureIds);
  });

  it('has a schema for each figure of the state, which rejects the value of another', () => {
    expect(figureIds.filter((id) => !figureShape[id].safeParse(state[id]).success)).toEqual([]);
    expect(figureShape.ips.safeParse(state.wallet).success).toBe(false);
  });

  it('maps the figures alone', () => {
    const mapped = mapFigures(state, (figure) => ({ ...figure, status: 'stale' }));
    expect(Object.keys(mapped)).toEqual(figureIds);
    expect(mapped.wallet).toEqual({ ...state.wallet, status: 'stale' });
  });

  it('records the number of a figure only when it was just read', () => {
    expect(figureIds.map((id) => freshNumber(id, state[id])).slice(0, 4)).toEqual([1200, 5_000_000_000, 42.5, 1]);
    expect(freshNumber('wallet', { ...state.wallet, status: 'stale' })).toBeNull();
    const renew = state.autoRenew.value;
    if (renew === null) throw new Error('no auto renew in the example');
    expect(freshNumber('autoRenew', fresh({ ...renew, on: false }))).toBe(0);
    expect(freshNumber('autoRenew', fresh({ ...renew, on: null }))).toBeNull();
  });
});
