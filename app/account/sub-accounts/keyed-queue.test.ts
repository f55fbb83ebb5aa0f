import { describe, expect, it } from 'vitest';
import { settled } from '../../model/clock.fixture';
import { createKeyedQueue } from './keyed-queue';

/** Tasks that end when they are told to. */
function setUp() {
  const turns = createKeyedQueue();
  const began: string[] = [];
  const ends = new Map<string, { well: () => void; badly: () => void }>();
  const begin = (id: number, name: string) =>
    turns.run(id, () => {
      began.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, { well: () => resolve(name), badly: () => reject(new Error(name)) });
      });
    });
  return { began, ends, begin };
}

describe('turns', () => {
  it('run one after the other about the same id, and at once about others', async () => {
    const { began, ends, begin } = setUp();
    const first = begin(1, 'first');
    const second = begin(1, 'second');
    const other = begin(2, 'other');
    await settled();
    expect(began).toEqual(['first', 'other']);
    ends.get('first')?.well();
    ends.get('other')?.well();
    expect(await first).toBe('first');
    expect(await other).toBe('other');
    await settled();
    expect(began).toEqual(['first', 'other', 'second']);
    ends.get('second')?.well();
    expect(await second).toBe('second');
  });

  it('go on after one that failed', async () => {
    const { began, ends, begin } = setUp();
    const first = begin(1, 'first');
    const second = begin(1, 'second');
    ends.get('first')?.badly();
    await expect(first).rejects.toThrow('first');
    await settled();
    expect(began).toEqual(['first', 'second']);
    ends.get('second')?.well();
    await second;
  });
});
