import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { languagesIn, readTranslation } from './translations';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-texts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the languages are English and those with a file', () => {
  expect(languagesIn(join(folder, 'missing'))).toEqual(['en']);
  expect(languagesIn(folder)).toEqual(['en']);
  writeFileSync(join(folder, 'vi.json'), '{}');
  expect(languagesIn(folder)).toEqual(['en', 'vi']);
});

it('the words of a language are those of its file, and English needs none', () => {
  const json = '{"tray":{"refresh":"Làm mới"}}';
  writeFileSync(join(folder, 'vi.json'), json);
  expect(readTranslation(folder, 'vi')).toEqual({ json, words: { tray: { refresh: 'Làm mới' } } });
  expect(readTranslation(folder, 'en')).toBeNull();
});
