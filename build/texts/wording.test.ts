// The words that NineTray does not use, since the field has plainer ones: not in its texts, not in its documents.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../paths.mjs';

const unwanted =
  /\b(go(es|ing)? on( with)?|call(ed|s)? (it|this) off|reckon(ed|s)?|anew|somebody|anybody|a person|at a person’s wish|not to be had|the deed|in as many words|stays? dots|ends with \d|hangs? on|leans? on|once more|all the same)\b/i;

const documents = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.md'),
);
const files = [
  'README.md',
  'CONTRIBUTING.md',
  ...documents.map((name) => join('docs', name)),
  ...readdirSync(join(root, 'app/texts/en')).map((name) => join('app/texts/en', name)),
];

it.each(files)('%s uses plain, standard words', (file) => {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  expect(lines.filter((line) => unwanted.test(line))).toEqual([]);
});

it('notices each unwanted word in a sentence', () => {
  for (const text of ['You can go on with it.', 'It is reckoned anew.', 'Somebody used it.', 'It exits: ends with 3.'])
    expect(text).toMatch(unwanted);
});
