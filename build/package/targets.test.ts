// What packages a release has, as electron-builder.yml asks for them. Those for Windows and macOS cannot be made on Linux.
import { readFileSync } from 'node:fs';
import path, { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { trayIcon, trayIconFile, type TrayPlatform } from '../../app/tray/icon';
import { windowIconFile } from '../../app/windows/page/window-icon';
import { root } from '../paths.mjs';

const builder: Record<string, Record<string, unknown>> = parse(
  readFileSync(join(root, 'electron-builder.yml'), 'utf8'),
);

it('are four for Linux; the AppImage with the toolset that neither needs FUSE 2 nor turns the sandbox off', () => {
  expect(builder['linux']?.['target']).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz']);
  expect(builder['toolsets']).toEqual({ appimage: '1.0.3' });
});

it('give the deb and the rpm the same scripts, AppArmor profile and documents', () => {
  for (const name of ['afterInstall', 'afterRemove', 'appArmorProfile'])
    expect(builder['deb']?.[name]).toBe(builder['rpm']?.[name]);
  const documents = ({ fpm }: Record<string, unknown> = {}) =>
    (fpm as string[]).filter((one) => !one.startsWith('--') && !one.startsWith('CHANGELOG'));
  expect(documents(builder['rpm'])).toEqual(documents(builder['deb']));
});

it('install for one user on Windows, for both processors, and leave the profile when they are removed', () => {
  const both = ['x64', 'arm64'];
  expect(builder['win']?.['target']).toEqual([
    { target: 'nsis', arch: both },
    { target: 'portable', arch: both },
  ]);
  expect(builder['nsis']).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
});

it('are universal on macOS, with the hardened runtime, and notarised', () => {
  expect(builder['mac']?.['target']).toEqual([
    { target: 'dmg', arch: 'universal' },
    { target: 'zip', arch: 'universal' },
  ]);
  expect(builder['mac']).toMatchObject({ hardenedRuntime: true, notarize: true });
});

it.each<[string, TrayPlatform]>([
  ['linux', 'linux'],
  ['win', 'win32'],
  ['mac', 'darwin'],
])('have the icons that %s shows, and no others', (name, platform) => {
  const folder = path.posix.dirname(trayIconFile(trayIcon('fine', platform, true), platform, 1));
  const window = windowIconFile(platform);
  const wanted = [`out/icons/${folder}/**`, ...(window === null ? [] : [`out/icons/${window}`])];
  expect(builder[name]?.['files']).toEqual(wanted);
  const ofAll = builder['files'] as unknown as string[];
  expect(ofAll.filter((pattern) => pattern.startsWith('out/icons'))).toEqual([]);
});
