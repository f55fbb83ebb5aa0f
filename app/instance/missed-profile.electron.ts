// The profile folders as Electron has them, at the very start.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { missedProfile } from './missed-profile';
import type { StartProblem } from '../model/start-problem';

/** Why the profile folder is not the right one; null when it is. */
export function profileProblem(): StartProblem | null {
  const asked = app.commandLine.getSwitchValue('user-data-dir');
  return missedProfile({ asked, usual: join(app.getPath('appData'), app.getName()), used: usedFolder() });
}

/** For a message or a text and nothing else: Chromium shows none without a folder, and must not write into that of another profile. */
export function useTemporaryProfile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-'));
  app.setPath('userData', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

function usedFolder(): string | null {
  try {
    return app.getPath('userData');
  } catch {
    return null; // Electron's "Failed to get 'userData' path"
  }
}
