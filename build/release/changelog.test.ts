// CHANGELOG.md has the form that the release workflow reads, and each way to break that form is found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../paths.mjs';
import { changelogProblems, compareVersions, readChangelog } from './changelog.mjs';

const good = `# Changelog

Words.

## [Unreleased]

## [0.2.0] - 2026-12-24

### Added

* A thing
  in two lines.

### Fixed

* Another.

## 0.1.0 - 2026-12-01

### Added

* The first.

[Unreleased]: https://example.com/compare/v0.2.0...HEAD
[0.2.0]: https://example.com/releases/v0.2.0
`;

it('the changelog of this repository has no problem', () => {
  expect(changelogProblems(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'))).toEqual([]);
});

describe('changelogProblems', () => {
  it('finds nothing in a changelog that keeps the form', () => {
    expect(changelogProblems(good)).toEqual([]);
  });

  it.each([
    ['# Changelog', '# Changes', 'the first line is not "# Changelog"'],
    ['0.1.0 - 2026-12-01', '0.1 - 2026-12-01', '"0.1 - 2026-12-01" is no version'],
    ['0.1.0 - 2026-12-01', '0.1.0', '0.1.0 needs a date as in 2026-12-01'],
    ['0.1.0 - 2026-12-01', '0.1.0 - 2026-11-31', '0.1.0 needs a date as in 2026-12-01'],
    ['0.1.0 - 2026-12-01', '0.1.0 - 1 December 2026', '0.1.0 needs a date as in 2026-12-01'],
    ['0.1.0 - 2026-12-01', '0.1.0 - 2026-12-25', '0.2.0 has an earlier date than 0.1.0'],
    ['0.1.0 - 2026-12-01', '0.10.0 - 2026-12-01', '0.2.0 is not newer than 0.10.0'],
    ['[Unreleased]\n', '[Unreleased] - 2026-12-25\n', 'Unreleased has a date'],
    ['### Fixed', '### Bugs', '0.2.0: "Bugs" is no group'],
    ['### Fixed', '### Added', '0.2.0: a group stands twice'],
    ['### Added\n\n* A', '### Security\n\n* A', '0.2.0: the groups are not in the order'],
    ['* Another.', 'Another.', '0.2.0: Fixed has no item'],
    ['### Added\n\n* The first.', 'The first.', '0.1.0 says nothing'],
    ['[0.2.0]: https://', '[0.2.0]: http://', 'the address of 0.2.0 is not https'],
    ['[0.2.0]: https://example.com/releases/v0.2.0', '', '0.2.0 is in brackets, but has no address'],
    ['## [0.2.0]', '## 0.2.0', 'the address of 0.2.0 belongs to no version in brackets'],
    ['Words.', 'word '.repeat(25), 'line 3 is longer than 120 columns'],
  ])('finds what is wrong when "%s" becomes "%s"', (from, to, problem) => {
    expect(good).toContain(from);
    expect(changelogProblems(good.replace(from, to))).toEqual([expect.stringContaining(problem)]);
  });

  it('finds an entry for unreleased changes below a version', () => {
    expect(changelogProblems(`${good.replace('## [Unreleased]\n', '')}\n## [Unreleased]\n`)).toContain(
      'Unreleased is not on top',
    );
  });
});

it('readChangelog gives each entry its text without the addresses at the end of the file', () => {
  expect(readChangelog(good)).toEqual([
    { version: 'Unreleased', date: null, isLink: true, groups: [], text: '' },
    expect.objectContaining({ version: '0.2.0', date: '2026-12-24', groups: ['Added', 'Fixed'] }),
    { version: '0.1.0', date: '2026-12-01', isLink: false, groups: ['Added'], text: '### Added\n\n* The first.' },
  ]);
});

it.each([
  ['0.9.0', '0.10.0', -1],
  ['1.0.0', '0.99.99', 1],
  ['0.1.0', '0.1.0', 0],
])('compareVersions puts %s and %s in order by their numbers', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
