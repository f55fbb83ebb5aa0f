// Unit tests (plain Node) and component tests (a DOM), beside the code they test. The end-to-end tests have e2e/vitest.config.ts.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { textsPlugin } from './build/texts/vite-plugin.mjs';

/** Test files of a worker share what they import, which takes half the time. So a test puts back what it replaces. */
const isolate = false;

export default defineConfig({
  test: {
    // All processors: left to itself it keeps one back, which is half of what CI has.
    maxWorkers: '100%',
    // What was compiled is stored in node_modules by its content, as the type checker's work is: a tenth of a second run.
    experimental: { fsModuleCache: true },
    tags: [
      {
        name: 'sweep',
        description:
          'Walks every state, story or moment of something. `npm run check` leaves these out, `npm test` runs them.',
      },
    ],
    projects: [
      {
        plugins: [textsPlugin()],
        test: {
          name: 'unit',
          isolate,
          // Properties are tried a hundred times, which takes its time on a busy machine.
          testTimeout: 30_000,
          environment: 'node',
          // What a window's code works out needs no DOM, which takes its time to set up for each file: only .tsx tests have one.
          include: ['app/**/*.test.ts', 'build/**/*.test.ts', 'bench/**/*.test.ts', 'renderer/**/*.test.ts'],
          // The demo's dashboard serves a style sheet, which would be empty here otherwise.
          css: true,
        },
      },
      {
        plugins: [textsPlugin(), react()],
        test: {
          name: 'component',
          isolate,
          setupFiles: ['renderer/component-tests.setup.ts'],
          // axe takes seconds over a whole screen on a busy machine.
          testTimeout: 30_000,
          environment: 'happy-dom',
          include: ['renderer/**/*.test.tsx'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
