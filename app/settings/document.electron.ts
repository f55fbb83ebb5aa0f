// Opens the profile folder with the real electron-store, loaded when it is first needed.
// Must not decide anything: what is read, kept or recovered is for document.ts.
import { app, ipcMain } from 'electron';
import { createProfileFiles, type ProfileFiles } from './profile-files';

/** The files of one profile folder, such as `app.getPath('userData')`. Loads nothing until `load()` or the first write. */
export function openProfileFiles(directory: string): ProfileFiles {
  return createProfileFiles(directory, async () => {
    const { default: ElectronStore } = await import('electron-store');
    // A package under it (when-exit 2) takes these signals from Electron and dies of them at once: no before-quit at the end
    // of a desktop session. With a listener beside its own the application quits as it should. Remove when it lets go.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit());
    return (options) => {
      const store = new ElectronStore<Record<string, unknown>>(options);
      // It opens a channel for windows that hold a store of their own; ours hold none, and the contract is the only way in.
      ipcMain.removeAllListeners('electron-store-get-data');
      return store;
    };
  });
}
