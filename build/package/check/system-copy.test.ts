import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addedTo, copyDifferences, makeSystemCopy } from './system-copy.mjs';

/** A copy to which a package was added, as overlayfs keeps it. */
function copyWith(add: (changes: string) => void): ReturnType<typeof addedTo> {
  const folder = mkdtempSync(join(tmpdir(), 'nt-copy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  add(join(makeSystemCopy(folder), 'changes'));
  return addedTo(folder);
}

function addProgram(changes: string): void {
  mkdirSync(join(changes, 'opt'));
  writeFileSync(join(changes, 'opt/program'), 'code');
  chmodSync(join(changes, 'opt/program'), 0o755);
  symlinkSync('/opt/program', join(changes, 'link'));
}

const differences = (one: ReturnType<typeof addedTo>, other: ReturnType<typeof addedTo>) =>
  copyDifferences(one, other, { names: ['rpm', 'deb'], allowed: ['opt/changelog'] });

it('copies with the same files do not differ, whatever databases and allowed files they have', () => {
  const other = copyWith((changes) => {
    addProgram(changes);
    mkdirSync(join(changes, 'var/lib/dpkg'), { recursive: true });
    writeFileSync(join(changes, 'var/lib/dpkg/status'), '');
    writeFileSync(join(changes, 'opt/changelog'), '');
  });
  expect(differences(copyWith(addProgram), other)).toEqual([]);
});

it.each<[string, (changes: string) => void, string]>([
  ['mode', (changes) => chmodSync(join(changes, 'opt/program'), 0o4755), '/opt/program: file 4755'],
  ['content', (changes) => writeFileSync(join(changes, 'opt/program'), 'other'), '/opt/program: file 755'],
  ['file', (changes) => writeFileSync(join(changes, 'opt/more'), ''), '/opt/more: file'],
  [
    'link',
    (changes) => {
      rmSync(join(changes, 'link'));
      symlinkSync('/opt/other', join(changes, 'link'));
    },
    '/link: link to /opt/other in the rpm, link to /opt/program in the deb',
  ],
  ['missing file', (changes) => rmSync(join(changes, 'opt/program')), '/opt/program: nothing in the rpm'],
])('another %s is a difference', (_what, change, expected) => {
  const one = copyWith((changes) => {
    addProgram(changes);
    change(changes);
  });
  const found = differences(one, copyWith(addProgram));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});
