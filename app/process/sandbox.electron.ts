import { app } from 'electron';

/** Whether Chromium's sandbox is on. ELECTRON_DISABLE_SANDBOX adds the same switch. Root in development counts as on: it has no other way. */
export function hasSandbox(): boolean {
  const isRootInDevelopment = !app.isPackaged && process.getuid?.() === 0;
  return isRootInDevelopment || !app.commandLine.hasSwitch('no-sandbox');
}
