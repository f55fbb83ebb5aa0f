// When what is built here was made: the time of its commit, so that two builds of one commit are alike.
import { execFileSync } from 'node:child_process';
import { root } from './paths.mjs';

/** For a tree without a commit: no build is older. */
const earliest = Date.UTC(2026, 10, 1);

/** Milliseconds since 1970: SOURCE_DATE_EPOCH, else the time of the commit, else a time before any build. */
export function builtAt(env = process.env) {
  const seconds = Number(env.SOURCE_DATE_EPOCH ?? timeOfCommit());
  return Number.isSafeInteger(seconds) && seconds * 1000 > earliest ? seconds * 1000 : earliest;
}

function timeOfCommit() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}
