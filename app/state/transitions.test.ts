import { describe, expect, it } from 'vitest';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { withAlerts, withHostState, withoutFigures } from './transitions';

const alert = { id: 'key-refused', since: exampleNow, about: { kind: 'key-refused' } } as const;

describe('the state without figures', () => {
  it('has none of an account, nor what follows from them: trends, forecasts, alerts, rows', () => {
    const state = withoutFigures(exampleState({ alerts: [alert] }));
    expect(state.account.value).toBeNull();
    expect(state.ips.value).toBeNull();
    expect(state.trends.ips).toEqual([]);
    expect(state.alerts).toEqual([]);
    expect([state.subAccounts.firstPage, state.subAccounts.pinned]).toEqual([[], []]);
  });
});

describe('what is the same for every session', () => {
  it('replaces settings, platform and problems, and nothing where all are as they were', () => {
    const state = exampleState();
    const { settings, platform, updates } = state;
    expect(withHostState(state, { settings, platform, updates, storage: [...state.storage] })).toBe(state);
    const full = withHostState(state, { settings, platform, updates, storage: [{ kind: 'disk-full' }] });
    expect(full).toEqual({ ...state, storage: [{ kind: 'disk-full' }] });
    const checked = { ...updates, checkedAt: 1 };
    const host = { settings, platform, storage: full.storage, updates: checked };
    expect(withHostState(full, host)).toEqual({ ...full, updates: checked });
    const dark = { ...settings, theme: 'dark' as const };
    expect(withHostState(full, { settings: dark, platform, updates, storage: full.storage }).settings).toBe(dark);
  });
});

describe('open alerts', () => {
  it('replace those before, and nothing where they are the same', () => {
    const state = withAlerts(exampleState(), [alert]);
    expect(state.alerts).toEqual([alert]);
    expect(withAlerts(state, [{ ...alert }])).toBe(state);
  });
});
