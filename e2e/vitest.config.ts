// The end-to-end tests: the built application in a real Electron, never tried twice. Each file has a desktop and profiles of its own,
// so that some run at a time.
// What needs Linux's own desktop is in e2e/linux and is not looked for elsewhere.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '../node_modules/.vite-e2e',
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['*.test.ts', ...(process.platform === 'linux' ? ['linux/*.test.ts', 'harness/*.test.ts'] : [])],
    globalSetup: ['harness/prepare.ts'],
    pool: 'forks',
    // An application mostly waits: for its windows, a keyring, the vendor. Three use two processors well.
    maxWorkers: 3,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
