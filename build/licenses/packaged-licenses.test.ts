import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { licensesText } from './licenses.mjs';
import { packagedLicenseProblems } from './packaged-licenses.mjs';
import { makeSbom } from './sbom.mjs';

const bundled = [
  { name: 'react', version: '19.3.1', license: 'MIT', text: 'React’s text' },
  { name: 'yaml', version: '2.9.1', license: 'ISC', text: 'The text of yaml' },
];
const versions = { electron: '45.4.1', chrome: '150.0.7871.1', node: '24.11.0' };
const sbomOf = (licenses: typeof bundled, electron = versions) =>
  makeSbom({ name: 'NineTray', version: '0.1.0', licenses, electron });
const good = { bundled, license: 'Our license', sbom: sbomOf(bundled) };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-licenses-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An unpacked package with these files; `packed` are those in app.asar. */
async function pack(files: Record<string, string> = {}, packed: Record<string, string> = {}) {
  const write = (under: string, texts: Record<string, string>) => {
    for (const [name, text] of Object.entries(texts)) {
      mkdirSync(join(folder, under, name, '..'), { recursive: true });
      writeFileSync(join(folder, under, name), text);
    }
  };
  write('package', {
    'LICENSE.electron.txt': 'Copyright (c) Electron contributors',
    'LICENSES.chromium.html': '<div class="product">…</div>'.repeat(300),
    'resources/LICENSE.txt': 'Our license',
    'resources/LICENSES.libraries.txt': licensesText(bundled),
    ninetray: '\0Chrome/150.0.7871.1 Electron/45.4.1\0node.js/v24.11.0\0',
    ...files,
  });
  write('app', { 'out/licenses.json': JSON.stringify(bundled), ...packed });
  await createPackage(join(folder, 'app'), join(folder, 'package/resources/app.asar'));
  const place = join(folder, 'package');
  return { folder: place, resources: join(place, 'resources'), program: join(place, 'ninetray') };
}

it('nothing is wrong with a package that has all licenses', async () => {
  expect(packagedLicenseProblems({ ...good, ...(await pack()) })).toEqual([]);
});

it.each([
  ['LICENSE.electron.txt', 'LICENSE.electron.txt is missing, or not Electron’s license'],
  ['LICENSES.chromium.html', 'LICENSES.chromium.html has the licenses of 0 parts of Chromium'],
  ['resources/LICENSE.txt', 'LICENSE.txt does not have NineTray’s license'],
  ['ninetray', 'the SBOM has electron 45.4.1, the program another one'],
  ['resources/LICENSES.libraries.txt', 'LICENSES.libraries.txt lacks the text of react@19.3.1'],
])('a package is refused where %s is empty', async (file, line) => {
  expect(packagedLicenseProblems({ ...good, ...(await pack({ [file]: '' })) })).toContain(line);
});

it('a package is refused where its list is not the bundler’s, or has a license that is not allowed', async () => {
  const [react] = bundled;
  const list = [
    { ...react, license: 'GPL-3.0-only' },
    { ...react, name: 'vue' },
  ];
  const place = await pack({}, { 'out/licenses.json': JSON.stringify(list) });
  expect(packagedLicenseProblems({ ...good, ...place })).toEqual([
    expect.stringContaining('react@19.3.1 has the license GPL-3.0-only'),
    'the package lacks yaml@2.9.1',
    'the package has vue@19.3.1, which is not bundled',
  ]);
});

it('a package is refused where the SBOM has another library, or another version of Chromium', async () => {
  const place = await pack();
  const sbom = sbomOf(bundled.slice(0, 1), { ...versions, chrome: '149.0.0.0' });
  expect(packagedLicenseProblems({ ...good, ...place, sbom })).toEqual([
    'the SBOM lacks yaml@2.9.1',
    'the SBOM has chromium 149.0.0.0, the program another one',
  ]);
});
