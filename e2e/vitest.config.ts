// The end-to-end tests: the built application in a real Electron, never tried twice. Each file has a desktop and
// profiles of its own, so that several run at a time. What needs Linux's own desktop is in e2e/linux and is skipped
// elsewhere. What a worker imported is shared by its files, which takes a fifth off their work, except where a file puts
// the texts into another language.
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { textsPlugin } from '../build/texts/vite-plugin.mjs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files: those that mostly use the processor and those that mostly wait in turns, so that both processors are always used. */
const first = [
  'screens-account',
  'rotation-hostile',
  'pseudo-accents',
  'rotation',
  'screens-popover',
  'updates',
  'installed',
  'network',
  'screens-wizard',
  'gateway-rotation',
  'languages',
  'quit',
  'pseudo-right-to-left',
  'clipboard',
  'starts',
  'places-many',
  'canary-wizard',
  'api-check',
  'terminal',
  'tray',
  'canary',
  'packaged',
  'wizard-footer',
  'popover-ready',
];

/** They begin; the others fill the time beside the last of them. By default Vitest sorts by file size. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = first.indexOf(basename(moduleId, '.test.ts'));
      return found === -1 ? first.length : found;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

const isOnLinux = process.platform === 'linux';
const inOtherLanguages = ['linux/language*.test.ts', 'linux/pseudo-*.test.ts'];
const shared = {
  root: import.meta.dirname,
  pool: 'forks',
  retry: 0,
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  cacheDir: '../node_modules/.vite-e2e',
  test: {
    root: import.meta.dirname,
    globalSetup: ['harness/prepare.ts', ...(isOnLinux ? ['harness/package.ts'] : [])],
    // An application often waits: for its windows, a keyring, the vendor. With four, two processors idle for 7 % of the time.
    maxWorkers: 5,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [textsPlugin()],
        test: {
          ...shared,
          name: 'e2e',
          isolate: false,
          include: ['*.test.ts', ...(isOnLinux ? ['linux/*.test.ts', 'harness/*.test.ts'] : [])],
          exclude: inOtherLanguages,
        },
      },
      {
        plugins: [textsPlugin()],
        test: { ...shared, name: 'e2e languages', include: isOnLinux ? inOtherLanguages : [] },
      },
    ],
  },
});
