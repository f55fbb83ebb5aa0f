// What is generated from openapi.yaml is what is in the repository, and names every operation with its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../app/nineproxy/operations/endpoints';
import { root } from './paths.mjs';
import { generated } from './generate-api.mjs';

const files = await generated();
const page = files['docs/api.md'] ?? '';

it.each(Object.entries(files))('%s is not stale (npm run generate:api)', (file, text) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(text);
});

describe('docs/api.md', () => {
  const rows = page.split('\n').filter((line) => /^\| `\w+`<br>/.test(line));

  it('has a row for each operation, with the address that NineTray asks and how sure its path is', () => {
    const said = rows.map((row) => /`(\w+)`<br>.*? \| `(\w+) (\S+)` \| (\w+) \|/.exec(row)?.slice(1) ?? []);
    const asSaid = said.map(([name = '', method, path, certainty]) => [name, { method, path, certainty }] as const);
    expect(Object.fromEntries(asSaid)).toEqual(endpoints);
  });

  it('says of each operation how sure its parts are, and where it is at work', () => {
    expect(rows.filter((row) => /\|\s*\||undefined/.test(row))).toEqual([]);
  });
});
