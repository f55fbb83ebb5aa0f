import { expect, it } from 'vitest';
import { releaseNotes } from './notes.mjs';

const changelog = `# Changelog

## 0.2.0 - 2026-12-24

Two lines
of a paragraph.

### Added

* **A thing:** in
  two lines.
* Another, which
  says *more* in [a page](docs/more.md) and [elsewhere](https://example.com/)
  - and more

## 0.1.0 - 2026-12-01

### Added

* The first.
`;
const release = { changelog, version: '0.2.0', repository: 'someone/ninetray', unsigned: [] as string[] };

it('the notes have the version’s entry, without the line breaks of the file, and no other entry', () => {
  const notes = releaseNotes(release);
  expect(notes).toContain(
    'Two lines of a paragraph.\n\n### Added\n\n* **A thing:** in two lines.\n* Another, which says',
  );
  expect(notes).not.toContain('The first.');
});

it('the links of the notes lead to the files of that version, and addresses stay', () => {
  expect(releaseNotes(release)).toContain(
    '[a page](https://github.com/someone/ninetray/blob/v0.2.0/docs/more.md) and [elsewhere](https://example.com/)',
  );
});

it('the notes say how to check a download, for the repository that made it', () => {
  const notes = releaseNotes(release);
  expect(notes).toContain('sha256sum --check --ignore-missing SHA256SUMS');
  expect(notes).toContain('gh attestation verify FILE --repo someone/ninetray');
  expect(notes).toContain('https://github.com/someone/ninetray/blob/v0.2.0/docs/install.md');
});

it('the notes begin with a warning exactly when programs are not signed', () => {
  expect(releaseNotes(release)).not.toContain('Not signed');
  expect(releaseNotes({ ...release, unsigned: ['macOS', 'Windows'] })).toMatch(
    /^\*\*Not signed:\*\* the programs for macOS and Windows have/,
  );
});

it('there are no notes for a version that the changelog does not have', () => {
  expect(() => releaseNotes({ ...release, version: '0.3.0' })).toThrow('CHANGELOG.md has no entry for 0.3.0.');
});
