// What every component test needs: longer time limits, since views that are loaded on demand take their time on a busy
// machine, and a page that is drawn when an action of the user ends.
import { configure, getConfig } from '@testing-library/react';
import * as React from 'react';

// What React's scheduler uses outside a browser. The real one: some tests replace the clock.
declare const setImmediate: (run: () => void) => void;
const afterScheduledWork = setImmediate;
const { asyncWrapper } = getConfig();

configure({
  asyncUtilTimeout: 10_000,
  // An answer of the bridge arrives while a click ends; React draws it in a task of its own, which would race with the test's next line.
  asyncWrapper: async (action) => {
    const result = await asyncWrapper(action);
    await new Promise<void>((resolve) => afterScheduledWork(resolve));
    return result;
  },
});

// React's development build notes for each element where the code made it, which its warnings show: a sixth of the time
// of these tests. Past a count it stops until the next second; it reads here that this is reached.
const internals = Object.entries(React).find(([name]) => name.startsWith('__CLIENT_INTERNALS'))?.[1];
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
  configurable: true,
  get: () => Number.MAX_SAFE_INTEGER,
  set() {
    // Nothing is counted.
  },
});
