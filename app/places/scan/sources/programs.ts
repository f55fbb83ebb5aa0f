// The running programs of this user on Linux: their first environment and their arguments, as /proc has them.
import fs from 'node:fs';
import path from 'node:path';

/** One variable, or the arguments. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

export interface ProgramText {
  pid: number;
  name: string;
  /** UTC, in ms; null where the system does not tell. */
  startedAt: number | null;
  texts: NamedBytes[];
}

/** What stands for the arguments beside the names of variables. */
const ARGUMENTS = 'argv';
/** Of Linux on every architecture that Electron has. */
const TICKS_PER_SECOND = 100;

/** Programs of the user `uid`, one after the other. Those that end meanwhile, or may not be read, are left out. */
export function* readPrograms(proc: string, uid: number): Generator<ProgramText> {
  const bootedAt = bootTime(proc);
  for (const name of namesIn(proc)) {
    const program = /^\d+$/.test(name) ? readProgram(path.join(proc, name), Number(name), uid, bootedAt) : null;
    if (program !== null) yield program;
  }
}

function readProgram(folder: string, pid: number, uid: number, bootedAt: number | null): ProgramText | null {
  try {
    if (fs.statSync(folder).uid !== uid) return null;
    const texts = [
      ...variables(fs.readFileSync(path.join(folder, 'environ'))),
      { name: ARGUMENTS, bytes: fs.readFileSync(path.join(folder, 'cmdline')) },
    ];
    const name = fs.readFileSync(path.join(folder, 'comm'), 'utf8').trim();
    return { pid, name, startedAt: startTime(path.join(folder, 'stat'), bootedAt), texts };
  } catch {
    return null;
  }
}

/** Each variable with its value; the names are text, the values stay bytes. */
function* variables(environment: Uint8Array): Generator<NamedBytes> {
  let start = 0;
  while (start < environment.length) {
    const zero = environment.indexOf(0, start);
    const end = zero === -1 ? environment.length : zero;
    const equals = environment.indexOf(0x3d, start);
    if (equals !== -1 && equals < end) {
      const name = Buffer.from(environment.subarray(start, equals)).toString();
      yield { name, bytes: environment.subarray(equals + 1, end) };
    }
    start = end + 1;
  }
}

function bootTime(proc: string): number | null {
  try {
    const seconds = /^btime (\d+)$/m.exec(fs.readFileSync(path.join(proc, 'stat'), 'utf8'))?.[1];
    return seconds === undefined ? null : Number(seconds) * 1000;
  } catch {
    return null;
  }
}

/** The 22nd field, counted after the name, which is in brackets and may have any character. */
function startTime(file: string, bootedAt: number | null): number | null {
  const text = fs.readFileSync(file, 'utf8');
  const ticks = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19]);
  if (bootedAt === null || !Number.isFinite(ticks)) return null;
  return Math.round(bootedAt + (ticks / TICKS_PER_SECOND) * 1000);
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}
