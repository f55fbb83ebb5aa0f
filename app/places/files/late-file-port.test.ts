import { expect, it } from 'vitest';
import type { FilePort } from '../ports';
import { createLateFilePort } from './late-file-port';

const way = { by: 'file', path: '/a/.env' } as const;
const salt = Buffer.alloc(4);
const keys = { old: 'old', next: 'next' };

it('loads the port with the first call, once, and passes every call on', async () => {
  let loads = 0;
  const calls: unknown[][] = [];
  const answering =
    (name: string) =>
    (...given: unknown[]) => {
      calls.push([name, ...given]);
      return Promise.resolve(`answer of ${name}`);
    };
  const names = ['plan', 'write', 'prove', 'digest', 'tokens', 'mend'] as const;
  const attributes = (ways: unknown) => {
    calls.push(['attributes', ways]);
    return async (path: string) => path === way.path;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the calls answer is only passed on
  const loaded = {
    ...Object.fromEntries(names.map((name) => [name, answering(name)])),
    attributes,
  } as unknown as FilePort;
  const files = createLateFilePort(async () => {
    loads += 1;
    return loaded;
  });
  expect(loads).toBe(0);
  const hasAttributes = files.attributes([way]);
  expect(await hasAttributes(way.path)).toBe(true);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- plans are only passed on
  const plan = {} as Parameters<FilePort['write']>[1];
  const answers = await Promise.all([
    files.plan(way, keys, salt),
    files.write(way, plan, keys, salt),
    files.prove(way, plan, keys, salt),
    files.digest(way, salt),
    files.tokens(way),
    files.mend(way, plan, keys, salt),
  ]);
  expect(answers).toEqual(names.map((name) => `answer of ${name}`));
  expect(calls).toEqual([
    ['attributes', [way]],
    ['plan', way, keys, salt],
    ['write', way, plan, keys, salt],
    ['prove', way, plan, keys, salt],
    ['digest', way, salt],
    ['tokens', way],
    ['mend', way, plan, keys, salt],
  ]);
  expect(loads).toBe(1);
});
