import { expect, it } from 'vitest';
import { lintianTags, rpmlintTags, tagProblems } from './tools.mjs';

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

it('reports tags that are not accepted, and accepted ones that are gone', () => {
  const found = [
    { tag: 'a', line: 'E: x: a' },
    { tag: 'b', line: 'W: x: b' },
  ];
  expect(tagProblems([...found, ...found], { a: 'because' })).toEqual(['W: x: b']);
  expect(tagProblems(found, { a: 'because', b: 'because', c: 'because' })[0]).toContain('c is accepted');
});
