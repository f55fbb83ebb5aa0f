// The application's language: chosen at the start, and again when the setting changes.
import type { LanguageChoice } from '../model/language';
import { chooseLanguage, type Language, type SystemLanguages } from './language';

export interface CurrentLanguageOptions {
  /** Those that there are words of, BCP 47. */
  languages: readonly string[];
  system: SystemLanguages;
  setting(): LanguageChoice;
  /** A language was chosen: at once, and with each other one. */
  onChosen(language: Language): void;
}

/** Returns what reads the language that holds now: the same object until it is another language. */
export function currentLanguage({ languages, system, setting, onChosen }: CurrentLanguageOptions): () => Language {
  let choice = setting();
  let language = chooseLanguage({ languages, choice, system });
  onChosen(language);
  return () => {
    if (choice === setting()) return language;
    choice = setting();
    const next = chooseLanguage({ languages, choice, system });
    if (next.locale !== language.locale) {
      language = next;
      onChosen(language);
    }
    return language;
  };
}
