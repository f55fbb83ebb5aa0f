// The languages NineTray is written in.

/** Those that have every word, which a reader has approved: the settings offer them. BCP 47. */
export const completeLanguages = ['en'] as const;

/** The setting: the system's own choice, or one of these. */
export const languageChoices = ['system', ...completeLanguages] as const;

export type LanguageChoice = (typeof languageChoices)[number];
