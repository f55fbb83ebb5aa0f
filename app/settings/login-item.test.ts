import { describe, expect, it } from 'vitest';
import { autostartEntry, autostartName } from './login-item';

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', s: ' ' };

describe('the autostart entry', () => {
  it('names the program with its arguments', () => {
    expect(autostartEntry(['/opt/NineTray/ninetray', '--hidden'])).toContain(
      '\nExec="/opt/NineTray/ninetray" "--hidden"\n',
    );
  });

  it('is named after the application, so that desktops find the same one in the menu', () => {
    expect(autostartName).toBe('io.github.ninetray.NineTray.desktop');
  });

  it('is passed over where its program is gone: TryExec is the path alone, as a string', () => {
    expect(autostartEntry(['/a b/"c"/$d/100%/\\/ninetray', '--hidden'])).toContain(
      '\nTryExec=/a b/"c"/$d/100%/\\\\/ninetray\n',
    );
  });

  it('quotes what a desktop would read as something else', () => {
    const exec = autostartEntry(['/home/a b/100%/"x"/$y/\\z'])
      .split('\n')
      .find((line) => line.startsWith('Exec='));
    expect(exec).toBe('Exec="/home/a b/100%%/\\\\"x\\\\"/\\\\$y/\\\\\\\\z"');
  });

  it('stays one line where a folder has a line break in its name', () => {
    const path = '/home/anna/a\nExec=/tmp/evil\r\n[Desktop Action x]\tb/ninetray';
    const entry = autostartEntry([path, '--hidden']);
    expect(entry.split(/[\r\n]+/)).toHaveLength(autostartEntry(['/opt/ninetray', '--hidden']).split('\n').length);
    expect(entry).toContain('Exec="/home/anna/a\\nExec=/tmp/evil\\r\\n[Desktop Action x]\\tb/ninetray" "--hidden"\n');
  });

  it.each(['/opt/ninetray', '/a b/"c"/$d/`e`/\\f/100%/g', '/line\nbreak/\ttab/\r\\n', "/it's/ö/日本"])(
    'reads back as the program it names: %j',
    (path) => {
      const value = /^Exec=(.*)$/m.exec(autostartEntry([path]))?.[1] ?? '';
      // As a desktop reads it: the string's escapes, then the argument's quotes, then the field codes.
      const string = value.replace(/\\([\\nrts])/g, (_, char: string) => UNESCAPED[char] ?? char);
      const argument = string.slice(1, -1).replace(/\\(["`$\\])/g, '$1');
      expect(argument.replaceAll('%%', '%')).toBe(path);
    },
  );
});
