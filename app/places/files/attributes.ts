// Whether files have access lists, labels or attributes of their own: as getfattr reports it, which is started once for files that are asked for
// together. To start a program costs main some milliseconds.
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Attributes } from '../ports';

/** Files that are asked for within so many milliseconds are asked for together. */
const TOGETHER = 5;

interface Asked {
  path: string;
  resolve(may: boolean): void;
}

let asked: Asked[] = [];

/** Begins to ask for all of these files, with one program, and for any other file when it is asked for. For what follows at once: attributes change. */
export function attributesOf(paths: readonly string[]): Attributes {
  const ahead = new Map(paths.map((path) => [path, mayHaveAttributes(path)]));
  return (path) => ahead.get(path) ?? mayHaveAttributes(path);
}

/** True also where nothing can tell. `path` is absolute. */
export function mayHaveAttributes(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (asked.push({ path, resolve }) === 1) setTimeout(() => void askForAll(), TOGETHER);
  });
}

async function askForAll(): Promise<void> {
  const all = asked;
  asked = [];
  // Many computers lack it.
  const isThere = await isOnPath('getfattr');
  if (isThere) await answerAll(all);
  else for (const { resolve } of all) resolve(true);
}

/** Where some of them have any, each half is asked for on its own: of many files few have. */
async function answerAll(all: readonly Asked[]): Promise<void> {
  const answer = await answerFor(all.map(({ path }) => path));
  if (answer !== 'some') return all.forEach(({ resolve }) => resolve(answer === 'all'));
  const half = Math.ceil(all.length / 2);
  await answerAll(all.slice(0, half));
  await answerAll(all.slice(half));
}

/** How many of these files have any; `all` also where it fails. */
function answerFor(paths: readonly string[]): Promise<'none' | 'some' | 'all'> {
  return new Promise((resolve) => {
    execFile('getfattr', ['-h', '-m', '-', '--', ...paths], { timeout: 2000 }, (error, output) => {
      if (output.trim() === '' && error === null) resolve('none');
      else resolve(paths.length === 1 || output.split('# file: ').length > paths.length ? 'all' : 'some');
    });
  });
}

async function isOnPath(program: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(
    folders.map((folder) =>
      fs.access(join(folder, program), fs.constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
