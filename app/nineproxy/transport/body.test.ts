import { expect, it } from 'vitest';
import { longestBody, receive, type Reply } from './body';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(body: Reply['body']) {
  return receive({ status: 200, headers: { get: () => null }, body }, new AbortController().signal);
}

it('reads a body that has come already as it reads a stream', async () => {
  const all = bytes('\ufeff{"city":"東京"}');
  for (const cut of all.keys()) {
    const chunks = [all.slice(0, cut), all.slice(cut)];
    const { body } = await read(new Blob(chunks).stream());
    expect((await read(chunks)).body).toBe(body);
  }
});

it('takes no body that is too long, however it comes', async () => {
  const half = bytes(' '.repeat(longestBody / 2));
  const tooLong = [half, half, bytes('1')];
  expect((await read(tooLong)).body).toBe((await read(new Blob(tooLong).stream())).body);
  expect((await read(tooLong)).body).not.toContain('1');
  expect((await read([half, half])).body).toHaveLength(longestBody);
});

it('reads an empty list as no text', async () => {
  expect((await read([])).body).toBe('');
});
