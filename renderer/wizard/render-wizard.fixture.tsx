// Draws the wizard's window in a component test, over a bridge that stands in for main.
import { act, render } from '@testing-library/react';
import type { AppState } from '../../app/model/state/app-state';
import { followAppState } from '../ui/app-state';
import { emptyPage, type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { App } from './App';

export interface ShownWizard {
  bridge: FakeBridge;
  /** Main publishes another state. */
  become: (state: AppState) => void;
  unmount: () => void;
}

/**
 * The window in `state`, painted from the snapshot in the page as in the application. `answers`: main's, from the first call on. What is
 * asked from then on is in `bridge.asked`, without the read of the state.
 */
export async function showWizard(state: AppState, answers: FakeBridge['answers'] = {}): Promise<ShownWizard> {
  emptyPage({ rev: 1, state });
  const bridge = installFakeBridge();
  bridge.answers['state.read'] = () => ({ ok: true, value: { rev: 1, state } });
  Object.assign(bridge.answers, answers);
  const { unmount } = render(<App store={followAppState(document)} />);
  // Let the first read be answered.
  await act(() => Promise.resolve());
  bridge.asked.splice(0, Infinity, ...bridge.asked.filter(({ name }) => name !== 'state.read'));
  let rev = 1;
  return {
    bridge,
    unmount,
    become: (next) => {
      rev += 1;
      act(() => bridge.push('state', { rev, state: next }));
    },
  };
}
