import { existsSync, mkdtempSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../build/paths.mjs';
import { windowIconFile } from './window-icon';

it('is a file that the build draws, on Linux and Windows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-icons-'));
  execFileSync(process.execPath, [join(root, 'build/icons/make-icons.mjs'), folder]);
  for (const platform of ['linux', 'win32'] as const) {
    const file = windowIconFile(platform);
    expect(file !== null && existsSync(join(folder, file))).toBe(true);
  }
  expect(windowIconFile('darwin')).toBeNull();
});
