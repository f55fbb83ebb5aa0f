import { afterEach, expect, it } from 'vitest';
import { setTextLanguage } from '../texts/texts';
import { wordsForApiCheck, wordsForList } from './file-words';

const noon = new Date(2026, 10, 28, 12).getTime();

afterEach(() => setTextLanguage('en-US'));

it('suggests a name with the day for a list and for the API check', () => {
  expect(wordsForList('subAccounts', noon).fileName).toContain('2026-11-28');
  expect(wordsForApiCheck(noon).fileName).toContain('2026-11-28');
});

it('names the file of a list in English in every language, and the dialog in the language of the windows', () => {
  const { fileName } = wordsForList('subAccounts', noon);
  setTextLanguage('de-DE', { lists: { 'subAccounts.title': 'Unterkonten' } });
  expect(wordsForList('subAccounts', noon)).toMatchObject({ fileName, title: expect.stringContaining('Unterkonten') });
});
