import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartName, isTurnedOff } from './autostart-entry';

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', s: ' ' };
const unescaped = (value: string) => value.replace(/\\([\\nrts])/g, (_, char: string) => UNESCAPED[char] ?? char);

const entryOf = (program: string, comment = '9Proxy balances in the tray') =>
  autostartEntry({ program, args: ['--hidden'], comment });
const valueOf = (entry: string, key: string) => new RegExp(`^${key}=(.*)$`, 'm').exec(entry)?.[1] ?? '';

describe('the autostart entry', () => {
  it('names the program with its arguments, and what it is in the application’s language', () => {
    const entry = entryOf('/opt/NineTray/ninetray', 'Số dư 9Proxy');
    expect(valueOf(entry, 'Exec')).toBe('"/opt/NineTray/ninetray" "--hidden"');
    expect(valueOf(entry, 'Comment')).toBe('Số dư 9Proxy');
  });

  it('is named after the application, so that desktops find the same one in the menu', () => {
    expect(autostartName).toBe('io.github.ninetray.NineTray.desktop');
  });

  it('quotes what a desktop would read as something else', () => {
    expect(valueOf(entryOf('/home/a b/100%/"x"/$y/\\z'), 'Exec')).toBe(
      '"/home/a b/100%%/\\\\"x\\\\"/\\\\$y/\\\\\\\\z" "--hidden"',
    );
  });

  it('stays one line where a folder has a line break in its name', () => {
    const path = '/home/anna/a\nExec=/tmp/evil\r\n[Desktop Action x]\tb/ninetray';
    expect(entryOf(path).split(/[\r\n]+/)).toHaveLength(entryOf('/opt/ninetray').split('\n').length);
    expect(entryOf('/opt/ninetray', path).split(/[\r\n]+/)).toHaveLength(entryOf('/opt/ninetray').split('\n').length);
  });

  it.each(['/opt/ninetray', '/a b/"c"/$d/`e`/\\f/100%/g', '/line\nbreak/\ttab/\r\\n', "/it's/ö/日本"])(
    'reads back as the program it names: %j',
    (path) => {
      const entry = entryOf(path);
      // As a desktop reads it: the string's escapes, then the argument's quotes, then the field codes.
      const [argument = ''] = unescaped(valueOf(entry, 'Exec')).split(/(?<=[^\\]") "/);
      const program = argument.slice(1, -1).replace(/\\(["`$\\])/g, '$1');
      expect(program.replaceAll('%%', '%')).toBe(path);
      // A path, without quotes or field codes: a program that is gone makes the entry dead.
      expect(unescaped(valueOf(entry, 'TryExec'))).toBe(path);
    },
  );
});

describe('an entry that was turned off in the desktop’s settings', () => {
  const entry = entryOf('/opt/ninetray');

  it('is told from one that is on', () => {
    expect(isTurnedOff(entry)).toBe(false);
    expect(isTurnedOff(`${entry}Hidden=false\n`)).toBe(false);
    expect(isTurnedOff('')).toBe(false);
  });

  it('is hidden, or disabled as GNOME does it', () => {
    expect(isTurnedOff(`${entry}Hidden=true\n`)).toBe(true);
    expect(isTurnedOff(`${entry}Hidden = true`)).toBe(true);
    expect(isTurnedOff(entry.replace('enabled=true', 'enabled=false'))).toBe(true);
  });

  it('is not judged by another group of the file', () => {
    expect(isTurnedOff(`${entry}\n[Desktop Action x]\nHidden=true\n`)).toBe(false);
  });
});
