import { expect, it } from 'vitest';
import { ownProgram } from './own-program';

const realPath = (path: string) => path;

it('is the AppImage’s file, not what it unpacked', () => {
  const env = { APPIMAGE: '/home/anna/NineTray-0.2.0.AppImage', APPDIR: '/tmp/.mount_NineTrX' };
  const unpacked = { platform: 'linux', execPath: '/tmp/.mount_NineTrX/ninetray', realPath } as const;
  expect(ownProgram({ ...unpacked, env })).toBe('/home/anna/NineTray-0.2.0.AppImage');
  expect(ownProgram({ ...unpacked, env: { ...env, APPDIR: '/tmp/.mount_NineTrX/' } })).toBe(env.APPIMAGE);
});

it('is the AppImage’s file where the folder is named by a link', () => {
  const env = { APPIMAGE: '/home/anna/NineTray.AppImage', APPDIR: '/tmp/.mount' };
  const linked = (path: string) => path.replace('/tmp', '/var/tmp');
  expect(ownProgram({ platform: 'linux', execPath: '/var/tmp/.mount/ninetray', env, realPath: linked })).toBe(
    env.APPIMAGE,
  );
});

it('is the running program where the environment is another AppImage’s, which started it', () => {
  const env = { APPIMAGE: '/home/anna/Terminal.AppImage', APPDIR: '/tmp/.mount_Termin' };
  const installed = { platform: 'linux', execPath: '/opt/NineTray/ninetray', env } as const;
  expect(ownProgram({ ...installed, realPath })).toBe('/opt/NineTray/ninetray');
  const gone = () => {
    throw new Error('ENOENT');
  };
  expect(ownProgram({ ...installed, realPath: gone })).toBe('/opt/NineTray/ninetray');
  expect(ownProgram({ ...installed, env: {}, realPath })).toBe('/opt/NineTray/ninetray');
});

it('is the portable program’s file on Windows, and not that of another one that started an installed NineTray', () => {
  const env = { PORTABLE_EXECUTABLE_FILE: 'E:\\NineTray-portable.exe', TEMP: 'C:\\Users\\A\\AppData\\Local\\Temp' };
  const at = (execPath: string) => ownProgram({ platform: 'win32', execPath, env, realPath });
  expect(at(`${env.TEMP}\\nsx1\\app\\NineTray.exe`)).toBe('E:\\NineTray-portable.exe');
  const installed = 'C:\\Users\\A\\AppData\\Local\\Programs\\NineTray\\NineTray.exe';
  expect(at(installed)).toBe(installed);
});

it('is the running program on macOS', () => {
  const execPath = '/Applications/NineTray.app/Contents/MacOS/NineTray';
  expect(ownProgram({ platform: 'darwin', execPath, env: { APPDIR: '/Applications' }, realPath })).toBe(execPath);
});
