import { expect, it } from 'vitest';
import { type Installation, licenseFiles } from './license-files';

/** With the same slashes on every system. */
const filesOf = (installation: Installation) =>
  Object.fromEntries(
    Object.entries(licenseFiles(installation)).map(([whose, file]) => [whose, file.replaceAll('\\', '/')]),
  );

it('the licenses of a package on Linux and Windows are in resources and beside the program', () => {
  for (const platform of ['linux', 'win32'] as const)
    expect(
      filesOf({
        platform,
        isPackaged: true,
        execPath: '/opt/NineTray/ninetray',
        resourcesPath: '/opt/NineTray/resources',
        appPath: '/opt/NineTray/resources/app.asar',
      }),
    ).toEqual({
      ninetray: '/opt/NineTray/resources/LICENSE.txt',
      libraries: '/opt/NineTray/resources/app.asar/out/licenses.json',
      electron: '/opt/NineTray/LICENSE.electron.txt',
      chromium: '/opt/NineTray/LICENSES.chromium.html',
    });
});

it('the licenses of a package on macOS are all in its Resources', () => {
  const contents = '/Applications/NineTray.app/Contents';
  expect(
    filesOf({
      platform: 'darwin',
      isPackaged: true,
      execPath: `${contents}/MacOS/NineTray`,
      resourcesPath: `${contents}/Resources`,
      appPath: `${contents}/Resources/app.asar`,
    }),
  ).toEqual({
    ninetray: `${contents}/Resources/LICENSE.txt`,
    libraries: `${contents}/Resources/app.asar/out/licenses.json`,
    electron: `${contents}/Resources/LICENSE.electron.txt`,
    chromium: `${contents}/Resources/LICENSES.chromium.html`,
  });
});

it('in development they are in the repository and in Electron’s folder', () => {
  const repository = { isPackaged: false, resourcesPath: '/unused', appPath: '/home/me/ninetray' };
  expect(filesOf({ ...repository, platform: 'linux', execPath: '/cache/electron/electron' })).toEqual({
    ninetray: '/home/me/ninetray/LICENSE',
    libraries: '/home/me/ninetray/out/licenses.json',
    electron: '/cache/electron/LICENSE',
    chromium: '/cache/electron/LICENSES.chromium.html',
  });
  const bundle = '/cache/electron/Electron.app/Contents/MacOS/Electron';
  expect(filesOf({ ...repository, platform: 'darwin', execPath: bundle })).toMatchObject({
    electron: '/cache/electron/LICENSE',
  });
});
