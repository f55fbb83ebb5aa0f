// Which file a command's program is: looked up once by us, so that what was rehearsed, shown and confirmed is what runs.
import fs from 'node:fs';
import { basename, extname, isAbsolute, join, resolve } from 'node:path';
import { programFolders } from './command-environment';

/** Windows tries these endings, in this order, where PATHEXT does not say otherwise. */
const WINDOWS_ENDINGS = '.COM;.EXE;.BAT;.CMD';

export type ProgramSearch =
  | { found: true; path: string }
  /** `not-allowed`: there is such a file, but it cannot be run. */
  | { found: false; why: 'program-missing' | 'not-allowed' };

interface Where {
  /** The folder that the command runs in: a program with a slash in its name is relative to it. */
  folder: string;
  /** The environment that it gets. */
  env: Readonly<Record<string, string>>;
  platform?: NodeJS.Platform;
}

/**
 * The program's full path, links not resolved: some programs decide by the name they are started under what they are. Relative folders
 * of PATH and, on Windows, the current folder are not searched.
 */
export function findProgram(program: string, { folder, env, platform = process.platform }: Where): ProgramSearch {
  const isPath = program.includes('/') || (platform === 'win32' && program.includes('\\'));
  const bases = isPath
    ? [isAbsolute(program) ? program : resolve(folder, program)]
    : programFolders(env['PATH'] ?? '').map((each) => join(each, program));
  const endings = platform === 'win32' ? windowsEndings(program, env) : [''];
  let why: 'program-missing' | 'not-allowed' = 'program-missing';
  for (const base of bases) {
    for (const ending of endings) {
      const state = stateOf(base + ending, platform);
      if (state === 'runs') return { found: true, path: base + ending };
      if (state === 'not-allowed') why = 'not-allowed';
    }
  }
  return { found: false, why };
}

function windowsEndings(program: string, env: Readonly<Record<string, string>>): string[] {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATHEXT');
  const endings = ((name === undefined ? undefined : env[name]) || WINDOWS_ENDINGS).split(';').filter(Boolean);
  return endings.some((ending) => extname(program).toLowerCase() === ending.toLowerCase()) ? [''] : endings;
}

function stateOf(path: string, platform: NodeJS.Platform): 'runs' | 'not-allowed' | 'missing' {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return 'missing';
  if (platform === 'win32') return 'runs';
  try {
    fs.accessSync(path, fs.constants.X_OK);
    return 'runs';
  } catch {
    return 'not-allowed';
  }
}

/** The program's name as messages have it: without its folder, at most 100 characters. */
export function programName(program: string): string {
  return basename(program.replaceAll('\\', '/')).slice(0, 100);
}
