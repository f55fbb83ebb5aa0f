// The languages NineTray is written in.

/** Those that have every word: the settings offer them, and the system's choice is taken from them. BCP 47. */
export const completeLanguages = ['en'] as const;

export type CompleteLanguage = (typeof completeLanguages)[number];

/** The setting: the system's own choice, or one of these. */
export const languageChoices = ['system', ...completeLanguages] as const;

export type LanguageChoice = (typeof languageChoices)[number];
