// The languages NineTray is written in.

/** Those that have every word: the settings offer them. BCP 47. */
export const completeLanguages = ['en', 'vi', 'zh-Hans', 'ru'] as const;

/** Those of them that no native speaker has approved yet: the settings say so. */
export const unreviewedLanguages: ReadonlySet<string> = new Set(['vi', 'zh-Hans', 'ru']);

/** The setting: the system's own choice, or one of these. */
export const languageChoices = ['system', ...completeLanguages] as const;

export type LanguageChoice = (typeof languageChoices)[number];
