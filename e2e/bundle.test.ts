// What is built into the product, and what is not. Needs no running application.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { licenseProblems } from '../build/licenses/licenses.mjs';
import { root } from '../build/paths.mjs';

/** Words of the demo's control interface, its faults and its record of requests, as its sources have them. */
const testControls = ['/_demo/', 'oldKeySurvives', 'redirectToSelf', 'echoKey', 'mostInFlight', '--old-key-survives'];

function builtFiles(folder: string): [name: string, text: string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.c?js$/.test(name))
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

/** A file of the bundle and all that is loaded before it runs. */
function loadedWith(file: string, loaded = new Map<string, string>()): Map<string, string> {
  if (loaded.has(file)) return loaded;
  const text = readFileSync(file, 'utf8');
  loaded.set(file, text);
  for (const [, other = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
    loadedWith(join(dirname(file), other), loaded);
  return loaded;
}

/** Kilobytes of code in these files. */
const size = (files: Map<string, string>) => [...files.values()].reduce((sum, text) => sum + text.length, 0) / 1000;

it('the tray needs little code, and no schema; the rest of the start no library that only some need', () => {
  const beforeTray = loadedWith(join(root, 'out/main/main.electron.js'));
  expect(size(beforeTray)).toBeLessThan(45);
  expect([...beforeTray.values()].filter((text) => text.includes('invalid_type'))).toEqual([]);

  const [desktop = ''] = readdirSync(join(root, 'out/main/chunks')).filter((name) =>
    name.startsWith('desktop.electron'),
  );
  const atStart = loadedWith(join(root, 'out/main/chunks', desktop), beforeTray);
  expect(size(atStart)).toBeLessThan(700);
  const all = [...atStart.values()].join('');
  // The right words: schemas are there, and X11's requests and the parsers of YAML and TOML are in other files.
  expect(all).toContain('invalid_type');
  const elsewhere = builtFiles('out/main')
    .map(([, text]) => text)
    .join('');
  for (const later of ['XAUTHORITY', 'BLOCK_FOLDED', 'Invalid TOML document'])
    expect([later, all.includes(later), elsewhere.includes(later)]).toEqual([later, false, true]);
});

it.each(['main', 'preload', 'renderer'])(
  'the code of %s has characters of one byte only, in which V8 keeps it',
  (part) => {
    const files = builtFiles(`out/${part}`);
    expect(files).not.toEqual([]);
    expect(files.filter(([, text]) => /[^\0-\xff]/.test(text)).map(([name]) => name)).toEqual([]);
  },
);

it('every library in the bundles has a license text and an allowed license', () => {
  const licenses = JSON.parse(readFileSync(join(root, 'out/licenses.json'), 'utf8'));
  expect(licenseProblems(licenses)).toEqual([]);
  // Of all bundles: main has yaml, the demo's process otpauth, the thread of the search jsonc-parser, the pages React.
  const names = licenses.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['yaml', 'otpauth', 'jsonc-parser', 'react']));
  const plain = readFileSync(join(root, 'out/licenses.txt'), 'utf8');
  for (const { text } of licenses) expect(plain).toContain(text);
});
