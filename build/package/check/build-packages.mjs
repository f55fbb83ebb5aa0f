// Builds the packages for Linux that are checked, and finds them.
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../run.mjs';

/** The version of packages that others are upgraded to. */
export const nextVersion = '99.0.0';

/**
 * The package of one kind in a folder. Throws where there is none.
 * @param {string} folder
 * @param {string} target how its name ends
 */
export function packageIn(folder, target) {
  const name = fs.readdirSync(folder).find((file) => file.endsWith(`.${target}`));
  if (name === undefined) throw new Error(`There is no ${target} in ${folder}.`);
  return path.join(folder, name);
}

/**
 * Builds packages into a folder, which is replaced. Throws with what was printed where that fails.
 * @param {string} folder
 * @param {string[]} targets
 * @param {string} [version] in place of the present one
 * @param {string[]} [more] further arguments of electron-builder
 */
export async function buildPackages(folder, targets, version, more = []) {
  fs.rmSync(folder, { recursive: true, force: true });
  const changed = version === undefined ? [] : [`-c.extraMetadata.version=${version}`];
  const args = ['build/dist.mjs', '--linux', ...targets, `-c.directories.output=${folder}`, ...changed, ...more];
  const { code, out } = await run(process.execPath, args);
  if (code !== 0) throw new Error(`npm run dist failed:\n${out.trim()}`);
}
