import { describe, expect, it } from 'vitest';
import { manualClock, settled } from '../model/clock.fixture';
import { Hold, type HoldEnd } from './hold';

const start = 1_000_000;
const megabyte = 1024 * 1024;

function holding() {
  const clock = manualClock(start);
  let changes = 0;
  const hold = new Hold(clock, () => (changes += 1));
  const ends: [name: string, how: HoldEnd][] = [];
  const wait = (name: string, { limit = 30_000, bytes = 0, client = new AbortController() } = {}) => {
    void hold.wait(limit, bytes, client.signal).then((how) => ends.push([name, how]));
    return client;
  };
  return { clock, hold, ends, wait, changes: () => changes };
}

describe('requests that wait', () => {
  it('are released in the order they came', async () => {
    const { hold, ends, wait } = holding();
    for (const name of ['a', 'b', 'c']) wait(name);
    await settled();
    expect(ends).toEqual([]);
    hold.release();
    await settled();
    expect(ends).toEqual([
      ['a', 'released'],
      ['b', 'released'],
      ['c', 'released'],
    ]);
    expect(hold.view()).toBe(null);
  });

  it('end each at its own limit, with one timer for all', async () => {
    const { clock, ends, wait } = holding();
    wait('long', { limit: 30_000 });
    wait('short', { limit: 5000 });
    await clock.advance(1000);
    wait('later', { limit: 5000 });
    expect(clock.waiting()).toBe(1);
    await clock.advance(3999);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([['short', 'late']]);
    await clock.advance(1000);
    expect(ends.slice(1)).toEqual([['later', 'late']]);
    await clock.advance(24_000);
    expect(ends.slice(2)).toEqual([['long', 'late']]);
    expect(clock.waiting()).toBe(0);
  });

  it('end when the computer wakes up, where they have waited longer than they may', async () => {
    const { clock, hold, ends, wait } = holding();
    wait('short', { limit: 5000 });
    wait('long', { limit: 120_000 });
    // Timers stand still while it sleeps.
    clock.set(start + 60_000);
    hold.expire();
    await settled();
    expect(ends).toEqual([['short', 'late']]);
    await clock.advance(60_000);
    expect(ends.slice(1)).toEqual([['long', 'late']]);
  });

  it('end when their client leaves, and make room', async () => {
    const { hold, ends, wait } = holding();
    const clients = Array.from({ length: 64 }, (_, at) => wait(String(at)));
    wait('too many');
    await settled();
    expect(ends).toEqual([['too many', 'full']]);
    clients[7]?.abort();
    await settled();
    expect(ends.slice(1)).toEqual([['7', 'left']]);
    expect(hold.view()?.reads).toBe(63);
    wait('in its place');
    await settled();
    expect(ends).toHaveLength(2);
    expect(hold.view()?.reads).toBe(64);
  });

  it('are one MiB at most, and what ended counts no more', async () => {
    const { hold, ends, wait } = holding();
    wait('half', { bytes: megabyte / 2 });
    wait('other half', { bytes: megabyte / 2 });
    wait('one byte', { bytes: 1 });
    await settled();
    expect(ends).toEqual([['one byte', 'full']]);
    hold.release();
    wait('all of it', { bytes: megabyte });
    await settled();
    expect(ends.slice(1)).toEqual([
      ['half', 'released'],
      ['other half', 'released'],
    ]);
  });

  it('are all ended when the gateway stops, and no timer is left', async () => {
    const { clock, hold, ends, wait } = holding();
    wait('a');
    wait('b');
    hold.stop();
    await settled();
    expect(ends.map(([, how]) => how)).toEqual(['stopped', 'stopped']);
    expect(clock.waiting()).toBe(0);
  });

  it('are counted since the first of them, and each beginning and end is reported', async () => {
    const { clock, hold, wait, changes } = holding();
    expect(hold.view()).toBe(null);
    wait('first', { limit: 5000 });
    await clock.advance(2000);
    wait('second');
    expect([hold.view(), changes()]).toEqual([{ reads: 2, since: start }, 2]);
    await clock.advance(3000);
    expect([hold.view(), changes()]).toEqual([{ reads: 1, since: start + 2000 }, 3]);
  });
});

it('a request whose client has left, or that may not wait, does not wait', async () => {
  const { clock, hold, changes } = holding();
  expect(await hold.wait(1000, 0, AbortSignal.abort())).toBe('left');
  expect(await hold.wait(0, 0, new AbortController().signal)).toBe('late');
  expect([hold.view(), changes(), clock.waiting()]).toEqual([null, 0, 0]);
});
