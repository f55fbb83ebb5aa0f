// Real processes that write one file, and are killed while they do.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const source = join(import.meta.dirname, 'atomic-file.ts');
const length = 300_000;
const writers: ChildProcess[] = [];
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-killed-'));
});
afterEach(() => {
  for (const writer of writers.splice(0)) writer.kill('SIGKILL');
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Writes the file without end, each time with another digit all over. Resolves after its first write. */
function startWriter(path: string): Promise<ChildProcess> {
  const code = `
    import { runnerImport } from 'vite';
    const { module } = await runnerImport(${JSON.stringify(source)}, { configFile: false, logLevel: 'silent' });
    for (let n = 0; ; n += 1) {
      module.writeAtomically(${JSON.stringify(path)}, String(n % 10).repeat(${length}));
      if (n === 0) process.stdout.write('written');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writers.push(child);
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child));
    child.once('exit', () => reject(new Error('The writer ended.')));
  });
}

function isWhole(text: string): boolean {
  return text.length === length && text === text.charAt(0).repeat(length);
}

it.skipIf(process.platform === 'win32')(
  'a file that two processes write, until both are killed, is whole whenever it is read',
  { tags: 'sweep', timeout: 60_000 },
  async () => {
    const path = join(folder, 'a');
    const started = await Promise.all([startWriter(path), startWriter(path)]);
    for (let read = 0; read < 200; read += 1) expect(isWhole(fs.readFileSync(path, 'utf8'))).toBe(true);
    const ended = started.map(
      (child) => new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal))),
    );
    for (const child of started) child.kill('SIGKILL');
    expect(await Promise.all(ended)).toEqual(['SIGKILL', 'SIGKILL']);
    expect(isWhole(fs.readFileSync(path, 'utf8'))).toBe(true);
  },
);
