import { describe, expect, it } from 'vitest';
import { exampleNow, exampleState, fresh } from '../account/state.fixture';
import type { AppState } from '../account/state';
import { exitCode, statusJson, statusLines } from './status';

const away = { value: null, asOf: null, status: 'absent', problem: { kind: 'unreachable', why: 'refused' } } as const;

function allAway(): Partial<AppState> {
  const { subAccounts } = exampleState();
  return {
    ips: away,
    traffic: away,
    wallet: away,
    autoRenew: away,
    account: away,
    subAccounts: { ...subAccounts, count: away },
  };
}

describe('the exit code', () => {
  it('is 0 when all is fresh, also where the vendor does not offer a figure', () => {
    expect(exitCode(exampleState())).toBe(0);
    const autoRenew = { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } as const;
    expect(exitCode(exampleState({ autoRenew }))).toBe(0);
  });

  it('is 3 for a refused key, 2 for none', () => {
    const { key } = exampleState();
    expect(exitCode(exampleState({ key: { ...key, status: 'refused' } }))).toBe(3);
    expect(exitCode(exampleState({ key: { ...key, status: 'locked' } }))).toBe(2);
  });

  it('is 4 when nothing could be reached, 5 when only some was read or something is old', () => {
    expect(exitCode(exampleState(allAway()))).toBe(4);
    expect(exitCode(exampleState({ ips: away }))).toBe(5);
    expect(exitCode(exampleState({ ips: { ...fresh({ total: 1, plans: [] }), status: 'stale' } }))).toBe(5);
  });
});

describe('the figures in a terminal', () => {
  it('come with their ages and problems', () => {
    const state = exampleState({
      wallet: { value: { amount: 5 }, asOf: exampleNow - 7_200_000, status: 'failed', problem: { kind: 'timed-out' } },
    });
    const text = statusLines(state, exampleNow, 'en-US');
    expect(text).toContain('IP balance    1,200, just now');
    expect(text).toMatch(/Wallet +\$5\.00, 2 h ago \(.+\)/);
  });

  it('come as JSON with their units and an exit code', () => {
    const json: unknown = JSON.parse(statusJson(exampleState(), exampleNow + 5000));
    expect(json).toMatchObject({
      version: 1,
      exitCode: 0,
      figures: { traffic: { value: { total: 5_000_000_000 }, ageSeconds: 5, asOf: '2026-11-22T12:00:00.000Z' } },
    });
  });
});
