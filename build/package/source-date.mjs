// The time that packages are dated with: that of the commit, so that the same sources give the same bytes
// (https://reproducible-builds.org/specs/source-date-epoch).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';

/**
 * Seconds since 1970: `SOURCE_DATE_EPOCH` where it is set, else the time of the commit, and without a repository that of
 * package.json. Throws where the variable is no time.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function sourceDateEpoch(env = process.env) {
  const given = env.SOURCE_DATE_EPOCH;
  if (given !== undefined && given !== '') {
    if (!/^\d+$/.test(given)) throw new Error(`SOURCE_DATE_EPOCH is no time: ${given}`);
    return Number(given);
  }
  const { stdout, status } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  if (status === 0 && /^\d+\n$/.test(stdout)) return Number(stdout);
  return Math.floor(fs.statSync(path.join(root, 'package.json')).mtimeMs / 1000);
}
