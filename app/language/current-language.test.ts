import { expect, it } from 'vitest';
import type { LanguageChoice } from '../model/language';
import { currentLanguage } from './current-language';
import { chooseLanguage, type Language } from './language';

it('the language is chosen at the start, and stays the same object while the setting leads to the same language', () => {
  const system = { preferred: ['de-DE'], locale: 'de-DE' };
  const chosen: Language[] = [];
  let choice: LanguageChoice = 'system';
  const language = currentLanguage({
    languages: ['en'],
    system,
    setting: () => choice,
    onChosen: (next) => chosen.push(next),
  });
  const first = language();
  expect(first).toEqual(chooseLanguage({ languages: ['en'], choice, system }));
  choice = 'en';
  expect(language()).toBe(first);
  expect(chosen).toEqual([first]);
});
