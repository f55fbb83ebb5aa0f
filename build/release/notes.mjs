// The notes of a release: its entry in CHANGELOG.md, and how to check what was downloaded. Prints them, for the release
// workflow: node build/release/notes.mjs v0.1.0
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { readChangelog } from './changelog.mjs';

/** Joins the lines of a paragraph or an item: a release's page, unlike a file, shows each line break. */
function unwrapped(text) {
  return text.replaceAll(/([^\n])\n[ \t]*(?=[^\s*#])/g, '$1 ');
}

/**
 * The notes of a version, as Markdown. Throws when the changelog has no entry for it.
 * @param {object} release
 * @param {string} release.changelog
 * @param {string} release.version such as `0.1.0`
 * @param {string} release.repository `owner/name`
 * @param {string[]} release.unsigned the systems whose programs are not signed, such as `macOS`
 */
export function releaseNotes({ changelog, version, repository, unsigned }) {
  const entry = readChangelog(changelog).find((one) => one.version === version);
  if (entry === undefined || entry.text === '') throw new Error(`CHANGELOG.md has no entry for ${version}.`);
  const files = `https://github.com/${repository}/blob/v${version}`;
  const docs = `${files}/docs`;
  // On a release's page, a link to a file of the repository leads nowhere.
  const changes = unwrapped(entry.text).replaceAll(/\]\((?!https?:)/g, `](${files}/`);
  const warning =
    unsigned.length === 0
      ? []
      : [
          `**Not signed:** the programs for ${unsigned.join(' and ')} have no signature of a developer, and the system ` +
            `warns about that. [Known issues](${docs}/known-issues.md) says what it shows.`,
        ];
  return [
    ...warning,
    changes,
    '### Check your download',
    [
      '```sh',
      'sha256sum --check --ignore-missing SHA256SUMS',
      `gh attestation verify FILE --repo ${repository}`,
      '```',
    ].join('\n'),
    `[Install, upgrade, uninstall](${docs}/install.md) has this for each system, and says what the second command proves.`,
  ].join('\n\n');
}

if (process.argv[1] === import.meta.filename) {
  const [tag = ''] = process.argv.slice(2);
  const { GITHUB_REPOSITORY: repository, UNSIGNED: unsigned } = process.env;
  if (repository === undefined) throw new Error('GITHUB_REPOSITORY is not set.');
  const changelog = fs.readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
  const systems = unsigned === 'true' ? ['macOS', 'Windows'] : [];
  console.log(releaseNotes({ changelog, version: tag.replace(/^v/, ''), repository, unsigned: systems }));
}
