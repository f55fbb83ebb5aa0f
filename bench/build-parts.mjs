// Builds parts of the application for Node, so that a measurement runs them as they are shipped.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from '../build/paths.mjs';

/**
 * Builds each part (its name, and its source file) to `<name>.mjs` in a folder, which it empties.
 *
 * @param {string} folder
 * @param {Record<string, string>} parts
 * @returns what imports one of them by its name
 */
export async function buildParts(folder, parts) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      ssr: true,
      rolldownOptions: { input: parts, output: { entryFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true },
  });
  return (/** @type {string} */ name) => import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
}
