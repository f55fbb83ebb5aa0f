// The compiled words of each language but English, which is in the bundles: out/texts/<language>.json, by area.
// The pseudo-languages are written with them, for tests and `LANG=en_XA npm start`; electron-builder.yml leaves them out.
import fs from 'node:fs';
import path from 'node:path';
import { languages, readCatalogues } from './catalogue.mjs';
import { pseudoLanguages, pseudoMessage } from './pseudo.mjs';
import { compileCatalogue } from './vite-plugin.mjs';

/** @param {(catalogue: import('./catalogue.mjs').Catalogue) => unknown} change */
const ofAreas = (language, change) =>
  Object.fromEntries(Object.entries(readCatalogues(language)).map(([area, catalogue]) => [area, change(catalogue)]));

/**
 * English in a pseudo-language, compiled, by area.
 * @param {keyof typeof pseudoLanguages} language
 */
export function pseudoTranslation(language) {
  return ofAreas('en', (catalogue) =>
    compileCatalogue(
      Object.fromEntries(
        Object.entries(catalogue).map(([id, { defaultMessage }]) => [
          id,
          { defaultMessage: pseudoMessage(defaultMessage, language) },
        ]),
      ),
    ),
  );
}

/** A language's own translation, compiled, by area. */
export const translation = (language) => ofAreas(language, compileCatalogue);

/** Writes them into a folder, in place of what was in it. */
export function writeTranslations(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const write = (language, words) => fs.writeFileSync(path.join(folder, `${language}.json`), JSON.stringify(words));
  for (const language of languages().filter((each) => each !== 'en')) write(language, translation(language));
  for (const language of Object.keys(pseudoLanguages)) write(language, pseudoTranslation(language));
}
