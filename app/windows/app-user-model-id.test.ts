import { expect, test } from 'vitest';
import { applicationId } from '../model/application-id';
import { appUserModelId } from './app-user-model-id';

test('an installed NineTray goes by the id that its installer registers', () => {
  expect(appUserModelId(true, 'C:\\NineTray\\NineTray.exe')).toBe(applicationId);
});

test('one that runs from its sources goes by its program', () => {
  expect(appUserModelId(false, 'C:\\electron.exe')).toBe('C:\\electron.exe');
});
