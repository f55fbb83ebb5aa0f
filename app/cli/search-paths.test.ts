import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { searchPaths } from './search-paths';

const folder = resolve('/home/ada');
const there = new Set([folder, resolve(folder, 'shop'), resolve('/srv')]);
const from = { folder, isThere: (path: string) => there.has(path) };

it('are absolute, from where the command was typed', () => {
  expect(searchPaths(['.', 'shop', '/srv'], from)).toEqual({
    paths: [folder, resolve(folder, 'shop'), resolve('/srv')],
  });
});

it('are refused by number where one is not there: it may be a key', () => {
  expect(searchPaths(['shop', 'SECRETSECRET'], from)).toEqual({ missing: 2 });
});
