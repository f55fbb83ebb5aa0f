// Runs the real dependency-cruiser over files that break the import rules, and over files that do not: a rule that never fires proves nothing.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './paths.mjs';
import { cruise } from './import-rules/cruise.mjs';
import { layers } from './import-rules/layers.mjs';
import { checkImports, ownRules } from './import-rules/own-rules.mjs';

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: { readonly path?: string; readonly pathNot?: string };
}

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: Rule[] };

type Case = readonly [file: string, text: string, ...rules: string[]];

const belowTheSession = ['account', 'local-app', 'key', 'model', 'nineproxy', 'settings', 'state'];

/** The rules that a folder of app/ breaks with any import from a noun, whatever else that import breaks. */
const nounRules = (folder: string) => {
  if (folder === 'model') return ['the-model-takes-zod-only'];
  return folder === 'settings' ? ['documents-know-no-noun'] : [];
};

/** Each file, what is in it, and the rules of .dependency-cruiser.cjs that it breaks. */
const breaking: Case[] = [
  ...['electron', 'electron-log'].map(
    (name): Case => [
      `app/odd/plain-${name}.ts`,
      `import * as e from '${name}'; export const a = e;`,
      'electron-only-in-electron-files',
    ],
  ),
  [
    'renderer/odd/runs-contract.ts',
    "import { contract } from '../../app/bridge/contract'; export const c = contract;",
    'renderer-contract-types-only',
  ],
  ['app/texts/odd.ts', "import { a } from '../thing/a'; export const b = a;", 'texts-run-nothing'],
  ['app/texts/package.ts', "import { z } from 'zod'; export const b = z;", 'texts-run-nothing'],
  ['app/model/odd.ts', "import type { A } from '../thing/a'; export type B = A;", 'the-model-takes-zod-only'],
  ['app/model/builtin.ts', "import { join } from 'node:path'; export const b = join;", 'the-model-takes-zod-only'],
  [
    'renderer/odd/runs-model.ts',
    "import { f } from '../../app/model/fine'; export const a = f;",
    'zod-only-in-the-account-window',
  ],
  [
    'app/odd/window.ts',
    "import type { W } from '../../renderer/odd/fine'; export type X = W;",
    'app-knows-no-renderer',
  ],
  ...['session', ...belowTheSession].map(
    (folder): Case => [
      `app/${folder}/shows.ts`,
      "import { f } from '../tray/fine'; export const a = f;",
      'what-needs-no-window-knows-none',
      ...nounRules(folder),
    ],
  ),
  ...['windows', 'bridge', 'cli'].map(
    (folder): Case => [
      `app/session/shows-${folder}.ts`,
      `import { f } from '../${folder}/fine'; export const a = f;`,
      'what-needs-no-window-knows-none',
    ],
  ),
  ...[...belowTheSession, 'tray', 'windows'].map(
    (folder): Case => [
      `app/${folder}/asks.ts`,
      "import { f } from '../session/fine'; export const a = f;",
      'the-session-is-above-its-parts',
      ...nounRules(folder),
    ],
  ),
  ...['desktop', 'main'].map(
    (file): Case => [
      `app/account/asks-${file}.ts`,
      `import { f } from '../${file}.electron'; export const a = f;`,
      'the-session-is-above-its-parts',
    ],
  ),
  ['app/settings/odd.ts', "import type { A } from '../thing/a'; export type B = A;", 'documents-know-no-noun'],
  [
    'app/session-bus/odd.ts',
    "import type { A } from '../thing/a'; export type B = A;",
    'the-session-bus-knows-no-noun',
  ],
  [
    'app/async/odd.ts',
    "import type { A } from '../model/fine'; export type B = A;",
    'async-imports-nothing-of-the-project',
  ],
  ...['odd.fixture', 'odd.test'].map(
    (file): Case => [
      `app/odd/ships-${file}-as-product.ts`,
      `import { f } from './${file}'; export const a = f;`,
      'examples-do-not-ship',
    ],
  ),
  ['renderer/ui/odd.ts', "import type { W } from '../odd/fine'; export type X = W;", 'the-kit-knows-no-window'],
  [
    'renderer/popover/odd.ts',
    "import { w } from '../odd/fine'; export const x = w;",
    'the-popover-carries-itself-alone',
  ],
  [
    'renderer/odd/takes-a-list.ts',
    "import { l } from '../account/fine'; export const x = l;",
    'the-account-window-stays-by-itself',
  ],
  ['app/demo/odd.ts', "import { a } from '../thing/a'; export const b = a;", 'demo-stands-alone'],
  ['app/odd/barrel.ts', "import { i } from './index'; export const b = i;", 'no-barrels'],
  ['app/odd/lost.ts', "import { n } from './nowhere'; export const l = n;", 'resolvable'],
];

const fine = 'export const f = 1; export type F = number;';

