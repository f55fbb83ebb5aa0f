// Checks the list of protections against the code and docs/security.md, so that neither can drift from the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../paths.mjs';
import { namedTests } from '../named-tests.mjs';
import { judge, titlePattern } from './judge.mjs';
import { changesOf, protections } from './protections.mjs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const named = namedTests(read('docs/security.md'));

describe('a protection', () => {
  it.each(protections)('can be removed: $name', (protection) => {
    for (const { file, find, replace } of changesOf(protection)) {
      expect(read(file).split(find)).toHaveLength(2);
      expect(replace).not.toBe(find);
    }
  });

  it.each(protections)('has a test that docs/security.md names: $name', ({ test }) => {
    expect(named).toContainEqual({ file: test.file, name: test.title });
  });
});

it.each(named)('docs/security.md names no test without a protection: $file "$name"', ({ file, name }) => {
  expect(protections.map(({ test }) => test)).toContainEqual({ file, title: name });
});

it('protections have names of their own', () => {
  const names = protections.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

describe('the verdict', () => {
  const report = (status: string, title = 'keeps the key') => ({
    testResults: [{ assertionResults: [{ title, status }] }],
  });

  it('is "noticed" only when the test passes unchanged and fails without the protection', () => {
    expect(judge(report('passed'), report('failed'), 'keeps the key')).toBe('noticed');
    expect(judge(report('passed'), report('passed'), 'keeps the key')).toBe('SURVIVED');
    expect(judge(report('failed'), report('failed'), 'keeps the key')).toBe('fails unchanged');
  });

  it('is no proof where nothing ran', () => {
    expect(judge(report('passed'), { testResults: [{ assertionResults: [] }] }, 'keeps the key')).toBe('did not run');
    expect(judge(report('skipped'), report('skipped'), 'keeps the key')).toBe('no such test');
    expect(judge(report('passed'), null, 'keeps the key')).toBe('did not run');
  });

  it('finds a test of a table by its title', () => {
    const pattern = new RegExp(titlePattern('voids a key (%s) of $name'));
    expect(pattern.test('voids a key (pasted) of B')).toBe(true);
    expect(pattern.test('voids a key pasted of B')).toBe(false);
  });
});
