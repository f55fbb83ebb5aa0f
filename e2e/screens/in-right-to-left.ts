// Imported first, it gives a test the language that reads from right to left: screens are found by their names in it.
import { setTextLanguage } from '../../app/texts/texts';
import { pseudoTranslation } from '../../build/texts/translations.mjs';

setTextLanguage('ar', pseudoTranslation('ar-XB'));

/** The environment of an application in that language (docs/decisions/026-language.md). */
export const env = { LANG: 'ar_XB' };
