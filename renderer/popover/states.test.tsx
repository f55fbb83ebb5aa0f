import axe from 'axe-core';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPopover } from './render-popover';
import { picturedAt, popoverStates } from './states';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// Contrast needs a real browser: the pictures are checked for it.
const options = { resultTypes: ['violations' as const], rules: { 'color-contrast': { enabled: false } } };

test.each(Object.entries(popoverStates))('the popover is accessible: %s', async (_name, state) => {
  await showPopover(state);
  const { violations } = await axe.run(document.body, options);
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
});
