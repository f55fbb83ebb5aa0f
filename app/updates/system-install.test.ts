import { expect, it } from 'vitest';
import { isOfSystem } from './system-install';

const deb = { platform: 'linux', isPackaged: true, executable: '/opt/NineTray/ninetray', appImage: undefined } as const;

it('a deb or rpm belongs to the package manager, and nothing else does', () => {
  expect(isOfSystem(deb)).toBe(true);
  expect(isOfSystem({ ...deb, executable: '/usr/lib/ninetray/ninetray' })).toBe(true);
  for (const other of [
    { platform: 'darwin' },
    { platform: 'win32' },
    { isPackaged: false },
    { appImage: '/opt/NineTray.AppImage' },
    { executable: '/home/anna/NineTray/ninetray' },
    { executable: '/usr/local/NineTray/ninetray' },
  ] as const)
    expect([other, isOfSystem({ ...deb, ...other })]).toEqual([other, false]);
});
