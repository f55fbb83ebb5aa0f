import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appUserModelId, installedId } from './app-user-model-id';

test('an installed NineTray goes by the id that its installer registers', () => {
  const built = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');
  expect(/^appId: (.+)$/m.exec(built)?.[1]).toBe(installedId);
  expect(appUserModelId(true, 'C:\\NineTray\\NineTray.exe')).toBe(installedId);
});

test('one that runs from its sources goes by its program', () => {
  expect(appUserModelId(false, 'C:\\electron.exe')).toBe('C:\\electron.exe');
});
