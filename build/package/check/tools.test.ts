import { expect, it } from 'vitest';
import { entryProblems, lintianTags, rpmlintTags, tagProblems } from './tools.mjs';

it('reads the errors and warnings of lintian and rpmlint, and nothing else', () => {
  const lintian = [
    'E: ninetray: embedded-library libpng [opt/NineTray/ninetray]',
    'W: ninetray: no-manual-page [usr/bin/x]',
    'I: ninetray: a-hint',
    'N: 3 tags overridden',
  ];
  expect(lintianTags(lintian.join('\n')).map(({ tag }) => tag)).toEqual(['embedded-library', 'no-manual-page']);
  const rpmlint = [
    '============ rpmlint session starts ============',
    'ninetray.x86_64: E: no-binary',
    'ninetray.x86_64: W: no-documentation /x',
    ' 1 packages and 0 specfiles checked; 1 errors, 1 warnings',
  ];
  expect(rpmlintTags(rpmlint.join('\n')).map(({ tag }) => tag)).toEqual(['no-binary', 'no-documentation']);
});

it('finds what a menu entry lacks, and what hides it or turns the sandbox off', () => {
  const entry = '[Desktop Entry]\nExec=AppRun %U\n';
  expect(entryProblems(entry, ['Exec=AppRun %U'])).toEqual([]);
  expect(entryProblems(entry, ['StartupWMClass=a'])).toEqual(['the menu entry has no StartupWMClass=a']);
  expect(entryProblems(`${entry}TryExec=/opt/NineTray/ninetray\n`, [])).toEqual(['the menu entry has TryExec']);
  expect(entryProblems('Exec=AppRun --no-sandbox %U', [])).toEqual(['the menu entry turns the sandbox off']);
});

it('reports tags that are not accepted, and accepted ones that are gone', () => {
  const found = [
    { tag: 'a', line: 'E: x: a' },
    { tag: 'b', line: 'W: x: b' },
  ];
  expect(tagProblems([...found, ...found], { a: 'because' })).toEqual(['W: x: b']);
  expect(tagProblems(found, { a: 'because', b: 'because', c: 'because' })[0]).toContain('c is accepted');
});
