import { describe, expect, it } from 'vitest';
import { exampleNow, exampleState } from '../../model/state/app-state.fixture';
import { RefreshConditions } from './refresh-conditions';

const limited = (until: number | null) => ({ kind: 'rate-limited' as const, until });

describe('RefreshConditions', () => {
  it('tells a key that the settings block from no key at all', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    const state = exampleState();
    const keyOf = (status: typeof state.key.status, hasClient: boolean) =>
      conditions.circumstances({ ...state, key: { ...state.key, status } }, hasClient).key;
    expect(keyOf('present', true)).toBe('present');
    expect(keyOf('refused', true)).toBe('refused');
    expect(keyOf('present', false)).toBe('blocked');
    expect(keyOf('absent', false)).toBe('none');
  });

  it('is offline only where the system reports it and a batch had no answer', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    expect(conditions.setOnline(false)).toBe(true);
    expect(conditions.isOnline).toBe(true);
    conditions.batchRead(0, [], 0);
    expect(conditions.isOnline).toBe(false);
    conditions.batchRead(1, [], 0);
    expect(conditions.isOnline).toBe(true);
  });

  it('counts batches without an answer until one has an answer, the computer wakes up, or the key is another', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    const failures = () => conditions.circumstances(exampleState(), true).failures;
    conditions.batchRead(0, [], 0);
    conditions.batchRead(0, [], 0);
    expect(failures()).toBe(2);
    conditions.woke();
    expect(failures()).toBe(0);
    conditions.batchRead(0, [], 0);
    conditions.keyChanged();
    expect(failures()).toBe(0);
  });

  it('keeps a trigger until the next batch begins', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    const trigger = () => conditions.circumstances(exampleState(), true).trigger;
    conditions.triggered('after-action');
    expect(trigger()).toEqual({ kind: 'after-action', at: exampleNow });
    conditions.batchBegan();
    expect(trigger()).toBeNull();
  });

  it('moves a rate limit back with a clock that was set back during the batch', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    conditions.batchRead(1, [limited(exampleNow + 50_000)], 20_000);
    expect(conditions.circumstances(exampleState(), true).rateLimitedUntil).toBe(exampleNow + 30_000);
  });

  it('ends a rate limit with the next batch that was not limited, and with another key', () => {
    const conditions = new RefreshConditions(() => exampleNow);
    conditions.batchRead(1, [limited(null)], 0);
    expect(conditions.isRateLimited).toBe(true);
    conditions.batchRead(1, [], 0);
    expect(conditions.isRateLimited).toBe(false);
    conditions.batchRead(1, [limited(null)], 0);
    conditions.keyChanged();
    expect(conditions.isRateLimited).toBe(false);
  });
});
