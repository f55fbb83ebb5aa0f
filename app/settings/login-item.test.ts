import { describe, expect, it } from 'vitest';
import { autostartEntry } from './login-item';

describe('the autostart entry', () => {
  it('names the program with its arguments', () => {
    expect(autostartEntry(['/opt/NineTray/ninetray', '--hidden'])).toContain(
      '\nExec="/opt/NineTray/ninetray" "--hidden"\n',
    );
  });

  it('quotes what a desktop would read as something else', () => {
    const exec = autostartEntry(['/home/a b/100%/"x"/$y/\\z'])
      .split('\n')
      .find((line) => line.startsWith('Exec='));
    expect(exec).toBe('Exec="/home/a b/100%%/\\\\"x\\\\"/\\\\$y/\\\\\\\\z"');
  });
});
