// A package that is larger than its budget is refused, whatever the size of Electron.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { budget, ownFiles, sizeProblems, sizesBelow } from './sizes.mjs';

const MB = 1e6;
const electron = [
  { name: 'electron', bytes: 180 * MB },
  { name: 'LICENSE', bytes: 1000 },
  { name: 'version', bytes: 6 },
  { name: 'locales/vi.pak', bytes: 70 * MB },
  { name: 'resources/default_app.asar', bytes: 0.1 * MB },
];
const fromElectron = [
  { name: 'ninetray', bytes: 180 * MB },
  { name: 'LICENSE.electron.txt', bytes: 1000 },
  { name: 'locales/vi.pak', bytes: 70 * MB },
];

/** Packages that are as large as they may be, less one byte. */
function sizes(ours: number, more: { name: string; bytes: number }[] = []) {
  const all = electron.reduce((sum, { bytes }) => sum + bytes, 0);
  const packages = Object.fromEntries(
    Object.entries(budget.packages).map(([target, share]) => [target, Math.floor(share * all)]),
  );
  const asar = { name: 'resources/app.asar', bytes: ours };
  return { installed: [...fromElectron, asar, ...more], electron, packages };
}

describe('a package', () => {
  it('may be as large as its budget', () => {
    expect(sizeProblems(sizes(2 * MB))).toEqual([]);
  });

  it.each(Object.keys(budget.packages))('is refused as %s when it is larger', (target) => {
    const { packages, ...others } = sizes(2 * MB);
    const larger = { ...packages, [target]: (packages[target] ?? 0) + MB };
    expect(sizeProblems({ ...others, packages: larger })).toEqual([
      expect.stringMatching(new RegExp(`^the ${target} has .* more than `)),
    ]);
  });

  it('is refused when it is of a kind without a budget', () => {
    expect(sizeProblems({ ...sizes(2 * MB), packages: { snap: MB } })).toEqual([expect.stringContaining('no budget')]);
  });

  it('is refused when what is not Electron’s is larger, with the largest file of it', () => {
    expect(sizeProblems({ ...sizes((budget.ours + 0.1) * MB), electron: [...electron, big] })).toEqual([
      expect.stringMatching(/^what is not Electron's has .* resources\/app\.asar \(/),
    ]);
  });

  it('is refused when it has more of Electron than Electron itself', () => {
    const twice = sizes(MB).installed.map((one) => (one.name === 'ninetray' ? { ...one, bytes: 200 * MB } : one));
    expect(sizeProblems({ ...sizes(MB), installed: twice })).toEqual([
      expect.stringMatching(/^what is installed has 108\.\d % of Electron's size/),
    ]);
  });
});

/** Makes the Electron so large that only the limit in MB is exceeded. */
const big = { name: 'libffmpeg.so', bytes: 1000 * MB };

it('takes as Electron’s what has its name, also where electron-builder renames it, and nothing else', () => {
  const ours = [
    { name: 'resources/app.asar', bytes: 1 },
    { name: 'usr/share/man/man1/ninetray.1.gz', bytes: 1 },
  ];
  expect(ownFiles([...fromElectron, ...ours], electron)).toEqual(ours);
  expect(ownFiles([{ name: 'bin/electron', bytes: 1 }], electron)).toHaveLength(1);
});

describe('of a folder', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sizes-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('counts every file once, and no link', () => {
    fs.mkdirSync(path.join(folder, 'resources/bin'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'resources/bin/ninetray'), '12345');
    fs.symlinkSync('resources/bin/ninetray', path.join(folder, 'ninetray'));
    expect(sizesBelow(folder)).toEqual([{ name: 'resources/bin/ninetray', bytes: 5 }]);
  });
});
