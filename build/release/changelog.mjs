// Reads CHANGELOG.md, whose form is that of Keep a Changelog 1.1.0, and finds what does not fit that form.

/** The groups of a version, in the order in which they stand. */
const groups = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
const lineLimit = 120;

/**
 * @typedef {object} Entry
 * @property {string} version such as `0.1.0`, or `Unreleased`
 * @property {string | null} date as `2026-12-01`; null for what is not released
 * @property {boolean} isLink whether the version is written in brackets, as a link
 * @property {string[]} groups
 * @property {string} text everything below the heading, without spaces at its ends
 */

/**
 * The entries of a changelog as they stand, newest first.
 * @param {string} text
 * @returns {Entry[]}
 */
export function readChangelog(text) {
  const body = text.replaceAll(/^\[[^\]]+\]: .*$/gm, '');
  return body
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const [, open = '', version = heading, date = null] =
        /^(\[?)(Unreleased|\d+\.\d+\.\d+)\]?(?: - (.+))?$/.exec(heading) ?? [];
      const names = lines.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
      return { version, date, isLink: open !== '', groups: names, text: lines.join('\n').trim() };
    });
}

/** Negative when `a` is the older version. */
export function compareVersions(a, b) {
  const numbers = (version) => version.split('.').map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  const at = left.findIndex((number, index) => number !== right[index]);
  return at < 0 ? 0 : left[at] - right[at];
}

function isVersion(text) {
  return /^\d+\.\d+\.\d+$/.test(text);
}

/** Whether a text such as `2026-02-30` is a day that exists. */
function isDay(text) {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function entryProblems({ version, date, groups: names, text }) {
  const problems = [];
  if (version === 'Unreleased' && date !== null) problems.push('Unreleased has a date');
  if (version !== 'Unreleased' && !isVersion(version)) problems.push(`"${version}" is no version`);
  else if (version !== 'Unreleased' && !isDay(date ?? '')) problems.push(`${version} needs a date as in 2026-12-01`);
  const known = groups.filter((name) => names.includes(name));
  for (const name of names) if (!groups.includes(name)) problems.push(`${version}: "${name}" is no group`);
  if (new Set(names).size < names.length) problems.push(`${version}: a group stands twice`);
  else if (names.filter((name) => groups.includes(name)).join() !== known.join())
    problems.push(`${version}: the groups are not in the order ${groups.join(', ')}`);
  for (const part of text.split(/^### /m).slice(1)) {
    const [name, ...lines] = part.split('\n');
    if (!lines.some((line) => /^\* \S/.test(line))) problems.push(`${version}: ${name} has no item`);
  }
  if (version !== 'Unreleased' && names.length === 0) problems.push(`${version} says nothing`);
  return problems;
}

function orderProblems(entries) {
  const problems = [];
  if (entries.findIndex(({ version }) => version === 'Unreleased') > 0) problems.push('Unreleased is not on top');
  const released = entries.filter(({ version }) => isVersion(version));
  for (const [at, { version, date }] of released.entries()) {
    const older = released[at + 1];
    if (older === undefined) continue;
    if (!(compareVersions(version, older.version) > 0)) problems.push(`${version} is not newer than ${older.version}`);
    if ((date ?? '') < (older.date ?? '')) problems.push(`${version} has an earlier date than ${older.version}`);
  }
  return problems;
}

/** A version in brackets needs its address at the end of the file, and an address there needs its version. */
function linkProblems(text, entries) {
  const defined = [...text.matchAll(/^\[([^\]]+)\]: (.*)$/gm)].map(([, name, address]) => ({ name, address }));
  const linked = entries.filter(({ isLink }) => isLink).map(({ version }) => version);
  return [
    ...linked
      .filter((version) => !defined.some(({ name }) => name === version))
      .map((version) => `${version} is in brackets, but has no address at the end of the file`),
    ...defined
      .filter(({ name }) => !linked.includes(name))
      .map(({ name }) => `the address of ${name} belongs to no version in brackets`),
    ...defined
      .filter(({ address }) => !/^https:\/\/\S+$/.test(address))
      .map(({ name }) => `the address of ${name} is not https`),
  ];
}

/**
 * What is wrong with a changelog, as sentences; empty when nothing is.
 * @param {string} text
 * @returns {string[]}
 */
export function changelogProblems(text) {
  const entries = readChangelog(text);
  const lines = text.split('\n');
  const long = lines.flatMap((line, at) => (line.length > lineLimit && !/^\[[^\]]+\]: /.test(line) ? [at + 1] : []));
  return [
    ...(lines[0] === '# Changelog' ? [] : ['the first line is not "# Changelog"']),
    ...(entries.length === 0 ? ['there is no entry'] : []),
    ...entries.flatMap(entryProblems),
    ...orderProblems(entries),
    ...linkProblems(text, entries),
    ...long.map((number) => `line ${number} is longer than ${lineLimit} columns`),
  ];
}
