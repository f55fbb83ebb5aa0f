import { expect, it } from 'vitest';
import { SharedRead } from './shared-read';

/** A list that is read when the test says so, and the readings that have begun. */
function fixture() {
  const begun: Reading[] = [];
  const list = new SharedRead<string>(
    () =>
      new Promise((resolve, reject) => {
        begun.push({ resolve, reject });
      }),
  );
  return { begun, list };
}

interface Reading {
  resolve(text: string): void;
  reject(error: Error): void;
}

const soon = () => new Promise((resolve) => void setImmediate(resolve));

it('reads once for all who ask before it begins, and again for all who ask while it runs', async () => {
  const { begun, list } = fixture();
  const first = [list.read(), list.read()];
  await soon();
  const second = [list.read(), list.read(), list.read()];
  await soon();
  expect(begun).toHaveLength(1);
  begun[0]?.resolve('first');
  expect(await Promise.all(first)).toEqual(['first', 'first']);
  await soon();
  expect(begun).toHaveLength(2);
  begun[1]?.resolve('second');
  expect(await Promise.all(second)).toEqual(['second', 'second', 'second']);
  void list.read();
  await soon();
  expect(begun).toHaveLength(3);
});

it('reads again after a reading that failed', async () => {
  const { begun, list } = fixture();
  const first = list.read();
  await soon();
  const second = list.read();
  begun[0]?.reject(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await soon();
  begun[1]?.resolve('second');
  expect(await second).toBe('second');
});
