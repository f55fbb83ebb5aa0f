// Whether Git knows the files that were found: asked of git itself, which runs nothing that a repository names.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { ScanRow } from '../../../model/places/scan';

export type GitState = ScanRow['git'];

/** Of one call (ms). */
const PATIENCE = 3000;
/** Windows looks for a program in the working folder first, so that must not be the repository. */
const OWN_FOLDER = path.dirname(process.execPath);
/** So that the arguments fit on every system. */
const FILES_PER_CALL = 100;
/** A repository's own settings can name programs that git runs, for its index and for hooks. */
const RUNS_NOTHING = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '--no-optional-locks'];

/** What git says of each of these absolute paths. `none`: in no repository; `unknown`: without git, or where it does not answer. */
export async function gitStates(files: readonly string[], signal?: AbortSignal): Promise<Map<string, GitState>> {
  const states = new Map<string, GitState>();
  const byRepository = new Map<string, string[]>();
  const known = new Map<string, string | null>();
  for (const file of files) {
    const repository = repositoryOf(path.dirname(file), known);
    if (repository === null) states.set(file, 'none');
    else byRepository.set(repository, [...(byRepository.get(repository) ?? []), file]);
  }
  for (const [repository, inside] of byRepository) {
    for (let first = 0; first < inside.length; first += FILES_PER_CALL) {
      if (signal?.aborted === true) return states;
      const some = inside.slice(first, first + FILES_PER_CALL);
      for (const [file, state] of await statesIn(repository, some, signal)) states.set(file, state);
    }
  }
  return states;
}

async function statesIn(repository: string, files: readonly string[], signal: AbortSignal | undefined) {
  const names = files.map((file) => path.relative(repository, file).replaceAll(path.sep, '/'));
  const tracked = await run(repository, ['--literal-pathspecs', 'ls-files', '-z', '--', ...names], { signal });
  // 1: none of them is ignored.
  const ignored = await run(repository, ['check-ignore', '-z', '--stdin'], {
    signal,
    input: names.join('\0'),
    otherExit: 1,
  });
  return files.map((file, index): [string, GitState] => {
    const name = names[index] ?? '';
    if (tracked === null || ignored === null) return [file, 'unknown'];
    if (tracked.has(name)) return [file, 'tracked'];
    return [file, ignored.has(name) ? 'ignored' : 'untracked'];
  });
}

interface RunOptions {
  signal: AbortSignal | undefined;
  input?: string;
  /** An exit code that is no failure. */
  otherExit?: number;
}

/** The names that git prints; null where it fails. */
function run(repository: string, args: readonly string[], { signal, input = '', otherExit }: RunOptions) {
  return new Promise<Set<string> | null>((resolve) => {
    const options = { cwd: OWN_FOLDER, timeout: PATIENCE, windowsHide: true, ...(signal && { signal }) };
    const child = execFile('git', ['-C', repository, ...RUNS_NOTHING, ...args], options, (error, stdout) => {
      const isAnswer = error === null || error.code === otherExit;
      resolve(isAnswer ? new Set(stdout.split('\0').filter(Boolean)) : null);
    });
    // One that ends before it read everything has its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function repositoryOf(folder: string, known: Map<string, string | null>): string | null {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const parent = path.dirname(folder);
  const found = fs.existsSync(path.join(folder, '.git'))
    ? folder
    : parent === folder
      ? null
      : repositoryOf(parent, known);
  known.set(folder, found);
  return found;
}
