import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { processMark } from './process-mark';

it('stays the same while a process runs, and is gone with it', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const mark = processMark(pid);
  expect(mark).not.toBeNull();
  expect(processMark(pid)).toBe(mark);
  child.kill();
  await once(child, 'exit');
  expect(processMark(pid)).toBeNull();
});

it('is there for this process, and not for a number that none has', () => {
  expect(processMark(process.pid)).not.toBeNull();
  expect(processMark(2 ** 22 + 1)).toBeNull();
});
