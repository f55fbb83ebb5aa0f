// Starts the keyring helper (this application again, doing nothing else), and is the helper when started so.
// The helper must show nothing, take no lock, store no file, and end with its parent. Delete it with the fallback to Electron 33.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import type { KeyringHelper } from '../key/keyring/keyring';
import { createKeyringHelper, serveKeyringHelper } from './keyring-helper';
import { KEYRING_HELPER_SWITCH } from './keyring-helper-switch';
import { electronSafeStorage } from './safe-storage.electron';

// Switches of this process that decide which keyring is used, or whether Electron starts at all.
const HANDED_ON = ['password-store', 'no-sandbox', 'ozone-platform', 'ozone-platform-hint'];

/** Starts a helper, for keyring.ts. */
export function startKeyringHelper(): KeyringHelper {
  const place = app.isPackaged ? [] : [app.getAppPath()];
  // A folder of its own, since two processes must not share a profile. The keyring knows the application by its name alone.
  const folder = `--user-data-dir=${join(app.getPath('userData'), 'keyring-helper')}`;
  const helper = spawn(process.execPath, [...place, KEYRING_HELPER_SWITCH, folder, ...handedOn()], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const kill = (): void => void helper.kill('SIGKILL');
  process.once('exit', kill);
  helper.once('exit', () => process.removeListener('exit', kill));
  return createKeyringHelper(helper, () => electronSafeStorage().backend());
}

function handedOn(): string[] {
  return HANDED_ON.filter((name) => app.commandLine.hasSwitch(name)).map((name) => {
    const value = app.commandLine.getSwitchValue(name);
    return value === '' ? `--${name}` : `--${name}=${value}`;
  });
}

/** The whole life of a helper. Call it before anything else of the application, instead of all else. */
export async function runKeyringHelper(): Promise<void> {
  app.commandLine.appendSwitch('disable-gpu');
  await app.whenReady();
  await serveKeyringHelper(process.stdin, process.stdout, electronSafeStorage());
  app.quit();
}
