// What every component test needs: longer time limits, since views that are loaded on demand take their time on a busy
// machine, and a page that is drawn when an action of the user ends.
import { configure, getConfig } from '@testing-library/react';

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
