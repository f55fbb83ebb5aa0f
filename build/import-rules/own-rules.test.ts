import { describe, expect, it } from 'vitest';
import { type KnownExceptions, checkImports, cyclicGroups } from './own-rules.mjs';

const none: KnownExceptions = {
  'no-file-cycles': {},
  'no-folder-cycles': {},
  'imports-point-down': {},
  'renderer-imports-shared-code-only': {},
};

/** 'a/x.ts>b/y.ts' as imports. */
const imports = (...lines: string[]) =>
  lines.map((line) => {
    const [from = '', to = ''] = line.split('>');
    return { from, to };
  });

/** The rules that these imports break, without the words. */
const broken = (lines: string[], exceptions: Partial<KnownExceptions> = {}) =>
  checkImports(imports(...lines), { ...none, ...exceptions }).map(({ rule }) => rule);

const textOf = (lines: string[], exceptions: Partial<KnownExceptions>) =>
  checkImports(imports(...lines), { ...none, ...exceptions })
    .map(({ text }) => text)
    .join('\n');

describe('cycles', () => {
  it('between folders count even where no file is in one', () => {
    expect(broken(['app/a/1.ts>app/b/1.ts', 'app/b/2.ts>app/a/2.ts'])).toEqual(['no-folder-cycles']);
  });

  it('count between a folder and a folder inside it', () => {
    expect(broken(['app/a/1.ts>app/a/b/1.ts', 'app/a/b/2.ts>app/a/2.ts'])).toEqual(['no-folder-cycles']);
  });

  it('within one folder count between files only', () => {
    expect(broken(['app/a/1.ts>app/a/2.ts'])).toEqual([]);
    expect(broken(['app/a/1.ts>app/a/2.ts', 'app/a/2.ts>app/a/1.ts'])).toEqual(['no-file-cycles']);
  });

  it('between folders do not count imports of tests and fixtures', () => {
    for (const from of ['app/b/2.test.ts', 'app/b/2.fixture.ts']) {
      expect(broken(['app/a/1.ts>app/b/1.ts', `${from}>app/a/2.ts`])).toEqual([]);
    }
    expect(broken(['renderer/a/1.ts>renderer/b/1.ts', 'renderer/b/states.fixture.ts>renderer/a/2.ts'])).toEqual([]);
  });

  it('between files count fixtures, too', () => {
    expect(broken(['app/a/1.fixture.ts>app/a/2.fixture.ts', 'app/a/2.fixture.ts>app/a/1.fixture.ts'])).toEqual([
      'no-file-cycles',
    ]);
  });
});

describe('layers', () => {
  it.each([
    ['app/model/a.ts', 'app/state/a.ts'],
    ['app/state/a.ts', 'app/nineproxy/a.ts'],
    ['app/state/a.ts', 'app/key/rotation/a.ts'],
    ['app/state/a.ts', 'app/account/a.ts'],
    ['app/account/bulk/a.ts', 'app/session/a.ts'],
    ['app/nineproxy/a.ts', 'app/bridge/a.ts'],
    ['app/session/a.ts', 'app/tray/a.ts'],
    ['app/session/a.ts', 'app/windows/a.ts'],
    ['app/session/a.ts', 'app/cli/a.ts'],
    ['app/session/a.ts', 'app/bridge/a.ts'],
    ['app/tray/a.ts', 'app/desktop.electron.ts'],
    ['app/desktop.electron.ts', 'app/main.electron.ts'],
  ])('forbid an import from %s to %s, and allow the other way', (lower, higher) => {
    expect(broken([`${lower}>${higher}`])).toEqual(['imports-point-down']);
    expect(broken([`${higher}>${lower}`])).toEqual([]);
  });

  it('allow imports within a layer, and say nothing about folders on no layer', () => {
    expect(broken(['app/key/a.ts>app/account/a.ts', 'app/texts/a.ts>app/bridge/a.ts'])).toEqual([]);
  });

  it('let tests and fixtures import upward', () => {
    expect(broken(['app/state/a.test.ts>app/session/a.ts', 'app/key/a.fixture.ts>app/session/b.ts'])).toEqual([]);
  });
});

