import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSecrets } from './secrets';

function counted(most?: number) {
  let made = 0;
  return createSecrets({ newRef: () => `ref-${(made += 1)}`, ...(most === undefined ? {} : { most }) });
}

it('returns the same reference for the same text, and another for another text', () => {
  const secrets = counted();
  const one = secrets.refOf('CODE-A');
  expect(secrets.refOf('CODE-A')).toBe(one);
  expect(secrets.refOf('CODE-B')).not.toBe(one);
  expect(secrets.textOf(one)).toBe('CODE-A');
});

it('returns nothing for a reference that it did not create, or that was cleared', () => {
  const secrets = counted();
  const ref = secrets.refOf('CODE-A');
  expect(secrets.textOf('CODE-A')).toBeNull();
  secrets.clear();
  expect(secrets.textOf(ref)).toBeNull();
  expect(secrets.refOf('CODE-A')).not.toBe(ref);
});

it('removes the secret first that was requested longest ago', () => {
  const secrets = counted(2);
  const a = secrets.refOf('A');
  const b = secrets.refOf('B');
  expect(secrets.textOf(a)).toBe('A');
  secrets.refOf('C');
  expect(secrets.textOf(a)).toBe('A');
  expect(secrets.textOf(b)).toBeNull();
});

it('never confuses two texts, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 200 }), (texts) => {
      const secrets = counted(1000);
      const refs = texts.map((text) => secrets.refOf(text));
      expect(refs.map((ref) => secrets.textOf(ref))).toEqual(texts);
      expect(new Set(refs).size).toBe(new Set(texts).size);
    }),
  );
});
