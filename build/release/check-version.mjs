// `npm run check:release -- v0.1.0`: whether a tag, package.json and CHANGELOG.md agree on what is released. The release
// workflow runs it first. Without a tag it checks what must hold at any time.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { say } from '../run.mjs';
import { changelogProblems, compareVersions, readChangelog } from './changelog.mjs';

/** The name that stands in for addresses that are not there yet. Its ending can never have an owner. */
const reserved = 'ninetray.invalid';

/** What packages are made of. */
const packed = ['package.json', 'electron-builder.yml', 'app', 'renderer', 'build/package'];

/**
 * The files of packages that have an address that leads nowhere; tests and fixtures are not in a package.
 * @param {string} folder
 * @param {string[]} places files and folders in it
 * @returns {string[]}
 */
export function filesWithReservedAddress(folder = root, places = packed) {
  const files = places.flatMap((place) =>
    fs.statSync(path.join(folder, place)).isFile()
      ? [place]
      : fs.readdirSync(path.join(folder, place), { recursive: true }).map((name) => path.join(place, name)),
  );
  return files
    .filter((file) => !/\.(test|fixture)\.\w+$/.test(file) && fs.statSync(path.join(folder, file)).isFile())
    .filter((file) => fs.readFileSync(path.join(folder, file)).includes(reserved));
}

/**
 * What keeps a version from being released, as sentences; empty when nothing does.
 * @param {object} release
 * @param {{ version: string }} release.manifest package.json
 * @param {string} release.changelog
 * @param {string} [release.tag] such as `v0.1.0`; left out where nothing is being released
 * @param {string} [release.today] as `2026-12-01`
 * @param {string[]} [release.unfinished] files with an address that leads nowhere
 * @returns {string[]}
 */
export function releaseProblems({
  manifest,
  changelog,
  tag,
  today = new Date().toISOString().slice(0, 10),
  unfinished = [],
}) {
  const { version } = manifest;
  const entries = readChangelog(changelog);
  const newest = entries.find((entry) => entry.version !== 'Unreleased');
  const problems = changelogProblems(changelog).map((problem) => `CHANGELOG.md: ${problem}`);
  if (newest !== undefined && compareVersions(version, newest.version) < 0)
    problems.push(`package.json has the version ${version}, but CHANGELOG.md has ${newest.version} already.`);
  if (tag === undefined) return problems;
  return [...problems, ...tagProblems({ manifest, entries, newest, tag, today, unfinished })];
}

function tagProblems({ manifest, entries, newest, tag, today, unfinished }) {
  const { version } = manifest;
  const problems = [];
  if (tag !== `v${version}`) problems.push(`The tag is ${tag}, but package.json has the version ${version}.`);
  if (newest?.version !== version)
    problems.push(`The newest entry of CHANGELOG.md is ${newest?.version ?? 'missing'}, not ${version}.`);
  if ((newest?.date ?? '') > today) problems.push(`CHANGELOG.md says that ${version} is released on ${newest?.date}.`);
  const open = entries.find((entry) => entry.version === 'Unreleased');
  if (open !== undefined && open.text !== '')
    problems.push('CHANGELOG.md has unreleased changes: move them to the version that they are released with.');
  for (const file of unfinished) problems.push(`${file} has an address that leads nowhere yet: ${reserved}.`);
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
  const [tag] = process.argv.slice(2);
  const problems = releaseProblems({
    manifest: JSON.parse(read('package.json')),
    changelog: read('CHANGELOG.md'),
    tag,
    unfinished: filesWithReservedAddress(),
  });
  for (const problem of problems) say(problem);
  if (problems.length === 0) say('Tag, version and changelog agree.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
