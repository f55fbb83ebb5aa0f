// NineTray without Chromium's sandbox: what a page manages to run could then read the key. It needs the user's
// agreement before it reads a key or opens a window. The question is a system dialog, since a page would itself run
// without the sandbox.
import { app, dialog } from 'electron';
import { createProfileFiles } from '../settings/files/profile-files';
import { openSettings, readSettings } from '../settings/settings';
import { startupTexts as texts } from '../texts/startup';

/** Whether the user agreed to it earlier. */
export function isAgreed(): boolean {
  return readSettings(profileFiles()).runWithoutSandbox;
}

/** Whether the user agrees, now or earlier; a new agreement is stored in settings.json. After `ready`. */
export async function isAgreedOrAsk(): Promise<boolean> {
  if (isAgreed()) return true;
  // Nothing else runs yet. After the other kind of box, Electron 33 does not come back to Node's own work until something happens.
  const response = dialog.showMessageBoxSync({
    type: 'warning',
    message: texts.noSandboxTitle,
    detail: texts.noSandboxMeaning,
    buttons: [texts.quit, texts.continueWithoutSandbox],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return false;
  // What cannot be written counts for this start, and the next one asks again.
  openSettings({ files: profileFiles(), now: Date.now }).change({ runWithoutSandbox: true });
  return true;
}

function profileFiles() {
  return createProfileFiles(app.getPath('userData'));
}
