// Builds the demo for tests, with its faults and control interface, into out/testing: tests, pictures and measurements start it.
// Not part of electron.vite.config.ts, since nothing of it belongs to the product (e2e/bundle.test.ts).
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { textsPlugin } from './texts/vite-plugin.mjs';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  plugins: [textsPlugin()],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: resolve(root, 'app/demo/testing/process.ts'),
    target: 'node20',
    outDir: resolve(root, 'out/testing'),
    rollupOptions: { output: { format: 'es', entryFileNames: 'demo.js' } },
  },
});
