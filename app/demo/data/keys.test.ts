// One key at a time, in one place of the request.
import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asker, read, startDemo } from '../demo.fixture';
import { Keys } from './keys';
import { seededRandom } from './random';

let asker: Asker;
beforeEach(async () => {
  asker = await startDemo();
});
afterEach(() => asker.demo.close());

const statusWith = async (key: string | null) => (await asker.ask('getAccountInfo', {}, key)).status;

describe('the key', () => {
  it('is forty letters and digits, the same for the same seed', () => {
    const first = new Keys(seededRandom(9, 'keys'));
    const second = new Keys(seededRandom(9, 'keys'));
    expect(first.current).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(first.current).toBe(second.current);
    expect(first.regenerate(0)).toBe(second.regenerate(0));
    expect(new Keys(seededRandom(10, 'keys')).current).not.toBe(first.current);
  });

  it('is asked for', async () => {
    expect(await statusWith(asker.key)).toBe(200);
    expect(await statusWith(null)).toBe(403);
    expect(await statusWith('')).toBe(403);
    expect(await statusWith(asker.key.toLowerCase())).toBe(403);
  });

  it('is taken from the query alone, and once', async () => {
    const path = `${asker.origin}/client/v1/account/get-info`;
    const headers = { authorization: `Bearer ${asker.key}`, 'api-key': asker.key };
    expect((await fetch(path, { headers })).status).toBe(403);
    expect((await read(new URL(`${path}?api_key=${asker.key}`))).status).toBe(403);
    expect((await read(new URL(`${path}?api-key=${asker.key}&api-key=${asker.key}`))).status).toBe(403);
  });

  it('dies at the moment a new one is made', async () => {
    const second = asker.demo.regenerateKey();
    expect([await statusWith(asker.key), await statusWith(second)]).toEqual([403, 200]);
    const third = (await asker.control('regenerate', {})).json.key;
    expect([await statusWith(asker.key), await statusWith(second), await statusWith(third)]).toEqual([403, 403, 200]);
  });

  it('an old key works for as long as a simulated fault keeps it alive, and no longer', async () => {
    asker.demo.faults.set([{ kind: 'oldKeySurvives', seconds: 60 }]);
    const second = asker.demo.regenerateKey();
    expect([await statusWith(asker.key), await statusWith(second)]).toEqual([200, 200]);
    asker.demo.advance(59);
    expect(await statusWith(asker.key)).toBe(200);
    asker.demo.advance(1);
    expect([await statusWith(asker.key), await statusWith(second)]).toEqual([403, 200]);
  });
});

describe('what is no operation', () => {
  it.each(['/', '/client/v1/nothing', '/_demo/nothing', '/client/v1/subs/create'])(
    '%s is a page with 404',
    async (path) => {
      const { status, headers, text } = await read(new URL(`${path}?api-key=${asker.key}`, asker.origin));
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(text).not.toContain(asker.key);
    },
  );

  it('a body that is no JSON object is refused', async () => {
    const url = new URL(`/client/v1/subs/create?api-key=${asker.key}`, asker.origin);
    const post = async (body: string, type: string) => {
      const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
      const { errors } = z.object({ errors: z.array(z.string()) }).parse(await response.json());
      return [response.status, errors[0]];
    };
    expect(await post('{"note": ', 'application/json')).toEqual([400, 'The body must be a JSON object']);
    expect(await post('[1]', 'application/json')).toEqual([400, 'The body must be a JSON object']);
    expect(await post('{}', 'text/plain')).toEqual([400, 'The body must be application/json']);
    const long = JSON.stringify({ note: 'x'.repeat(1_100_000) });
    expect(await post(long, 'application/json')).toEqual([400, 'The body is too large']);
  });
});
