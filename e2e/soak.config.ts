// What `npm run soak` runs: the soak alone, for as long as NINETRAY_SOAK_MINUTES says.
import { defineConfig } from 'vitest/config';
import { textsPlugin } from '../build/texts/vite-plugin.mjs';

export default defineConfig({
  plugins: [textsPlugin()],
  cacheDir: '../node_modules/.vite-e2e',
  test: {
    name: 'soak',
    root: import.meta.dirname,
    include: ['linux/soak.test.ts'],
    globalSetup: ['harness/prepare.ts'],
    pool: 'forks',
    retry: 0,
    hookTimeout: 120_000,
  },
});
