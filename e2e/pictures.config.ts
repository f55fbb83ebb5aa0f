// What `npm run pictures` runs: the same real Electron as the end-to-end tests, taking pictures in place of tests.
import { defineConfig } from 'vitest/config';
import { textsPlugin } from '../build/texts/vite-plugin.mjs';

export default defineConfig({
  plugins: [textsPlugin()],
  cacheDir: '../node_modules/.vite-e2e',
  test: {
    name: 'pictures',
    root: import.meta.dirname,
    include: ['screens/pictures.test.ts'],
    globalSetup: ['harness/prepare.ts'],
    pool: 'forks',
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
