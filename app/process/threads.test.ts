import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { endThreads, startThread } from './threads';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-threads-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A script for a thread. */
function script(code: string): string {
  const file = path.join(folder, 'thread.mjs');
  fs.writeFileSync(file, code);
  return file;
}

it('has no thread left when all are ended, whatever they were doing', async () => {
  const busy = script('for (;;) {}');
  const threads = [startThread(busy, {}), startThread(busy, {})];
  const ended = Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('exit', resolve))));
  await endThreads();
  expect(threads.map(({ threadId }) => threadId)).toStrictEqual([-1, -1]);
  await ended;
});

it('also ends a thread that is started while the others end', async () => {
  const busy = script('for (;;) {}');
  const first = startThread(busy, {});
  const late = new Promise<ReturnType<typeof startThread>>((resolve) => {
    first.once('exit', () => resolve(startThread(busy, {})));
  });
  await endThreads();
  expect((await late).threadId).toBe(-1);
});

it('resolves at once when every thread has already ended', async () => {
  const thread = startThread(script(''), {});
  await new Promise((resolve) => {
    thread.once('exit', resolve);
  });
  await expect(endThreads()).resolves.toBeUndefined();
});
