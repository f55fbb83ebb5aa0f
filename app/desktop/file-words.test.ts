import { expect, it } from 'vitest';
import { wordsForApiCheck, wordsForList } from './file-words';

const noon = new Date(2026, 10, 28, 12).getTime();

it('suggests a name with the day for a list and for the API check', () => {
  expect(wordsForList('subAccounts', noon).fileName).toContain('2026-11-28');
  expect(wordsForApiCheck(noon).fileName).toContain('2026-11-28');
});
