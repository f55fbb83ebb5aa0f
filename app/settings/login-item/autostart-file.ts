// The login item of Linux: a file in the autostart folder.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../../model/problem';
import { writeAtomically } from '../files/atomic-file';
import { problemOfDisk } from '../files/disk-error';
import { autostartEntry, isTurnedOff } from './autostart-entry';
import type { LoginItem } from './login-item';

export interface AutostartOptions {
  /** The entry's absolute path. */
  file: string;
  /** The program that it starts. */
  program: string;
  /** What the desktop shows below the name, in the language of now. */
  comment(): string;
}

/** The entry. Its errors are those of the disk. */
export function createAutostart({ file, program, comment }: AutostartOptions): LoginItem {
  function write(): void {
    mkdirSync(dirname(file), { recursive: true });
    writeAtomically(file, autostartEntry({ program, args: ['--hidden'], comment: comment() }));
  }
  return {
    set: (on) => onDisk(() => (on ? write() : rmSync(file, { force: true }))),
    renew: () =>
      onDisk(() => {
        const present = readIfThere(file);
        if (isTurnedOff(present)) return 'turned-off';
        write();
        return 'renewed';
      }),
    needsApproval: () => false,
  };
}

function onDisk<T>(act: () => T): Result<T> {
  try {
    return ok(act());
  } catch (error) {
    return { ok: false, problem: problemOfDisk(error) };
  }
}

/** Empty where there is no such file. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
