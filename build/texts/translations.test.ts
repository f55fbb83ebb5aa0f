import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { completeLanguages } from '../../app/model/language';
import { root } from '../paths.mjs';
import { languages, readCatalogues } from './catalogue.mjs';
import { writeTranslations } from './translations.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-translations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('the languages that the settings offer are those that have catalogues', () => {
  expect([...completeLanguages].toSorted()).toEqual(languages().toSorted());
});

it('a build has each language but English, and the pseudo-languages, in place of what was there', () => {
  writeFileSync(join(folder, 'xx.json'), '{}');
  writeTranslations(folder);
  const translated = languages().filter((language) => language !== 'en');
  expect(readdirSync(folder).toSorted()).toEqual([
    'ar-XB.json',
    'en-XA.json',
    ...translated.map((one) => `${one}.json`),
  ]);
  const accented: unknown = JSON.parse(readFileSync(join(folder, 'en-XA.json'), 'utf8'));
  expect(Object.keys(Object(accented))).toEqual(Object.keys(readCatalogues('en')));
});

it('a package has no pseudo-language', () => {
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain('!out/texts/*-X[AB].json');
});
