// Checks the documents: the files and tests they name exist, so that a table of proofs cannot rot, and lines are short.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './paths.mjs';
import { namedTests } from './named-tests.mjs';

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  ...pages.map((page) => join('docs', page)),
];

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Files of the repository that a page names in code type: those with a folder and an ending. */
function namedFiles(text: string): string[] {
  const files = text.matchAll(/`((?:app|build|e2e|renderer|bench|docs)\/[\w./-]+\.\w+)`/g);
  return [...files].map(([, file = '']) => file);
}

describe('docs/security.md', () => {
  const text = read('docs/security.md');
  const tests = namedTests(text);

  it('names a test for each rule and each promise', () => {
    expect(tests.length).toBeGreaterThan(30);
    const rules = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rules.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const line of rules) {
      const proof = line.split('|').at(-2) ?? '';
      const rule = /^\s*as (\d+)\s*$/.exec(proof)?.[1];
      const other = rules.find((one) => one.startsWith(`| ${rule} |`)) ?? '';
      expect([line, namedTests(rule === undefined ? proof : other)]).not.toEqual([line, []]);
    }
  });

  it.each(tests)('names a test that exists: $file "$name"', ({ file, name }) => {
    const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const code = existsSync(join(root, file)) ? read(file) : '';
    expect(code).toMatch(new RegExp(`(\\bit|\\btest|\\))\\(\\s*(['"])${literal}\\2`));
  });

  it('names the Electron that package.json pins, exactly', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(text).toContain(`${devDependencies['electron']}, pinned exactly`);
  });
});

it.each(documents)('%s points to files that exist', (page) => {
  const text = read(page);
  const missing = namedFiles(text).filter((file) => !existsSync(join(root, file)));
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => !existsSync(join(root, page, '..', link)));
  expect([...missing, ...broken]).toEqual([]);
});

it('docs/pictures has the pictures that the README and docs/ show, no others, and few bytes of them', () => {
  const texts = ['README.md', ...pages.map((page) => join('docs', page))].map(read);
  const shown = texts.flatMap((text) => [...text.matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name = '']) => name));
  const stored = readdirSync(join(root, 'docs/pictures'));
  expect(stored.toSorted()).toEqual([...new Set(shown)].toSorted());
  const bytes = stored.reduce((sum, name) => sum + statSync(join(root, 'docs/pictures', name)).size, 0);
  expect(bytes).toBeLessThan(3_000_000);
});

/** Lines over 120 columns, except in tables and code blocks, and except a link or address that has its line to itself. */
function longLines(text: string): string[] {
  const prose = text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').split('\n');
  const isLink = (line: string) => /^\s*(?:[*-] |\d+\. )?(?:\[[^\]]*\]\([^)]*\)|https?:\S+)\S*$/.test(line);
  return prose.filter((line) => line.length > 120 && !line.startsWith('|') && !isLink(line));
}

it.each(documents)('%s has no line over 120 columns outside of tables, code blocks and links', (file) => {
  expect(longLines(read(file))).toEqual([]);
});

it('finds a long line in prose only', () => {
  const long = 'word '.repeat(25);
  const link = `[${'word '.repeat(10)}](https://example.com/${'a'.repeat(80)})`;
  expect(longLines(['short', `| ${long} |`, '```', long, '```', link, `* ${long}`].join('\n'))).toEqual([`* ${long}`]);
});
