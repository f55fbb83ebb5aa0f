// Where the licences are in this installation. Loaded when the user asks for them.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { builtPath } from '../process/build-paths.electron';
import { createLicenses, type Licenses } from './licenses';

/** The folder with Electron's own files: beside its program; in a macOS package in Resources, in an unpacked Electron beside the bundle. */
function electronFolder(): string {
  if (process.platform !== 'darwin') return dirname(process.execPath);
  return app.isPackaged ? process.resourcesPath : join(dirname(process.execPath), '../../..');
}

/** The licences of this installation. */
export function openLicenses(log: (event: string) => void): Licenses {
  const electron = electronFolder();
  return createLicenses({
    files: {
      ninetray: join(app.getAppPath(), 'LICENSE'),
      libraries: builtPath('licenses.json'),
      // electron-builder renames it.
      electron: join(electron, app.isPackaged ? 'LICENSE.electron.txt' : 'LICENSE'),
      chromium: join(electron, 'LICENSES.chromium.html'),
    },
    read: (file) => readFile(file, 'utf8'),
    versions: { ninetray: app.getVersion(), electron: process.versions.electron, chromium: process.versions.chrome },
    log,
  });
}
