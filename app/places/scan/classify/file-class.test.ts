import { expect, it } from 'vitest';
import { canUpdateClass, classOfFile, isInComment } from './file-class';

const found = { isBinary: false, isWhole: true, isComment: false, isOutput: false };

it.each([
  ['/p/.env', 'config'],
  ['/p/.env.local', 'config'],
  ['/p/compose.yml', 'config'],
  ['/p/settings.json', 'config'],
  ['/home/u/.zshrc', 'config'],
  ['/home/u/.config/fish/config.fish', 'config'],
  ['/p/key.txt', 'config'],
  ['/p/src/main.ts', 'code'],
  ['/p/run.sh', 'code'],
  ['/p/book.ipynb', 'code'],
  ['/p/.env.example', 'template'],
  ['/p/config.sample.yml', 'template'],
  ['/p/settings.ini.dist', 'template'],
  ['/home/u/.bash_history', 'history'],
  ['/home/u/.zsh_history', 'history'],
  ['/p/app.log', 'history'],
  ['/p/app.log.3', 'history'],
  ['/p/logs/run', 'history'],
  ['/home/u/.claude/projects/p/1.jsonl', 'history'],
  ['/p/.env.bak', 'backup'],
  ['/p/.env~', 'backup'],
  ['/p/..env.swp', 'backup'],
  ['/home/u/.config/Code/User/History/a/b.env', 'backup'],
  ['/p/data.sqlite', 'binary'],
  ['/p/all.zip', 'binary'],
] as const)('takes %s for %s', (path, expected) => {
  expect(classOfFile({ ...found, path })).toBe(expected);
});

it('takes bytes for a program, and what is only in comments, outputs or longer texts for just that', () => {
  const path = '/p/book.ipynb';
  expect(classOfFile({ ...found, path: '/p/tool', isBinary: true })).toBe('binary');
  expect(classOfFile({ ...found, path, isComment: true })).toBe('comment');
  expect(classOfFile({ ...found, path, isOutput: true })).toBe('history');
  expect(classOfFile({ ...found, path, isWhole: false })).toBe('part');
});

it('offers settings and code alone', () => {
  const offered = (['config', 'code', 'comment', 'template', 'history', 'backup', 'binary', 'part'] as const).filter(
    canUpdateClass,
  );
  expect(offered).toStrictEqual(['config', 'code']);
});

it.each([
  ['.env', '# KEY=@', true],
  ['.env', 'KEY=@ # note', false],
  ['.env', 'A=b # KEY=@', true],
  ['.env', 'A="# @"', false],
  ['a.py', 'x = 1  # @', true],
  ['a.ts', '// @', true],
  ['a.ts', 'fetch("https://h/?api-key=@")', false],
  ['a.ts', 'fetch(`https://h/?api-key=@`)', false],
  ['a.ts', '/* one\n @ */', true],
  ['a.ts', '/* one */ f("@")', false],
  ['a.md', '# Key\n@', false],
  ['a.xml', '<!-- @ -->', true],
  ['a.ini', '; key=@', true],
  ['a.sql', "select 1 -- '@'", true],
  ['a.bat', 'REM set KEY=@', true],
  ['a.yml', 'url: http://h/#@', false],
])('knows whether the key in %s is in a comment: %j', (path, text, expected) => {
  expect(isInComment(path, text, text.indexOf('@'))).toBe(expected);
});
