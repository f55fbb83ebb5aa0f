import { expect, it } from 'vitest';
import { type ManualClock, manualClock } from '../../model/clock.fixture';
import { runLoop, type ScriptCalls } from './loop';

const settings = { address: 'http://127.0.0.1:20321', token: 'ntkToken', path: '/client/v1/account/get-balance-data' };

/** A loop that runs, over answers that the test gives. */
function running(answer: (clock: ManualClock) => Promise<Response>, read = () => settings) {
  const clock = manualClock(0);
  const asked: { at: number; url: string; authorization: string | null }[] = [];
  const seen: ScriptCalls[] = [];
  const end = new AbortController();
  const loop = runLoop(
    {
      settings: read,
      fetch(url, init) {
        asked.push({
          at: clock.now(),
          url: url.href,
          authorization: new Headers(init.headers).get('authorization'),
        });
        return answer(clock);
      },
      now: clock.now,
      wait: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
      onCall: (calls) => seen.push(calls),
    },
    end.signal,
  );
  return { clock, asked, seen, end, loop };
}

const good = async () => Response.json({ success: true, result: {} });

it('asks the gateway once a second with its token, and counts the answers', async () => {
  const { clock, asked, seen, end } = running(good);
  for (let second = 0; second < 5; second += 1) await clock.advance(1000);
  expect(asked[0]).toEqual({ at: 0, url: settings.address + settings.path, authorization: 'Bearer ntkToken' });
  expect(asked.map(({ at }) => at)).toEqual([0, 1000, 2000, 3000, 4000, 5000]);
  expect(seen.at(-1)).toEqual({ calls: 6, answered: 6, longestMilliseconds: 0 });
  end.abort();
});

it('counts a call as one that was missed where the gateway refuses it, it answers otherwise than 9Proxy, or it cannot be reached', async () => {
  const answers: (() => Promise<Response>)[] = [
    async () => Response.json({ success: false, message: 'no', errors: [] }, { status: 503 }),
    async () => Response.json({ success: false }),
    async () => new Response('<html>'),
    async () => Promise.reject(new TypeError('fetch failed')),
    good,
  ];
  const { clock, seen, end } = running(() => (answers.shift() ?? good)());
  for (let second = 0; second < 5; second += 1) await clock.advance(1000);
  expect(seen.at(-1)).toMatchObject({ calls: 6, answered: 2 });
  end.abort();
});

it('asks one at a time: it waits as long as the gateway does, and not a second more', async () => {
  const { clock, asked, seen, end } = running(
    ({ after }) => new Promise((resolve) => void after(30_000, () => resolve(Response.json({ success: true })))),
  );
  await clock.advance(29_000);
  expect([asked.length, seen.length]).toEqual([1, 0]);
  await clock.advance(1500);
  expect(seen).toEqual([{ calls: 1, answered: 1, longestMilliseconds: 30_000 }]);
  expect(asked).toHaveLength(2);
  end.abort();
});

it('ends with the demo, and counts nothing more', async () => {
  const { clock, asked, end, loop } = running(good);
  await clock.advance(1500);
  end.abort();
  await clock.advance(5000);
  await loop;
  expect(asked).toHaveLength(2);
});

it('reads its settings again for each call, and asks nobody outside of this computer whatever they say', async () => {
  const moved = [
    settings,
    { ...settings, address: 'https://api.9proxy.com' },
    { ...settings, address: 'http://127.0.0.1:20999' },
  ];
  const { clock, asked, seen, end } = running(good, () => moved.shift() ?? settings);
  await clock.advance(2500);
  expect(asked.map(({ url }) => new URL(url).host)).toEqual(['127.0.0.1:20321', '127.0.0.1:20999']);
  expect(seen.at(-1)).toMatchObject({ calls: 3, answered: 2 });
  end.abort();
});
