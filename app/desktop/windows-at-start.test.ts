import { describe, expect, it } from 'vitest';
import { exampleState } from '../model/state/app-state.fixture';
import type { AppState } from '../model/state/app-state';
import { type Start, windowsAtStart } from './windows-at-start';

function startWith(key: AppState['key']['status'], changes: Partial<Start> = {}, trayShown = true): Start {
  const state = exampleState();
  return {
    isDemo: false,
    hidden: false,
    state: { ...state, key: { ...state.key, status: key }, platform: { ...state.platform, trayShown } },
    ...changes,
  };
}

describe('windowsAtStart', () => {
  it('shows nothing where the tray shows the figures', () => {
    expect(windowsAtStart(startWith('present'))).toEqual({ popover: false, wizard: false });
  });

  it.each(['absent', 'unreadable'] as const)('shows the popover where the key is %s', (status) => {
    expect(windowsAtStart(startWith(status)).popover).toBe(true);
  });

  it('shows the popover where no panel shows the icon, and for the demo', () => {
    expect(windowsAtStart(startWith('present', {}, false)).popover).toBe(true);
    expect(windowsAtStart(startWith('present', { isDemo: true })).popover).toBe(true);
  });

  it("shows no popover at a start with the user's session", () => {
    expect(windowsAtStart(startWith('absent', { hidden: true, isDemo: true }, false)).popover).toBe(false);
  });

  it('shows the wizard where a rotation was interrupted, at a hidden start as well', () => {
    const { state } = startWith('present');
    const current = { id: 'r1' } as NonNullable<AppState['rotation']['current']>;
    const rotation = { ...state.rotation, current };
    expect(windowsAtStart({ isDemo: false, hidden: true, state: { ...state, rotation } }).wizard).toBe(true);
  });
});
