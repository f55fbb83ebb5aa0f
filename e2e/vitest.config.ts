// The end-to-end tests: the built application in a real Electron, one file at a time, never tried twice.
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
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
