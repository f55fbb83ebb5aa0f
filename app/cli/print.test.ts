import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { print, tolerate } from './print';

const failing = (code: string) =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

it('says whether the text has left', async () => {
  const heard: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      heard.push(String(chunk));
      done();
    },
  });
  expect(await print(stream, 'figures')).toBe(true);
  expect(heard).toEqual(['figures']);
});

it('survives a reader that has gone, a full disk and a stream that throws', async () => {
  for (const code of ['EPIPE', 'ENOSPC']) {
    const stream = failing(code);
    tolerate(stream);
    expect(await print(stream, 'figures')).toBe(false);
  }
  const closed = {
    write: () => {
      throw new Error('EBADF');
    },
  } as unknown as NodeJS.WritableStream;
  expect(await print(closed, 'figures')).toBe(false);
});
