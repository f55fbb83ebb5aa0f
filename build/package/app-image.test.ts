import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../paths.mjs';

it('an AppImage is started with its sandbox, which electron-builder turns off by default', () => {
  const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  expect(config).toMatch(/^appImage:\n {2}executableArgs: \[\]$/m);
  expect(config).not.toMatch(/^\s*[^#\n]*no-sandbox/m);
});