/** What breaks none of those rules. */
const harmless: Record<string, string> = {
  ...Object.fromEntries(
    ['bridge', 'cli', 'model', 'session', 'tray', 'windows'].map((folder) => [`app/${folder}/fine.ts`, fine]),
  ),
  'app/thing/a.ts': 'export const a = 1; export type A = number;',
  'app/desktop.electron.ts': fine,
  'app/main.electron.ts': fine,
  'app/odd/index.ts': 'export const i = 1;',
  'app/odd/fine.electron.ts': "import { app } from 'electron'; export const a = app;",
  'app/odd/odd.fixture.ts': fine,
  'app/odd/odd.test.ts': "import { f as g } from './odd.fixture'; export const f = g;",
  'app/texts/fine.ts': "import type { A } from '../thing/a'; export type B = A;",
  'app/model/shape.ts': "import { z } from 'zod'; import { f } from './fine'; export const s = [z, f];",
  'app/model/shape.test.ts': "import { a } from '../thing/a'; export const b = a;",
  'app/settings/shape.ts': "import { f } from '../model/fine'; export const g = f;",
  'app/async/tasks.ts': fine,
  'app/async/task.ts': "import { f } from './tasks'; export const g = f;",
  'app/async/task.test.ts': "import { f } from '../model/fine'; export const g = f;",
  'app/session/types.ts': "import type { F } from '../bridge/fine'; export type G = F;",
  'app/bridge/contract.ts': 'export const contract = 1; export type C = number;',
  'renderer/odd/fine.ts': "import type { C } from '../../app/bridge/contract'; export type W = C; export const w = 1;",
  'renderer/odd/types.ts': "import type { F } from '../../app/model/fine'; export type G = F;",
  'renderer/account/fine.ts': "import { f } from '../../app/model/fine'; export const l = f;",
  'renderer/popover/later.ts': "export const later = () => import('../odd/fine');",
};

/** For the rules of build/import-rules/own-rules.mjs: type-only imports, each written in another way. */
const breakingOwn: Record<string, string> = {
  'app/round/a.ts': "import type { B } from './b'; export type A = B;",
  'app/round/b.ts': "import { type A } from './a'; export type B = A;",
  'app/round/c.ts': "export type { D } from '../square/d'; export type C = 1;",
  'app/square/d.ts': "export type D = import('../round/e').E;",
  'app/round/e.ts': 'export type E = 1;',
  'app/state/up.ts': "import type { S } from '../bridge/shape'; export type U = S;",
  'app/bridge/shape.ts': 'export type S = 1;',
  'renderer/odd/reaches.ts': "import type { A } from '../../app/thing/a'; export type B = A;",
};

let folder: string;
let found: Awaited<ReturnType<typeof cruise>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-rules-'));
  for (const name of ['tsconfig.json', 'tsconfig.base.json', 'package.json'])
    cpSync(join(root, name), join(folder, name));
  for (const name of ['.dependency-cruiser.cjs', 'build/import-rules/test-code.cjs']) {
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const files = [...breaking, ...Object.entries(harmless), ...Object.entries(breakingOwn)];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  found = await cruise(folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules of .dependency-cruiser.cjs', () => {
  it('are each broken by at least one of the files here', () => {
    const broken = new Set(breaking.flatMap(([, , ...rules]) => rules));
    expect([...broken].toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });

  it('report each file that breaks them, and no other', () => {
    const reported = found.broken.map(({ rule, text }) => `${rule} ${text.split(' → ')[0]}`);
    const expected = breaking.flatMap(([file, , ...rules]) => rules.map((rule) => `${rule} ${file}`));
    expect(reported.toSorted()).toEqual(expected.toSorted());
  });

  it('name only folders that exist', () => {
    const patterns = forbidden.flatMap(({ from, to }) => [from.path, from.pathNot, to.path, to.pathNot]);
    const named = new Set(patterns.flatMap((pattern) => foldersIn(pattern ?? '')));
    const layered = layers
      .flat()
      .filter((entry) => entry.endsWith('/'))
      .map((entry) => entry.slice(0, -1));
    expect([...named]).toEqual(expect.arrayContaining(['app/demo', 'app/key', 'app/settings', 'renderer/account']));
    expect([...named, ...layered].filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

/** `^app/(a|b)/` and `^app/(?!a/|b/)` name app/a and app/b. */
function foldersIn(pattern: string): string[] {
  return [...pattern.matchAll(/\^(app|renderer)\/(?:\((?:\?!)?([^)]*)\)|([\w-]+\/))/g)].flatMap(([, top, group, one]) =>
    (group ?? one ?? '')
      .split('|')
      .map((part) => part.replace(/\/.*$/, ''))
      .filter((part) => /^[\w-]+$/.test(part))
      .map((part) => `${top}/${part}`),
  );
}

describe('the rules of build/import-rules/own-rules.mjs', () => {
  it('are each broken by type-only imports, however they are written', () => {
    const none = Object.fromEntries(Object.keys(ownRules).map((rule) => [rule, {}])) as Record<
      keyof typeof ownRules,
      {}
    >;
    const own = new Set(Object.keys(breakingOwn));
    const imports = found.imports.filter(({ from }) => own.has(from));
    expect(checkImports(imports, none)).toEqual([
      {
        rule: 'no-file-cycles',
        text: 'app/round/a.ts → app/round/b.ts → app/round/a.ts\n    app/round/a.ts → app/round/b.ts\n    app/round/b.ts → app/round/a.ts',
      },
      {
        rule: 'no-folder-cycles',
        text: 'app/round → app/square → app/round\n    app/round/c.ts → app/square/d.ts\n    app/square/d.ts → app/round/e.ts',
      },
      { rule: 'imports-point-down', text: 'app/state → app/bridge\n    app/state/up.ts → app/bridge/shape.ts' },
      {
        rule: 'renderer-imports-shared-code-only',
        text: 'renderer/odd → app/thing\n    renderer/odd/reaches.ts → app/thing/a.ts',
      },
    ]);
  });
});
