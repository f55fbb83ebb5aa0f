import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../app/windows/page/page';
import { pageProblems, policyProblems } from './pages.mjs';

const page = (head: string) => `<!doctype html><html lang="en"><head>${head}<!--snapshot--></head></html>`;
// What a comment names is not in the page.
const comment = '<!-- <style> is forbidden -->';
const script = '<script type="module" crossorigin src="../assets/popover-8.js"></script>';

it('a page loads only files of the package', () => {
  expect(pageProblems(page(`${comment}${script}<link rel="stylesheet" href="../assets/a.css">`))).toEqual([]);
});

it.each([
  '<script>alert(1)</script>',
  '<script type="module" src="https://example.org/a.js"></script>',
  '<link rel="stylesheet" href="//example.org/a.css">',
  '<style>p {}</style>',
  '<p style="color: red">',
  '<p onclick="a()">',
  '<base href="/">',
  '<iframe src="../assets/a.html">',
])('a page has no %s', (tag) => {
  expect(pageProblems(page(tag))).not.toEqual([]);
});

it('a page has the place that its state is put into', () => {
  expect(pageProblems('<!doctype html><html></html>')).toEqual(['has no place for the state']);
});

it('the policy has all its parts, as the application has them', () => {
  const policy = contentSecurityPolicy(null);
  expect(policyProblems(policy)).toEqual([]);
  for (const part of policy.split('; ')) expect(policyProblems(policy.replace(part, ''))).not.toEqual([]);
});
