import { describe, expect, it } from 'vitest';
import type { Account } from '../model/state/app-state';
import { failed, ok, type Result } from '../model/problem';
import { createCandidates } from './candidate';

const start = 1_800_000_000_000;
const account: Account = { id: 7, email: null, username: 'anna', emailVerified: true, twoFactor: true };
const secret = 'k3y-that-nobody-may-see';

/** Candidates over a vendor whose answers the test releases. */
function setUp({ canProtect = true } = {}) {
  let now = start;
  const timers = new Set<{ ms: number; run: () => void }>();
  let tickets = 0;
  const tried: { key: string; answer: (answer: Result<Account>) => void }[] = [];
  const candidates = createCandidates({
    readText: (text) => (text.trim() === '' ? failed({ kind: 'key-shape', why: 'empty' }) : ok(text.trim())),
    tryKey: (key) =>
      new Promise((resolve) => {
        tried.push({ key, answer: resolve });
      }),
    fingerprint: (key) => `print of ${key.length}`,
    canProtect: () => Promise.resolve(canProtect),
    newTicket: () => `ticket ${(tickets += 1)}`,
    clock: {
      now: () => now,
      after(ms, run) {
        const timer = { ms, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
  });
  return {
    candidates,
    tried,
    timers,
    wait: (ms: number) => {
      now += ms;
    },
    checked: async (text = secret) => {
      const checking = candidates.check(text);
      tried.at(-1)?.answer(ok(account));
      return checking;
    },
  };
}

describe('check', () => {
  it('tries the key once and returns whose it is, without its text', async () => {
    const { candidates, tried } = setUp();
    const checking = candidates.check(`  ${secret}\n`);
    expect(tried.map(({ key }) => key)).toEqual([secret]);
    tried[0]?.answer(ok(account));
    const candidate = await checking;
    expect(candidate).toEqual(
      ok({
        ticket: 'ticket 1',
        fingerprint: `print of ${secret.length}`,
        account,
        storages: ['protected', 'session'],
        checkedAt: start,
      }),
    );
    expect(JSON.stringify(candidate)).not.toContain(secret);
  });

  it('offers no protection where there is none, and the session first', async () => {
    const { checked } = setUp({ canProtect: false });
    expect(await checked()).toMatchObject({ value: { storages: ['session', 'unprotected'] } });
  });

  it('does not try what is no key', async () => {
    const { candidates, tried } = setUp();
    expect(await candidates.check(' ')).toEqual(failed({ kind: 'key-shape', why: 'empty' }));
    expect(tried).toEqual([]);
  });

  it('says why the key does not work, and keeps nothing of it', async () => {
    const { candidates, tried } = setUp();
    const checking = candidates.check(secret);
    tried[0]?.answer(failed({ kind: 'key-refused' }));
    expect(await checking).toEqual(failed({ kind: 'key-refused' }));
    expect(candidates.take('ticket 1')).toBeNull();
  });

  it('says of a refused key when its form is unusual', async () => {
    const { candidates, tried } = setUp();
    const checking = candidates.check('9p_live:Ab+/9=~');
    tried[0]?.answer(failed({ kind: 'key-refused' }));
    expect(await checking).toEqual(failed({ kind: 'key-refused', unusual: true }));
  });

  it('gives way to a later check, whichever is answered first', async () => {
    const { candidates, tried } = setUp();
    const first = candidates.check('first key');
    const second = candidates.check('second key');
    tried[1]?.answer(ok(account));
    expect(await second).toMatchObject({ ok: true, value: { ticket: 'ticket 1' } });
    tried[0]?.answer(ok({ ...account, id: 8 }));
    expect(await first).toEqual(failed({ kind: 'cancelled' }));
    expect(candidates.take('ticket 1')).toEqual({ text: 'second key', account });
  });

  it('makes the ticket of an earlier one void at once', async () => {
    const { candidates, checked } = setUp();
    await checked();
    void candidates.check('another');
    expect(candidates.take('ticket 1')).toBeNull();
  });
});

describe('take', () => {
  it('gives text and account once', async () => {
    const { candidates, checked } = setUp();
    await checked();
    expect(candidates.take('ticket 1')).toEqual({ text: secret, account });
    expect(candidates.take('ticket 1')).toBeNull();
  });

  it('gives nothing for another ticket, and leaves the right one good', async () => {
    const { candidates, checked } = setUp();
    await checked();
    expect(candidates.take('ticket 2')).toBeNull();
    expect(candidates.take('ticket 1')).not.toBeNull();
  });

  it('gives nothing after ten minutes, and nothing later', async () => {
    const { candidates, checked, wait } = setUp();
    await checked();
    wait(10 * 60_000);
    expect(candidates.take('ticket 1')).not.toBeNull();
    await checked();
    wait(10 * 60_000 + 1);
    expect(candidates.take('ticket 2')).toBeNull();
    wait(-10 * 60_000);
    expect(candidates.take('ticket 2')).toBeNull();
  });
});

describe('the ten minutes', () => {
  it('expire on their own, even if the key is never asked for and the clock was set back', async () => {
    const { candidates, checked, timers, wait } = setUp();
    await checked();
    expect([...timers].map(({ ms }) => ms)).toEqual([10 * 60_000]);
    wait(-60 * 60_000);
    for (const { run } of timers) run();
    expect(candidates.take('ticket 1')).toBeNull();
  });

  it('restart with each check, and leave no timer behind', async () => {
    const { candidates, checked, timers } = setUp();
    await checked();
    const [first] = timers;
    await checked();
    expect([...timers]).toHaveLength(1);
    expect(timers.has(first ?? { ms: 0, run: () => undefined })).toBe(false);
    candidates.take('ticket 2');
    await checked();
    candidates.discard('ticket 3');
    await checked();
    candidates.clear();
    expect([...timers]).toEqual([]);
  });
});

describe('discard', () => {
  it('removes the key of its ticket, and of no other', async () => {
    const { candidates, checked } = setUp();
    await checked();
    candidates.discard('ticket 2');
    candidates.discard('ticket 1');
    expect(candidates.take('ticket 1')).toBeNull();
    await checked();
    candidates.discard('ticket 1');
    expect(candidates.take('ticket 2')).not.toBeNull();
  });
});

describe('clear', () => {
  it('gives up what waits, and what is still being checked', async () => {
    const { candidates, tried, checked } = setUp();
    const waiting = await checked();
    if (!waiting.ok) throw new Error('not checked');
    candidates.clear();
    expect(candidates.take(waiting.value.ticket)).toBeNull();
    const checking = candidates.check(secret);
    candidates.clear();
    tried.at(-1)?.answer(ok(account));
    expect(await checking).toMatchObject({ problem: { kind: 'cancelled' } });
  });
});
