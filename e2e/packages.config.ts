// The tests of packages that `npm run check:package` has built. They make a user, so they need root.
import { defineConfig } from 'vitest/config';
import { textsPlugin } from '../build/texts/vite-plugin.mjs';

export default defineConfig({
  plugins: [textsPlugin()],
  cacheDir: '../node_modules/.vite-e2e',
  test: {
    name: 'packages',
    root: import.meta.dirname,
    include: ['packages/*.test.ts'],
    globalSetup: ['harness/prepare.ts', 'harness/built-packages.ts'],
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
