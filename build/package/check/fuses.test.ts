import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../paths.mjs';
import { configurationProblems, fuses, wireProblems } from './fuses.mjs';

const configured: Record<string, unknown> = parse(
  readFileSync(join(root, 'electron-builder.yml'), 'utf8'),
).electronFuses;
/** As they are read from a release. */
const wire = { version: '1', 0: 48, 1: 49, 2: 48, 3: 48, 4: 49, 5: 49, 6: 48, 7: 48 };

it('are in electron-builder.yml as in the list, all nine', () => {
  expect(Object.keys(fuses)).toHaveLength(9);
  expect(configurationProblems(configured)).toEqual([]);
});

it('are missed where electron-builder.yml leaves one out, has another value, or one more', () => {
  const { runAsNode: _, ...without } = configured;
  expect(configurationProblems(without)).toEqual(['electron-builder.yml: runAsNode is undefined, not false']);
  expect(configurationProblems({ ...configured, onlyLoadAppFromAsar: false })).toHaveLength(1);
  expect(configurationProblems({ ...configured, newFuse: true })).toHaveLength(1);
});

it('are as listed in a program', () => {
  expect(wireProblems(wire)).toEqual([]);
  expect(wireProblems({ ...wire, 0: 49 })).toEqual(['runAsNode is on, not off']);
  expect(wireProblems({ ...wire, 5: 114 })).toEqual(['onlyLoadAppFromAsar is removed, not on']);
  expect(wireProblems({ version: '1' })).toHaveLength(8);
});
