// `running.json` in the profile folder: how to reach the NineTray that runs, for later starts. Chromium's own lock cannot tell "another
// one runs" from "the lock could not be made", and lets two run once the temporary folder was cleaned (seen with Electron 33).
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../settings/files/atomic-file';
import { readPlainBytes } from '../settings/files/plain-file';

const word = z.string().regex(/^[0-9a-f]{32}$/);
const presenceSchema = z.object({
  pid: z.number().int().positive(),
  /** When the process began, as the system reports it; another process with the same number began at another time. */
  started: z.string().max(64).nullable(),
  host: z.string().max(255),
  address: z.string().max(200),
  words: z.object({ ask: word, answer: word }),
});
export type Presence = z.infer<typeof presenceSchema>;

const FILE = 'running.json';
const LARGEST = 4096;

/** This process, reachable at `address`, with new words. */
export function ownPresence(address: string): Presence {
  const newWord = () => randomBytes(16).toString('hex');
  const { pid } = process;
  return { pid, started: startOf(pid), host: hostname(), address, words: { ask: newWord(), answer: newWord() } };
}

/** Replaces the file, readable for its owner only. Throws Node's own error where that is not possible. */
export function writePresence(profile: string, presence: Presence): void {
  fs.mkdirSync(profile, { recursive: true, mode: 0o700 });
  // After a power cut this process is gone, so the file needs no sync.
  writeAtomically(join(profile, FILE), `${JSON.stringify(presence)}\n`, { isDurable: false });
}

/** The NineTray that wrote the file last, whether it still runs or not; null where there is none, or it cannot be understood. */
export function readPresence(profile: string): Presence | null {
  const file = join(profile, FILE);
  try {
    return presenceSchema.parse(JSON.parse(readPlainBytes(file, false, LARGEST).toString('utf8')));
  } catch {
    // Not there, or not ours: no NineTray can be reached by it.
    return null;
  }
}

/** Removes the file if it is still this one's. */
export function removePresence(profile: string, { words }: Presence): void {
  if (readPresence(profile)?.words.ask === words.ask) fs.rmSync(join(profile, FILE), { force: true });
}

/**
 * Whether that process still runs on this computer, though it could not be reached. False on Windows, where a pipe that cannot be
 * opened is one whose process is gone.
 */
export function isStillRunning({ pid, started, host }: Presence): boolean {
  return host === hostname() && started !== null && startOf(pid) === started;
}

function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // The fields after the name, which may hold anything: the start is the 22nd of all, in ticks since the boot.
      const fields = fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const [state] = fields;
      return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
    }
    if (process.platform === 'darwin')
      return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 2000 }).trim();
    return null;
  } catch {
    return null; // no such process
  }
}
