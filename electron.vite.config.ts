// How the three parts are built: main (ES modules), preload (one CommonJS file, as a sandboxed preload must be), renderer.
// Targets are those of Electron 33, the oldest Electron the application runs on (docs/platforms.md).
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleList } from './build/licenses/licenses.mjs';
import { builtAt } from './build/built-at.mjs';
import { leaveOut } from './build/bundle/left-out.mjs';
import { oneByteCharacters } from './build/bundle/one-byte.mjs';
import { textsPlugin } from './build/texts/vite-plugin.mjs';

const here = import.meta.dirname;

export default defineConfig({
  main: {
    plugins: [textsPlugin(), leaveOut(), oneByteCharacters()],
    // When this was built: a clock before that is wrong (app/updates).
    define: { BUILT_AT: JSON.stringify(builtAt()) },
    build: {
      license: { fileName: bundleList },
      target: 'node20',
      externalizeDeps: false,
      outDir: 'out/main',
      minify: 'oxc',
      rollupOptions: {
        input: {
          'main.electron': resolve(here, 'app/main.electron.ts'),
          'demo-process': resolve(here, 'app/demo/process.ts'),
          'demo-script': resolve(here, 'app/demo-places/script/process.ts'),
          // A thread of main: it needs a file of its own.
          'scan-worker': resolve(here, 'app/places/scan/scan-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      license: { fileName: bundleList },
      target: 'node20',
      externalizeDeps: false,
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(here, 'app/bridge/preload.electron.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer'),
    plugins: [textsPlugin(), react(), oneByteCharacters()],
    // The page's origin is ninetray://app, so the hot-reload socket needs its real address spelled out.
    server: {
      host: '127.0.0.1',
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: 5173 },
    },
    build: {
      license: { fileName: bundleList },
      target: 'chrome130',
      outDir: resolve(here, 'out/renderer'),
      minify: 'oxc',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          popover: resolve(here, 'renderer/popover/popover.html'),
          wizard: resolve(here, 'renderer/wizard/wizard.html'),
          account: resolve(here, 'renderer/account/account.html'),
        },
      },
    },
  },
});
