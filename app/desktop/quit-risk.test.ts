import { expect, it } from 'vitest';
import { exampleState } from '../model/state/app-state.fixture';
import type { AppState } from '../model/state/app-state';
import { wouldQuitLoseKey } from './quit-risk';

/** A state with a new key that is in memory alone and was not copied. */
function withUnsavedKey(kind: AppState['source']['kind']): AppState {
  const state = exampleState();
  const unsaved = { newFingerprint: 'ab12', storage: 'session', copied: null };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only these three count
  const current = unsaved as NonNullable<AppState['rotation']['current']>;
  return { ...state, source: { ...state.source, kind }, rotation: { ...state.rotation, current } };
}

it('says that a quit loses a new key that is in memory alone', () => {
  expect(wouldQuitLoseKey(withUnsavedKey('production'))).toBe(true);
});

it('holds no quit up for the made-up key of the demo, or without a rotation', () => {
  expect(wouldQuitLoseKey(withUnsavedKey('demo'))).toBe(false);
  expect(wouldQuitLoseKey(exampleState())).toBe(false);
});
