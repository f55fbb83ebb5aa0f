// Stand-ins for other programs: scripts in a folder of PATH that record how they were called and do what a test says. They check nothing.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '../../model/places/command';

/** How a stand-in was called, once for each call. */
export interface Call {
  argv: string[];
  env: Record<string, string>;
  stdin: string;
  cwd: string;
}

/** What a stand-in does: nothing said is exit code 0, and no output. */
export interface Behaviour {
  exit?: number;
  stdout?: string;
  stderr?: string;
  /** JavaScript that is run after the call was recorded; `stdin` is what it read. */
  script?: string;
  /** It does not read standard input. */
  isDeaf?: boolean;
}

export interface Programs {
  /** The folder with the programs. */
  folder: string;
  /** A folder for a test's own files. */
  files: string;
  /** An environment that finds the stand-ins, and then the system's programs. */
  env: NodeJS.ProcessEnv;
  add(name: string, behaviour?: Behaviour): string;
  /** A command that runs in the folder of the test's files. */
  command(program: string, ...args: string[]): Command;
  calls(name: string): Call[];
  remove(): void;
}

function source(
  record: string,
  { exit = 0, stdout = '', stderr = '', script = '', isDeaf = false }: Behaviour,
): string {
  return `#!${process.execPath}
const fs = require('node:fs');
const stdin = ${isDeaf ? "''" : "fs.readFileSync(0, 'utf8')"};
const call = { argv: process.argv.slice(2), env: process.env, stdin, cwd: process.cwd() };
fs.appendFileSync(${JSON.stringify(record)}, JSON.stringify(call) + '\\n');
process.stdout.write(${JSON.stringify(stdout)});
process.stderr.write(${JSON.stringify(stderr)});
process.exitCode = ${exit};
${script}
`;
}

/** A folder of stand-ins of one test. */
export function openPrograms(): Programs {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'ninetray-programs-')));
  const folder = join(root, 'bin');
  const files = join(root, 'files');
  const records = join(root, 'records');
  for (const each of [folder, files, records]) fs.mkdirSync(each);
  return {
    folder,
    files,
    env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    add(name, behaviour = {}) {
      // CommonJS, whatever the folders above say.
      fs.writeFileSync(join(folder, name), source(join(records, name), behaviour), { mode: 0o755 });
      return join(folder, name);
    },
    command: (program, ...args) => ({ program, arguments: args, folder: files, timeLimit: 20 }),
    calls(name) {
      const record = join(records, name);
      if (!fs.existsSync(record)) return [];
      const lines = fs.readFileSync(record, 'utf8').trimEnd().split('\n');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the script above wrote
      return lines.map((line) => JSON.parse(line) as Call);
    },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}
