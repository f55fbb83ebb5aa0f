// Imported first, it gives a test the accented language: screens are found by their names in it.
import { setTextLanguage } from '../../app/texts/texts';
import { pseudoTranslation } from '../../build/texts/translations.mjs';

setTextLanguage('en-US', pseudoTranslation('en-XA'));

/** The environment of an application in that language (docs/decisions/026-language.md). */
export const env = { LANG: 'en_XA' };
