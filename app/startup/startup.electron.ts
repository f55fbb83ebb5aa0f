// The first lines of main: removes what a release must not inherit, and decides whether and as what this process
// starts.
import { readlinkSync } from 'node:fs';
import { app, dialog } from 'electron';
import { readArguments } from '../cli/arguments';
import { KEYRING_HELPER_SWITCH, mayBeKeyringHelper } from '../electron-33/keyring-helper-switch';
import { electronSafeStorage } from '../electron-33/safe-storage.electron';
import { refusedText, startupTexts } from '../texts/startup';
import { unwantedVariables } from './environment';
import { refusedSwitches } from './switches';

/**
 * Judges this start, before `ready` and before any key is read. `own`: the arguments after the program's name. For `refused` the reason
 * has been shown, and the process is about to exit with 1. In development every switch and variable stays: tests and tools need them.
 */
export function judgeStart(own: readonly string[]): 'application' | 'keyring-helper' | 'refused' {
  if (app.isPackaged) for (const name of unwantedVariables(process.env)) Reflect.deleteProperty(process.env, name);
  const isHelper = own.includes(KEYRING_HELPER_SWITCH) && mayBeHelper();
  const others = isHelper ? own.filter((argument) => argument !== KEYRING_HELPER_SWITCH) : own;
  const refused = app.isPackaged
    ? refusedSwitches(others, process.platform)
    : others.filter((argument) => argument === KEYRING_HELPER_SWITCH);
  if (refused.length > 0) {
    // A mistyped switch of ours has a better explanation there, and is as far from the key.
    if (readArguments(own).kind === 'wrong') return 'application';
    refuse(refusedText(refused), readArguments(own).kind === 'desktop');
    return 'refused';
  }
  return isHelper ? 'keyring-helper' : 'application';
}

function refuse(text: string, isDesktop: boolean): void {
  process.stderr.write(`${text}\n`);
  // Before `ready` Linux has no such box.
  if (isDesktop && process.platform !== 'linux') dialog.showErrorBox(startupTexts.refusedTitle, text);
  app.exit(1);
}

function mayBeHelper(): boolean {
  return mayBeKeyringHelper({
    platform: process.platform,
    blocking: electronSafeStorage().blocking,
    program: programOf('self'),
    parentProgram: programOf(String(process.ppid)),
  });
}

function programOf(process: string): string | null {
  try {
    return readlinkSync(`/proc/${process}/exe`);
  } catch {
    // Not Linux, or a process of another user: not NineTray of this user.
    return null;
  }
}
