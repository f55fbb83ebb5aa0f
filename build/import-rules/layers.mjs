// The layers of docs/architecture.md, from the lowest to the highest, and what the renderer may take from app/.
// @ts-check

/** @typedef {import('./imports.mjs').Import} Import */

/** A folder includes all that is in it; an entry without a slash at its end is one file. Folders on no layer have rules of their own. */
export const layers = [
  ['app/model/'],
  ['app/state/'],
  ['app/nineproxy/', 'app/key/', 'app/account/', 'app/gateway/', 'app/places/'],
  ['app/session/'],
  ['app/tray/', 'app/windows/', 'app/cli/', 'app/bridge/'],
  ['app/desktop/', 'app/desktop.electron.ts'],
  ['app/main.electron.ts'],
];

const layerOf = (/** @type {string} */ file) =>
  layers.findIndex((entries) =>
    entries.some((entry) => file === entry || (entry.endsWith('/') && file.startsWith(entry))),
  );

/** Whether a file imports from a higher layer than its own. */
export function pointsUp(/** @type {Import} */ { from, to }) {
  return layerOf(from) !== -1 && layerOf(to) > layerOf(from);
}

/** Whether a file of the renderer takes something of app/ that is not made for both processes. */
export function reachesIntoMain(/** @type {Import} */ { from, to }) {
  return from.startsWith('renderer/') && /^app\/(?!model\/|texts\/|bridge\/contract\.ts$)/.test(to);
}
