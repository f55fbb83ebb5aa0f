// A release is only made of a tag, a version and a changelog that agree.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../paths.mjs';
import { filesWithReservedAddress, releaseProblems } from './check-version.mjs';

const changelog = '# Changelog\n\n## Unreleased\n\n## 0.2.0 - 2026-12-24\n\n### Added\n\n* A thing.\n';
const manifest = { version: '0.2.0' };
const release = { manifest, changelog, tag: 'v0.2.0', today: '2026-12-24' };

it('the version of this repository fits its changelog', () => {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const own = { manifest: JSON.parse(read('package.json')), changelog: read('CHANGELOG.md') };
  expect(releaseProblems(own)).toEqual([]);
});

describe('releaseProblems', () => {
  it('finds nothing when tag, version and changelog agree', () => {
    expect(releaseProblems(release)).toEqual([]);
  });

  it.each([
    ['another tag', { tag: 'v0.2.1' }, 'The tag is v0.2.1, but package.json has the version 0.2.0.'],
    ['a tag without its v', { tag: '0.2.0' }, 'The tag is 0.2.0'],
    ['an empty tag', { tag: '' }, 'The tag is , but'],
    ['a changelog without entries', { changelog: '# Changelog\n\n## Unreleased\n' }, 'CHANGELOG.md is missing, not'],
    ['a day in the future', { today: '2026-12-23' }, 'CHANGELOG.md says that 0.2.0 is released on 2026-12-24.'],
    [
      'unreleased changes',
      { changelog: changelog.replace('## Unreleased', '## Unreleased\n\n### Fixed\n\n* More.') },
      'CHANGELOG.md has unreleased changes',
    ],
    ['an address that leads nowhere', { unfinished: ['a.yml'] }, 'a.yml has an address that leads nowhere yet'],
    ['a changelog in another form', { changelog: changelog.replace('* A', 'A') }, 'CHANGELOG.md: 0.2.0: Added'],
  ])('refuses %s', (_, change, problem) => {
    expect(releaseProblems({ ...release, ...change })).toContainEqual(expect.stringContaining(problem));
  });

  it('refuses a version that is older than the newest entry, with and without a tag', () => {
    const older = { ...release, manifest: { ...manifest, version: '0.1.9' } };
    const problem = 'package.json has the version 0.1.9, but CHANGELOG.md has 0.2.0 already.';
    expect(releaseProblems(older)).toContain(problem);
    expect(releaseProblems({ manifest: older.manifest, changelog })).toEqual([problem]);
  });

  it('accepts unreleased changes and a version to come while nothing is released', () => {
    const next = changelog.replace('## Unreleased', '## Unreleased\n\n### Fixed\n\n* More.');
    expect(releaseProblems({ manifest: { ...manifest, version: '0.3.0' }, changelog: next })).toEqual([]);
  });
});

it('finds addresses that lead nowhere in all that packages are made of, and none in tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nt-reserved-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'app/inner'), { recursive: true });
  for (const name of ['app/inner/a.ts', 'app/inner/a.test.ts', 'app/a.fixture.ts', 'b.yml'])
    writeFileSync(join(folder, name), "project: 'https://ninetray.invalid/'");
  writeFileSync(join(folder, 'app/c.ts'), "project: 'https://example.com/'");
  expect(filesWithReservedAddress(folder, ['app', 'b.yml'])).toEqual(['app/inner/a.ts', 'b.yml']);
});
