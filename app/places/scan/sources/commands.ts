// What only another program can tell: the user's crontab, the environment in Windows' registry, Docker's containers.
// Runs programs of the system with fixed arguments, in no shell.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { ScanRow } from '../../../model/places/scan';
import type { NamedBytes } from './programs';

export interface CommandSource {
  source: ScanRow['source'];
  /** What it is read as: decides about comments and names. */
  name: string;
  /** Null where there is nothing, or no such program. */
  read(): Uint8Array | null;
}

/** A program that does not answer within this time is left (ms). */
const PATIENCE = 1500;
const LARGEST_OUTPUT = 4 * 1024 * 1024;

/** The sources of a platform. */
export function commandSources(platform: NodeJS.Platform): CommandSource[] {
  if (platform !== 'win32') return [{ source: 'crontab', name: 'crontab', read: () => output('crontab', ['-l']) }];
  return [
    { source: 'registry', name: 'Environment.reg', read: () => output(registryTool(), ['query', 'HKCU\\Environment']) },
  ];
}

/** By its full path, which no other program can take. */
function registryTool(): string {
  return `${process.env['SystemRoot'] ?? String.raw`C:\Windows`}\\System32\\reg.exe`;
}

/** The names and environments of all running containers; none without Docker. */
export function readContainers(): { name: string; texts: NamedBytes[] }[] {
  const ids = lines(output('docker', ['ps', '--quiet', '--no-trunc']));
  return ids.map((id) => {
    const name = lines(output('docker', ['inspect', '--format', '{{.Name}}', id]))[0] ?? id;
    const environment = output('docker', ['inspect', '--format', '{{range .Config.Env}}{{println .}}{{end}}', id]);
    return { name: name.replace(/^\//, ''), texts: variables(environment ?? new Uint8Array()) };
  });
}

const LINE = 0x0a;
const EQUALS = 0x3d;

/** One `NAME=value` on each line; the values stay bytes. */
function variables(environment: Uint8Array): NamedBytes[] {
  const found: NamedBytes[] = [];
  for (let start = 0; start < environment.length; ) {
    const line = environment.indexOf(LINE, start);
    const end = line === -1 ? environment.length : line;
    const equals = environment.indexOf(EQUALS, start);
    if (equals !== -1 && equals < end) {
      const name = Buffer.from(environment.subarray(start, equals)).toString();
      found.push({ name, bytes: environment.subarray(equals + 1, end) });
    }
    start = end + 1;
  }
  return found;
}

function lines(text: Uint8Array | null): string[] {
  return text === null ? [] : Buffer.from(text).toString().split('\n').filter(Boolean);
}

function output(program: string, args: readonly string[]): Buffer | null {
  const { stdout, status } = spawnSync(program, [...args], {
    // Windows looks for a program in the working folder first.
    cwd: path.dirname(process.execPath),
    timeout: PATIENCE,
    maxBuffer: LARGEST_OUTPUT,
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  });
  return status === 0 ? stdout : null;
}
