// The licences of this installation. Loaded when the user asks for them.
import { readFile } from 'node:fs/promises';
import { app } from 'electron';
import { licenseFiles } from './license-files';
import { createLicenses, type Licenses } from './licenses';

/** The licences of this installation. */
export function openLicenses(log: (event: string) => void): Licenses {
  const { platform, execPath, resourcesPath, versions } = process;
  return createLicenses({
    files: licenseFiles({ platform, isPackaged: app.isPackaged, execPath, resourcesPath, appPath: app.getAppPath() }),
    read: (file) => readFile(file, 'utf8'),
    versions: { ninetray: app.getVersion(), electron: versions.electron, chromium: versions.chrome },
    log,
  });
}
