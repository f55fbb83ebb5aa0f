import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { watchFile } from './watch-file';

const folder = mkdtempSync(join(tmpdir(), 'ninetray-watch-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const soon = (_ms: number, run: () => void) => {
  const timer = setTimeout(run, 5);
  return () => clearTimeout(timer);
};

it('tells of one file only, also when it is replaced', async () => {
  let told = 0;
  const heard = () =>
    new Promise<void>((resolve) => {
      const stop = watchFile(folder, 'settings.json', soon, () => {
        told += 1;
        stop();
        resolve();
      });
      writeFileSync(join(folder, 'other.json'), '{}');
      writeFileSync(join(folder, 'new'), '{}');
      renameSync(join(folder, 'new'), join(folder, 'settings.json'));
    });
  await heard();
  expect(told).toBe(1);
});

it('is silent where there is no folder', () => {
  expect(() => watchFile(join(folder, 'nowhere'), 'settings.json', soon, () => undefined)()).not.toThrow();
});
