// The check of the message catalogues: rules for each message, types that are up to date, and no message that nothing uses.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { languages, readCatalogues } from './catalogue.mjs';
import { isFresh } from './generate-texts.mjs';
import { catalogueProblems, translationProblems } from './text-rules.mjs';

/** The text of all code that may use a message. */
function code() {
  const files = ['app', 'renderer', 'build'].flatMap((folder) =>
    fs.readdirSync(path.join(root, folder), { recursive: true }).map((name) => path.join(root, folder, name)),
  );
  const sources = files.filter(
    (name) => /\.(ts|tsx|mjs)$/.test(name) && !/\.(test|fixture|generated)\.tsx?$/.test(name),
  );
  return sources.map((name) => fs.readFileSync(name, 'utf8')).join('\n');
}

/**
 * The messages whose name occurs nowhere in the code.
 * @param {import('./catalogue.mjs').Catalogue} catalogue
 * @param {ReadonlySet<string>} names all names in the code
 */
export function unused(catalogue, names) {
  return Object.keys(catalogue).filter((id) => !id.split('.').every((step) => names.has(step)));
}

export const namesIn = (text) =>
  new Set(text.match(/[A-Za-z_$][\w$-]*/g)?.flatMap((word) => [word, ...word.split('-')]));

function check() {
  const english = readCatalogues('en');
  const names = namesIn(code());
  const problems = isFresh() ? [] : ['app/texts/messages.generated.ts is stale: npm run generate:texts'];
  for (const [area, catalogue] of Object.entries(english)) {
    problems.push(...unused(catalogue, names).map((id) => `en/${area}: ${id} is used nowhere`));
  }
  for (const language of languages()) {
    const catalogues = readCatalogues(language);
    for (const [area, catalogue] of Object.entries(english)) {
      const own = catalogues[area] ?? {};
      const found = catalogueProblems(own, language, catalogue);
      if (language !== 'en') found.push(...translationProblems(catalogue, own));
      problems.push(...found.map((problem) => `${language}/${area}: ${problem}`));
    }
  }
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  const problems = check();
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'No problems in the texts.' : `${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
