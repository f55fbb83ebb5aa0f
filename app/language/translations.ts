// The words of languages other than English, as build/texts/translations.mjs writes them: <folder>/<language>.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Translation } from '../texts/texts';

const ending = '.json';

/** The languages that there are words of, BCP 47: English, and those with a file in the folder. A folder that cannot be read has none. */
export function languagesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith(ending));
    return ['en', ...files.map((name) => name.slice(0, -ending.length))];
  } catch {
    return ['en']; // Nothing was translated; English is in the bundles.
  }
}

/** The words of a language, as JSON and read. Null for English, which is in the bundles. Throws where the file is damaged. */
export function readTranslation(folder: string, language: string): { json: string; words: Translation } | null {
  if (language === 'en') return null;
  const json = readFileSync(join(folder, `${language}${ending}`), 'utf8');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the build wrote it, and the package proves that nobody else did
  return { json, words: JSON.parse(json) as Translation };
}
