// The import rules of .dependency-cruiser.cjs, each shown a file that breaks it and one that does not: a rule that never fires proves nothing.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './folders.mjs';
import { runTool } from './run.mjs';

const breaking: Record<string, [file: string, text: string]> = {
  'electron-only-in-electron-files': ['app/odd/plain.ts', "import { app } from 'electron'; export const a = app;"],
  'renderer-takes-types-and-texts-only': [
    'renderer/odd/reach.ts',
    "import type { A } from '../../app/thing/a'; export type B = A;",
  ],
  'renderer-contract-types-only': [
    'renderer/odd/runs.ts',
    "import { contract } from '../../app/bridge/contract'; export const c = contract;",
  ],
  'texts-run-nothing': ['app/texts/odd.ts', "import { a } from '../thing/a'; export const b = a;"],
  'app-knows-no-renderer': ['app/odd/window.ts', "import { w } from '../../renderer/odd/fine'; export const x = w;"],
  'demo-stands-alone': ['app/demo/odd.ts', "import { a } from '../thing/a'; export const b = a;"],
  'no-circles': ['app/odd/round.ts', "import { s } from './and-round'; export const r = () => s;"],
  'no-barrels': ['app/odd/barrel.ts', "import { i } from './index'; export const b = i;"],
  resolvable: ['app/odd/lost.ts', "import { n } from './nowhere'; export const l = n;"],
};

const harmless: Record<string, string> = {
  'app/thing/a.ts': 'export const a = 1; export type A = number;',
  'app/odd/and-round.ts': "import { r } from './round'; export const s = () => r;",
  'app/odd/index.ts': 'export const i = 1;',
  'app/odd/fine.electron.ts': "import { app } from 'electron'; export const a = app;",
  'app/texts/fine.ts': "import type { A } from '../thing/a'; export type B = A;",
  'app/bridge/contract.ts': 'export const contract = 1; export type C = number;',
  'renderer/odd/fine.ts': "import type { C } from '../../app/bridge/contract'; export type W = C; export const w = 1;",
};

it('names each broken rule, at the file that breaks it and at no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-rules-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'tsconfig.base.json', 'package.json']) {
      cpSync(join(root, name), join(folder, name));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [file, text] of [...Object.values(breaking), ...Object.entries(harmless)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const args = ['--no-progress', '--output-type', 'err', 'app', 'renderer'];
    const { out } = await runTool('dependency-cruiser', args, { command: 'depcruise', cwd: folder });
    const found = [...out.matchAll(/error ([\w-]+): (\S+) →/g)].map(([, rule, file]) => `${rule} ${file}`);
    const expected = Object.entries(breaking).map(([rule, [file]]) => `${rule} ${file}`);
    const isCircle = (line: string) => line.startsWith('no-circles');
    expect(found.filter((line) => !isCircle(line)).toSorted()).toEqual(
      expected.filter((line) => !isCircle(line)).toSorted(),
    );
    // Which file of a circle is named first is not ours to say.
    expect(found.filter(isCircle)).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
