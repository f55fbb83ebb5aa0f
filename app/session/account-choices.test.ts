import { describe, expect, it } from 'vitest';
import { exampleRow } from '../model/state/app-state.fixture';
import { failed, ok } from '../model/problem';
import { defaultSettings, type Settings } from '../model/settings';
import { memoryChoices, settingsChoices } from './account-choices';

function inSettings(settings: Settings = defaultSettings) {
  const store = { settings, changes: 0, fails: false };
  const choices = settingsChoices({
    read: () => store.settings,
    change(patch) {
      store.changes += 1;
      store.settings = { ...store.settings, ...patch };
      return store.fails ? failed({ kind: 'disk-full' }) : ok(store.settings);
    },
  });
  return { store, choices };
}

describe('pins', () => {
  it('are kept in the settings by account, and a failed write is reported', () => {
    const { store, choices } = inSettings({ ...defaultSettings, pinned: { '8': [3] } });
    expect(choices.pins(7)).toEqual([]);
    expect(choices.savePins(7, [2, 1])).toEqual(ok(undefined));
    expect(store.settings.pinned).toEqual({ '7': [2, 1], '8': [3] });
    expect([choices.pins(7), choices.pins(8)]).toEqual([[2, 1], [3]]);
    store.fails = true;
    expect(choices.savePins(7, [])).toEqual(failed({ kind: 'disk-full' }));
  });

  it('in memory are there for as long as the session, and begin with those of before', () => {
    const choices = memoryChoices([5]);
    choices.savePins(7, [2]);
    expect([choices.pins(7), choices.pins(8), memoryChoices([]).pins(7)]).toEqual([[2], [5], []]);
  });
});

describe('thresholds of a sub-account', () => {
  const own = { '7': { '2': { username: 'before', ips: 50, traffic: 0 } } };

  it('follow its new name, and nothing is written where no name changed', () => {
    const settings = { ...defaultSettings, alerts: { ...defaultSettings.alerts, bySubAccount: own } };
    const { store, choices } = inSettings(settings);
    const rows = new Map([[2, exampleRow(2)]]);
    choices.followNames(8, rows);
    expect(store.changes).toBe(0);
    choices.followNames(7, rows);
    expect(store.settings.alerts.bySubAccount['7']?.['2']?.username).toBe(exampleRow(2).username);
    choices.followNames(7, rows);
    expect(store.changes).toBe(1);
  });
});
