import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { openLog } from './log.electron';

const folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-log-'));
vi.mock('electron', () => ({ app: { getPath: () => folder } }));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('is read by its owner alone, and says of an error where it came from, not what it says', () => {
  const log = openLog();
  log.event('started', { figure: 1 });
  log.unexpected('main', new Error('no\n    at https://api.example/?api-key=SECRET1234'));
  const file = join(folder, 'logs/main.log');
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toContain('started');
  expect(text).toContain('log.test.ts');
  expect(text).not.toMatch(/SECRET|https/);
  // Windows knows no such modes: there the folder's own access list is what protects.
  expect(process.platform === 'win32' || (fs.statSync(file).mode & 0o777) === 0o600).toBe(true);
});
