import { expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import { defaultSettings } from '../../model/settings';
import type { Settings } from '../../model/settings';
import { configuredClient } from './configured-client';

const key = 'Kq8z.Wm3_tY7uRb2';

/** A client over settings that can be changed, which answers all requests with this. */
function opened(status: number, answer: unknown) {
  let settings: Settings = defaultSettings;
  const asked: string[] = [];
  const logged: [string, unknown][] = [];
  const clock = manualClock(1_700_000_000_000);
  const create = configuredClient({
    clock,
    random: () => 0.5,
    settings: { read: () => settings },
    fetch(url) {
      asked.push(new URL(url).pathname);
      return Promise.resolve(Response.json(answer, { status }));
    },
    log: (event, facts) => logged.push([event, facts]),
  });
  return {
    client: create(key, 'https://api.example'),
    asked,
    logged,
    clock,
    change: (changes: Partial<Settings>) => (settings = { ...settings, ...changes }),
  };
}

it('asks where the settings of the moment say, and logs nothing of a request that is answered', async () => {
  const { client, asked, logged, change } = opened(200, {
    success: true,
    result: { status: 1, package_name: '100 IPs' },
  });
  expect(await client.readAutoRenew()).toMatchObject({ ok: true });
  change({ endpoints: { getAutoRenew: { path: '/client/v1/corrected' } } });
  await client.readAutoRenew();
  expect(asked[0]).not.toBe('/client/v1/corrected');
  expect(asked[1]).toBe('/client/v1/corrected');
  expect(logged).toEqual([]);
});

it('logs each attempt that fails, without the key', async () => {
  const { client, asked, logged, clock } = opened(500, { success: false, message: key });
  const answer = client.readAutoRenew();
  await clock.advance(60_000);
  expect(await answer).toMatchObject({ ok: false });
  expect(logged).toHaveLength(asked.length);
  expect(logged[0]).toEqual(['request failed', expect.objectContaining({ operation: 'getAutoRenew', attempt: 1 })]);
  expect(JSON.stringify(logged)).not.toContain(key);
});
