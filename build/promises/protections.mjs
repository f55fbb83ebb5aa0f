// The protections behind docs/security.md, each as the smallest change that removes it, with the test that must then
// fail. `npm run test:promises` makes each change in a copy of the tree; protections.test.ts checks this list against
// the code and that page.
import { windows } from './protections/windows.mjs';
import { account } from './protections/account.mjs';
import { gatewayProtections } from './protections/gateway.mjs';
import { gatewayServer } from './protections/gateway-server.mjs';
import { key } from './protections/key.mjs';
import { keySearch } from './protections/key-search.mjs';
import { requests } from './protections/requests.mjs';
import { profile } from './protections/profile.mjs';
import { placeFiles } from './protections/place-files.mjs';
import { places } from './protections/places.mjs';
import { placeCommands } from './protections/place-commands.mjs';
import { rotation } from './protections/rotation.mjs';
import { terminal } from './protections/terminal.mjs';
import { start } from './protections/start.mjs';
import { updates } from './protections/updates.mjs';

/**
 * @typedef {object} Change
 * @property {string} file where it is
 * @property {string} find the text to change; it occurs exactly once in the file
 * @property {string} replace what replaces it; the code must still build
 */

/**
 * A protection, with the change that removes it. Where the promise is that something is absent, the change plants it.
 * @typedef {Change & {
 *   name: string,
 *   also?: Change[],
 *   test: { file: string, title: string },
 * }} Protection
 * `name`: what the protection does. `also`: further changes, where another protection stands behind this one. `test`: the test that must
 * fail, by its title in the code.
 */

/**
 * All changes that remove a protection.
 * @param {Protection} protection
 * @returns {Change[]}
 */
export function changesOf({ file, find, replace, also = [] }) {
  return [{ file, find, replace }, ...also];
}

/** @type {Protection[]} */
export const protections = [
  ...windows,
  ...account,
  ...key,
  ...rotation,
  ...terminal,
  ...requests,
  ...profile,
  ...keySearch,
  ...placeFiles,
  ...places,
  ...placeCommands,
  ...start,
  ...gatewayProtections,
  ...gatewayServer,
  ...updates,
];
