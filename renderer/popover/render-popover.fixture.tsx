// Draws the whole popover in a component test, over a bridge that stands in for main.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AppState } from '../../app/model/state/app-state';
import { followAppState } from '../ui/app-state';
import { emptyPage } from '../ui/fake-bridge.fixture';
import { App } from './App';
import { type FakeBridge, fakeBridge } from './popover-bridge.fixture';

/** happy-dom lays nothing out; the virtual list needs to know how much it may show. Little, as each row takes its time. */
function pretendSize(): void {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 150 },
    clientWidth: { configurable: true, get: () => 360 },
  });
}

export interface Shown extends FakeBridge {
  user: ReturnType<typeof userEvent.setup>;
  /** Main changes to another state. */
  become: (state: AppState) => void;
}

/** The popover in `state`, painted from the snapshot in the page as in the application. */
export async function showPopover(state: AppState): Promise<Shown> {
  pretendSize();
  emptyPage({ rev: 1, state });
  const bridge = fakeBridge({ rev: 1, state });
  window.ninetray = bridge.api;
  render(<App store={followAppState(document)} />);
  // Let the first read be answered.
  await act(() => Promise.resolve());
  let rev = 1;
  return {
    ...bridge,
    user: userEvent.setup({ delay: null }),
    become: (next) => {
      rev += 1;
      act(() => bridge.push('state', { rev, state: next }));
    },
  };
}
