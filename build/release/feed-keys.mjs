// The public keys that are built into NineTray for the feed of updates, and whether a release may have them.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';

/** @typedef {{ name: string, publicKey: string }} FeedKey `publicKey`: 32 bytes in base64url */

/** @returns {FeedKey[]} */
export function builtInKeys(file = path.join(root, 'app/updates/feed-keys.json')) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Whether a key only stands in for one: nobody has its private half. */
export function isPlaceholder(/** @type {FeedKey} */ { name }) {
  return name.startsWith('REPLACE');
}

/**
 * Why a release may not have these keys; null where it may.
 * @param {FeedKey[]} keys
 */
export function feedKeysProblem(keys) {
  const placeholders = keys.filter(isPlaceholder).map(({ name }) => name);
  if (placeholders.length > 0)
    return `app/updates/feed-keys.json has keys that are to be replaced (build/release/README.md): ${placeholders.join('; ')}`;
  const isTwo = new Set(keys.map(({ publicKey }) => publicKey)).size === 2 && keys.length === 2;
  return isTwo
    ? null
    : 'app/updates/feed-keys.json must have two different keys: one for each day, one that is kept offline.';
}

/** Whether GitHub builds a tag, which is a release whatever else is asked for. */
export function isTag(/** @type {NodeJS.ProcessEnv} */ env) {
  return env.GITHUB_REF_TYPE === 'tag';
}
