import { describe, expect, it } from 'vitest';
import { mayBeKeyringHelper } from './keyring-helper-switch';

const started = {
  platform: 'linux',
  blocking: true,
  program: '/opt/NineTray/ninetray',
  parentProgram: '/opt/NineTray/ninetray',
} as const;

describe('the keyring helper', () => {
  it('serves NineTray on Linux where safeStorage blocks', () => {
    expect(mayBeKeyringHelper(started)).toBe(true);
  });

  it.each([
    ['another program started it', { parentProgram: '/usr/bin/bash' }],
    ['its parent is not known', { parentProgram: null }],
    ['neither program is known', { program: null, parentProgram: null }],
    ['safeStorage does not block', { blocking: false }],
    ['it runs on macOS', { platform: 'darwin' as const }],
    ['it runs on Windows', { platform: 'win32' as const }],
  ])('does not serve when %s', (_, otherwise) => {
    expect(mayBeKeyringHelper({ ...started, ...otherwise })).toBe(false);
  });
});
