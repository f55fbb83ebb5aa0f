// Where the texts of the licences are, by how NineTray runs. Pure.
import { dirname, join } from 'node:path';

/** Absolute paths. */
export interface LicenseFiles {
  ninetray: string;
  /** What `build/licenses/licenses.mjs` wrote. */
  libraries: string;
  electron: string;
  chromium: string;
}

export interface Installation {
  platform: NodeJS.Platform;
  isPackaged: boolean;
  /** The program. */
  execPath: string;
  resourcesPath: string;
  /** The folder (or archive) of the application. */
  appPath: string;
}

/** Electron's own are beside its program; on macOS in Resources of a package, else beside the bundle. electron-builder renames one. */
export function licenseFiles({ platform, isPackaged, execPath, resourcesPath, appPath }: Installation): LicenseFiles {
  const program = dirname(execPath);
  const electron = platform !== 'darwin' ? program : isPackaged ? resourcesPath : join(program, '../../..');
  return {
    ninetray: isPackaged ? join(resourcesPath, 'LICENSE.txt') : join(appPath, 'LICENSE'),
    libraries: join(appPath, 'out/licenses.json'),
    electron: join(electron, isPackaged ? 'LICENSE.electron.txt' : 'LICENSE'),
    chromium: join(electron, 'LICENSES.chromium.html'),
  };
}
