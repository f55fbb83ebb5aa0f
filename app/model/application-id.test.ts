import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { applicationId } from './application-id';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const manifest: Record<string, unknown> = JSON.parse(read('package.json'));
const builder: { appId: string; productName: string; linux: Record<string, unknown> } = parse(
  read('electron-builder.yml'),
);

it('is what installers register, and the base of the name of the installed menu entry', () => {
  expect(builder.appId).toBe(applicationId);
  expect(manifest['desktopName']).toBe(`${applicationId}.desktop`);
  // Without it the entry is named after the executable.
  expect(builder.linux['syncDesktopName']).toBe(true);
});

it('is the class of the windows in the menu entry, which is Electron’s too', () => {
  const { entry } = builder.linux['desktop'] as { entry: Record<string, string> };
  // electron-builder writes it from desktopName, as Electron does; an own value could only differ.
  expect(entry).not.toHaveProperty('StartupWMClass');
});

it('leaves the profile folder and the name in the keyring alone, which are the product name', () => {
  expect(manifest['productName']).toBe('NineTray');
  expect(builder.productName).toBe('NineTray');
});