describe('the renderer', () => {
  it.each(['app/account/a.ts', 'app/key/a.ts', 'app/bridge/api.ts', 'app/models/a.ts', 'app/state/a.ts'])(
    'may not import %s, not even in a test',
    (file) => {
      expect(broken([`renderer/a/b.tsx>${file}`])).toEqual(['renderer-imports-shared-code-only']);
      expect(broken([`renderer/a/b.test.tsx>${file}`])).toEqual(['renderer-imports-shared-code-only']);
    },
  );

  it('may import the model, the contract and the texts', () => {
    expect(
      broken(
        ['app/model/a.ts', 'app/bridge/contract.ts', 'app/texts/en/a.ts'].map((file) => `renderer/a/b.tsx>${file}`),
      ),
    ).toEqual([]);
  });
});

describe('known exceptions', () => {
  const up = ['app/key/a.ts>app/bridge/a.ts', 'app/key/b.ts>app/bridge/a.ts'];
  const round = ['app/a/1.ts>app/b/1.ts', 'app/b/2.ts>app/a/2.ts', 'app/b/3.ts>app/a/2.ts'];

  it('allow exactly the number of imports that is listed', () => {
    expect(broken(up, { 'imports-point-down': { 'app/key → app/bridge': 2 } })).toEqual([]);
    expect(broken(round, { 'no-folder-cycles': { 'app/b → app/a': 2 } })).toEqual([]);
  });

  it('name every import of an arrow that has one more than listed', () => {
    const text = textOf(up, { 'imports-point-down': { 'app/key → app/bridge': 1 } });
    expect(text).toContain('has 2 imports, build/import-rules/known-exceptions.mjs allows 1');
    expect(text).toContain('app/key/a.ts → app/bridge/a.ts');
    expect(text).toContain('app/key/b.ts → app/bridge/a.ts');
    expect(textOf(round, { 'no-folder-cycles': { 'app/b → app/a': 1 } })).toContain('allows 1');
  });

  it('must be lowered when an import is gone', () => {
    expect(textOf(up, { 'imports-point-down': { 'app/key → app/bridge': 3 } })).toContain('Change 3 to 2');
    expect(textOf(round, { 'no-folder-cycles': { 'app/b → app/a': 3 } })).toContain('Change 3 to 2');
  });

  it('must be removed when the last import is gone', () => {
    for (const rule of Object.keys(none)) {
      const text = textOf(['app/a/1.ts>app/a/2.ts'], { [rule]: { 'app/x → app/y': 1 } });
      expect(text).toContain('app/x → app/y no longer exists. Remove it');
    }
  });

  it('must be removed when the cycle is gone, though its imports are still there', () => {
    expect(textOf(['app/b/2.ts>app/a/2.ts'], { 'no-folder-cycles': { 'app/b → app/a': 1 } })).toContain(
      'app/b → app/a no longer closes a cycle. Remove it',
    );
  });

  it('name one of two arrows to remove when the other alone would do', () => {
    const text = textOf(['app/a/1.ts>app/b/1.ts', 'app/b/2.ts>app/a/2.ts'], {
      'no-folder-cycles': { 'app/a → app/b': 1, 'app/b → app/a': 1 },
    });
    expect(text).toBe(
      'app/a → app/b no longer closes a cycle. Remove it from build/import-rules/known-exceptions.mjs.',
    );
  });

  it('do not hide a second cycle between the same folders and others', () => {
    expect(
      broken([...round, 'app/b/1.ts>app/c/1.ts', 'app/c/1.ts>app/b/9.ts'], {
        'no-folder-cycles': { 'app/b → app/a': 2 },
      }),
    ).toEqual(['no-folder-cycles']);
  });
});

it('groups what reaches each other in cycles, for the report', () => {
  const lines = ['app/a/1.ts>app/a/2.ts', 'app/a/2.ts>app/a/1.ts', 'app/a/1.ts>app/b/1.ts', 'app/b/2.ts>app/a/2.ts'];
  expect(cyclicGroups(imports(...lines))).toEqual({
    files: [['app/a/1.ts', 'app/a/2.ts']],
    folders: [['app/a', 'app/b']],
  });
});
