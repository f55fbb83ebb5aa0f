// What is built into the product, and what is not. Needs no running application.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { licenseProblems } from '../build/licenses/licenses.mjs';
import { root } from '../build/paths.mjs';

/** Words of the demo's control interface, its faults and its record of requests, as its sources have them. */
const testControls = ['/_demo/', 'oldKeySurvives', 'redirectToSelf', 'echoKey', 'mostInFlight', '--old-key-survives'];

function builtFiles(folder: string): [name: string, text: string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]);
}

it('the product’s bundle does not contain the demo’s test controls', () => {
  const product = builtFiles('out/main');
  expect(product.map(([name]) => name)).toEqual(expect.arrayContaining(['main.electron.js', 'demo-process.js']));
  const found = product.flatMap(([name, text]) =>
    testControls.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`),
  );
  expect(found).toEqual([]);
  // These words are the right ones: the demo for tests has them all.
  const [[, demo] = ['', '']] = builtFiles('out/testing');
  expect(testControls.filter((word) => !demo.includes(word))).toEqual([]);
});

it('every library in the bundles has a license text and an allowed license', () => {
  const licenses = JSON.parse(readFileSync(join(root, 'out/licenses.json'), 'utf8'));
  expect(licenseProblems(licenses)).toEqual([]);
  // Of all bundles: main has yaml, the demo's process otpauth, the thread of the search jsonc-parser, the pages React.
  const names = licenses.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['yaml', 'otpauth', 'jsonc-parser', 'react']));
  const plain = readFileSync(join(root, 'out/licenses.txt'), 'utf8');
  for (const { text } of licenses) expect(plain).toContain(text);
});
