// Every state of the popover is drawn, with a name for the account and a line for how things are. What axe finds in it, and whether all of
// it fits, is looked at in a real browser: e2e/screens-popover.test.ts.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPopover } from './render-popover.fixture';
import { picturedAt, popoverStates } from './popover-states.fixture';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test.each(Object.entries(popoverStates))('the popover draws %s', async (_name, state) => {
  await showPopover(state);
  expect(screen.getByRole('main')).toBeDefined();
  expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('');
});
