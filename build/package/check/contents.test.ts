import { describe, expect, it } from 'vitest';
import { unexpectedInAsar, unexpectedInResources } from './contents.mjs';

describe('a package', () => {
  it('has what NineTray needs', () => {
    const files = [
      'package.json',
      'out/licenses.json',
      'out/main/main.electron.js',
      'out/main/chunks/address.electron-DQGeoAz4.js',
      'out/preload/preload.cjs',
      'out/renderer/popover/popover.html',
      'out/renderer/assets/Menu-DnDFb_JA.css',
      'out/renderer/assets/View-BrzOPuH1.js',
      'out/icons/tray/linux/attention-light-22.png',
      'out/icons/app/256x256.png',
      'out/texts/zh-Hans.json',
    ];
    expect(unexpectedInAsar(files)).toEqual([]);
    expect(unexpectedInResources(['app.asar', 'bin/ninetray', 'apparmor-profile', 'LICENSE.txt'])).toEqual([]);
  });

  it.each([
    'out/main/main.electron.js.map',
    'out/main/chunks/a.test.js',
    'out/testing/demo.js',
    'out/texts/en-XA.json',
    'out/renderer/popover/account.html',
    'node_modules/react/index.js',
    'app/main.electron.ts',
    '.env',
    // Icons of other systems.
    'out/icons/tray/win32/attention-light@1.25x.png',
    'out/icons/app/icon.ico',
    // It is beside the asar.
    'LICENSE',
    'out/main/chunks/../../secret.js',
  ])('has no %s', (file) => {
    expect(unexpectedInAsar([file])).toEqual([`in the asar, but not in the list: ${file}`]);
  });

  it('has nothing more beside the asar', () => {
    expect(unexpectedInResources(['default_app.asar', 'app/main.js'])).toHaveLength(2);
  });
});
