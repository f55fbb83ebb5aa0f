// Checks that a release has a file of each kind for each system: node build/release/files.mjs FOLDER
import fs from 'node:fs';
import { say } from '../run.mjs';

/** How many files end in what: x64 and arm64, but one for all of macOS. Windows has an installer and a portable program. */
const expected = { deb: 2, rpm: 2, AppImage: 2, 'tar.gz': 2, dmg: 1, zip: 1, exe: 4, 'cdx.json': 1 };

/**
 * What is missing or too much, as sentences; empty when nothing is.
 * @param {string[]} names
 * @returns {string[]}
 */
export function fileProblems(names) {
  const endings = Object.entries(expected);
  const unknown = names.filter((name) => !endings.some(([ending]) => name.endsWith(`.${ending}`)));
  const counted = endings.map(([ending, count]) => ({
    ending,
    count,
    found: names.filter((name) => name.endsWith(`.${ending}`)),
  }));
  return [
    ...unknown.map((name) => `${name} is no file of a release`),
    ...counted
      .filter(({ count, found }) => found.length !== count)
      .map(({ ending, count, found }) => `expected ${count} .${ending}, found ${found.join(', ') || 'none'}`),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Which folder?');
  const problems = fileProblems(fs.readdirSync(folder));
  for (const problem of problems) say(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
