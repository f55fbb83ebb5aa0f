// Tries, time limits and the two places, with a fetch and a clock that the test controls.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNineProxy } from '../client';
import type { NineProxyOptions } from '../client';
import { applyEndpoints } from '../operations/endpoints';
import type { RequestLine } from './transport';

const key = 'aB3dE5fG7hJ9kL2m';
const start = Date.UTC(2026, 0, 1);
const well = { success: true, result: { id: 1 } };

const timeLimits = new Set([10_000, 20_000, 30_000]);

type Answering = (request: Request, attempt: number) => Response | Promise<Response>;

/** A client whose waits are noted and over at once, but for the time limit, which `timeOut` ends. */
function bench(answering: Answering, more: Partial<NineProxyOptions> = {}) {
  const waits: number[] = [];
  const limits: (() => void)[] = [];
  const given: number[] = [];
  const lines: RequestLine[] = [];
  const requests: Request[] = [];
  /** One for each request: what ends it. */
  const signals: AbortSignal[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request);
    if (init?.signal) signals.push(init.signal);
    return answering(request, requests.length);
  };
  const client = createNineProxy({
    key,
    address: 'https://api.9proxy.com',
    fetch,
    now: () => start,
    random: () => 0.5,
    wait: (ms) => {
      if (timeLimits.has(ms)) {
        given.push(ms);
        return new Promise((resolve) => limits.push(resolve));
      }
      waits.push(ms);
      return Promise.resolve();
    },
    log: (line) => lines.push(line),
    ...more,
  });
  const timeOut = () => limits.splice(0).forEach((end) => end());
  return { client, waits, lines, requests, signals, given, timeOut };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const problem = (kind: string, rest: object = {}) => ({ ok: false, problem: { kind, ...rest } });
const never = () => new Promise<Response>(() => undefined);
/** Lets everything that is ready run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('tries', () => {
  it('asks three times at most, with growing pauses', async () => {
    const { client, waits, requests } = bench(() => json({}, 500));
    expect(await client.readAccount()).toEqual(problem('server-trouble', { status: 500 }));
    expect(requests).toHaveLength(3);
    expect(waits).toEqual([250, 500]);
  });

  it('takes the first good answer', async () => {
    const { client, requests } = bench((_, attempt) => (attempt < 2 ? json({}, 502) : json(well)));
    expect((await client.readAccount()).ok).toBe(true);
    expect(requests).toHaveLength(2);
  });

  it('keeps the wait that the server asks for, and adds its jitter', async () => {
    const { client, waits } = bench((_, attempt) => (attempt < 2 ? json({}, 429, { 'retry-after': '3' }) : json(well)));
    expect((await client.readAccount()).ok).toBe(true);
    expect(waits).toEqual([3250]);
  });

  it('does not wait longer than twenty seconds, but says until when', async () => {
    const { client, waits, requests } = bench(() => json({}, 429, { 'retry-after': '21' }));
    expect(await client.readAccount()).toEqual(problem('rate-limited', { until: start + 21_000 }));
    expect(requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('sends no read before the time that the vendor named, and says until when; a write goes out', async () => {
    let now = start;
    const { client, requests } = bench(
      ({ method }) => (method === 'GET' ? json({}, 429, { 'retry-after': '120' }) : json(well)),
      { now: () => now },
    );
    const limited = problem('rate-limited', { until: start + 120_000 });
    for (let press = 0; press < 10; press += 1) expect(await client.readAccount()).toEqual(limited);
    expect(await client.readBalance()).toEqual(limited);
    expect(requests).toHaveLength(1);
    expect((await client.setSubAccountEnabled(7, true)).ok).toBe(true);
    now += 120_000;
    await client.readAccount();
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['a refused key', () => json({ success: false, message: 'No' }, 403), 'key-refused'],
    ['a block on the way', () => new Response('error code: 1020', { status: 403 }), 'blocked-on-the-way'],
    ['a missing operation', () => json({}, 404), 'not-offered'],
    ['a rejection', () => json({ message: 'no' }, 400), 'rejected'],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/' } }), 'redirected'],
    ['no JSON', () => new Response('?'), 'unreadable-answer'],
    [
      'a certificate that is not trusted',
      () => {
        throw new Error('net::ERR_CERT_AUTHORITY_INVALID');
      },
      'unreachable',
    ],
  ])('does not repeat %s', async (_, answering, kind) => {
    const { client, requests } = bench(answering);
    expect(await client.readAccount()).toMatchObject(problem(kind));
    expect(requests).toHaveLength(1);
  });

  it('never repeats a write, whatever the answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 200, max: 599 }), fc.string(), async (status, body) => {
        const empty = [204, 205, 304].includes(status);
        const { client, requests, waits } = bench(
          () => new Response(empty ? null : body, { status, headers: { 'retry-after': '1' } }),
        );
        await client.setSubAccountEnabled(1, true);
        expect(requests).toHaveLength(1);
        expect(waits).toEqual([]);
      }),
    );
  });

  it.each([
    ['ECONNRESET', problem('outcome-unknown')],
    ['UND_ERR_SOCKET', problem('outcome-unknown')],
    ['ENOTFOUND', problem('unreachable', { why: 'name' })],
    ['ECONNREFUSED', problem('unreachable', { why: 'refused' })],
  ])('knows of a write that failed with %s whether it may have happened', async (code, result) => {
    const { client, requests } = bench(() => {
      throw new TypeError('fetch failed', { cause: { code } });
    });
    expect(await client.setSubAccountEnabled(1, true)).toEqual(result);
    expect(requests).toHaveLength(1);
  });

  it('sends a write that was corrected to GET once, with its fields as parameters', async () => {
    const endpoints = applyEndpoints({ setSubAccountStatus: { method: 'GET' } });
    const { client, requests } = bench(() => json({}, 500), { endpoints: () => endpoints });
    expect(await client.setSubAccountEnabled(7, true)).toMatchObject(problem('server-trouble'));
    expect(requests.map(({ method, url }) => `${method} ${new URL(url).search}`)).toEqual([
      `GET ?id=7&status=1&api-key=${key}`,
    ]);
  });

  it('sends a read that was corrected to another method than GET once', async () => {
    const endpoints = applyEndpoints({ getAccountInfo: { method: 'POST' } });
    const { client, requests } = bench(() => json({}, 503), { endpoints: () => endpoints });
    expect(await client.readAccount()).toMatchObject(problem('server-trouble'));
    expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('sends redirect, cookie and cache policies with every request', async () => {
    const { client, requests } = bench(() => json(well));
    await client.readAccount();
    expect(requests[0]).toMatchObject({ redirect: 'manual', credentials: 'omit', cache: 'no-store' });
  });
});

describe('time and patience', () => {
  it('gives the first try ten seconds and each further one ten more, then ends it', async () => {
    const { client, requests, signals, given, timeOut } = bench(never);
    const answer = client.readAccount();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await settle();
      expect(requests).toHaveLength(attempt);
      timeOut();
    }
    expect(await answer).toEqual(problem('timed-out'));
    expect(given).toEqual([10_000, 20_000, 30_000]);
    expect(signals.map(({ aborted }) => aborted)).toEqual(requests.map(() => true));
  });

  it('tries no more within the longest limit than once', async () => {
    const { client, requests, timeOut } = bench(never);
    for (const tries of [3, 1]) {
      const before = requests.length;
      const answer = client.readAccount();
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        await settle();
        timeOut();
      }
      expect(await answer).toEqual(problem('timed-out'));
      expect(requests.length - before).toBe(tries);
    }
  });

  it('gives a write the time that reads have needed', async () => {
    let time = start;
    const answering: Answering = async (_, attempt) => {
      if (attempt === 1) return never();
      time += 11_000;
      return json(well);
    };
    const { client, given, timeOut } = bench(answering, { now: () => time });
    const read = client.readAccount();
    await settle();
    timeOut();
    expect((await read).ok).toBe(true);
    expect((await client.setSubAccountEnabled(1, true)).ok).toBe(true);
    expect(given).toEqual([10_000, 20_000, 20_000]);
  });

  it('sends a write when the one before has ended, and its time begins then', async () => {
    const { client, requests, given, timeOut } = bench((_, attempt) => (attempt === 1 ? never() : json(well)));
    const first = client.setSubAccountEnabled(1, true);
    const second = client.setSubAccountEnabled(2, true);
    await settle();
    expect([requests.length, given]).toEqual([1, [10_000]]);
    timeOut();
    expect(await first).toEqual(problem('outcome-unknown'));
    expect(await second).toMatchObject({ ok: true });
    expect(given).toEqual([10_000, 10_000]);
  });

  it('tells what sends it which requests must go out only once', async () => {
    const endpoints = applyEndpoints({ setSubAccountStatus: { method: 'GET' }, getAutoRenew: { method: 'POST' } });
    const once: [string, boolean][] = [];
    const { client } = bench(() => json(well), {
      endpoints: () => endpoints,
      fetch: async (url, init) => {
        once.push([new URL(url).pathname.split('/').at(-1) ?? '', init.once]);
        return json(well);
      },
    });
    await client.readAccount();
    await client.readAutoRenew();
    await client.setSubAccountEnabled(1, true);
    expect(once.map(([, isOnce]) => isOnce)).toEqual([false, true, true]);
  });

  it('counts the time that the body takes', async () => {
    const { client, timeOut } = bench((_, attempt) =>
      attempt === 1 ? new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })) : json(well),
    );
    const answer = client.readAccount();
    await settle();
    timeOut();
    expect((await answer).ok).toBe(true);
  });

  it('does not know what became of a write that timed out', async () => {
    const { client, requests, timeOut } = bench(never);
    const answer = client.setSubAccountEnabled(1, true);
    await settle();
    timeOut();
    expect(await answer).toEqual(problem('outcome-unknown'));
    expect(requests).toHaveLength(1);
  });

  it('stops when its caller does: before, during, and between tries', async () => {
    const { client, requests, signals } = bench(never);
    const early = AbortSignal.abort();
    expect(await client.readAccount({ signal: early })).toEqual(problem('cancelled'));
    expect(await client.setSubAccountEnabled(1, true, { signal: early })).toEqual(problem('cancelled'));
    expect(requests).toHaveLength(0);

    const during = new AbortController();
    const read = client.readAccount({ signal: during.signal });
    const write = client.setSubAccountEnabled(1, true, { signal: during.signal });
    await settle();
    during.abort();
    expect(await read).toEqual(problem('cancelled'));
    expect(await write).toEqual(problem('outcome-unknown'));
    expect(signals.map(({ aborted }) => aborted)).toEqual(requests.map(() => true));

    const between = new AbortController();
    const pausing = bench(() => json({}, 500), {
      wait: (ms) => {
        if (!timeLimits.has(ms)) between.abort();
        return timeLimits.has(ms) ? new Promise(() => undefined) : Promise.resolve();
      },
    });
    expect(await pausing.client.readAccount({ signal: between.signal })).toEqual(problem('cancelled'));
    expect(pausing.requests).toHaveLength(1);
  });

  it('asks two things at a time, in order, and skips those that were given up in the line', async () => {
    const open: ((response: Response) => void)[] = [];
    const { client, requests } = bench(() => new Promise((resolve) => open.push(resolve)));
    const third = new AbortController();
    const page = (number: number, signal?: AbortSignal) =>
      client.listSubAccounts({ page: number, limit: 1 }, { signal });
    const answers = [page(1), page(2), page(3, third.signal), page(4)];
    await settle();
    expect(requests).toHaveLength(2);
    third.abort();
    expect(await answers[2]).toEqual(problem('cancelled'));
    open[0]?.(json({ result: { items: [] } }));
    await settle();
    expect(requests.map(({ url }) => new URL(url).searchParams.get('page'))).toEqual(['1', '2', '4']);
    open[1]?.(json({ result: { items: [] } }));
    open[2]?.(json({ result: { items: [] } }));
    expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, true, false, true]);
  });
});

describe('the key', () => {
  const ways = [
    (said: string) => said,
    encodeURIComponent,
    (said: string) => Buffer.from(said).toString('hex').replace(/../g, '%$&'),
    (said: string) => Buffer.from(said).toString('base64'),
    (said: string) => said.split('').toReversed().join(''),
    (said: string) => `<html><body>${said}</body></html>`,
    (said: string) => `https://api.9proxy.com/?api-key=${said}`,
  ];
  const secret = fc.string({ unit: fc.constantFrom(...'abcdeXYZ0189+/%'.split('')), minLength: 8, maxLength: 64 });

  it('is in no result and no log line, whatever the server answers or the network throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom(...ways),
        fc.oneof(fc.constant(200), fc.integer({ min: 200, max: 599 })),
        fc.constantFrom('envelope', 'account', 'balance', 'renew', 'list', 'text', 'thrown'),
        async (own, write, status, shape) => {
          const said = write(own);
          const bodies: Record<string, unknown> = {
            envelope: { success: false, message: said, errors: [said, { said }] },
            account: { success: true, message: said, result: { id: 1, email: said, username: `a ${said} b` } },
            balance: {
              result: { ip_data: [{ plan_id: said, amount: 1 }], traffic_data: [{ amount: 1, plan_name: said }] },
            },
            renew: { result: { status: 1, package_name: said, last_message: said } },
            list: { result: { items: [{ id: 1, username: said, note: said }], total_items: said } },
            text: said,
          };
          const body = shape === 'text' ? said : JSON.stringify(bodies[shape]);
          const { client, lines, requests } = bench(
            (request) => {
              if (shape === 'thrown') throw Object.assign(new Error(request.url, { cause: said }), { code: said });
              const empty = [204, 205, 304].includes(status);
              const headers = { location: encodeURI(said), 'retry-after': '1', 'x-echo': encodeURI(said) };
              return new Response(empty ? null : body, { status, headers });
            },
            { key: own },
          );
          const results = [
            await client.readAccount(),
            await client.readBalance(),
            await client.readAutoRenew(),
            await client.listSubAccounts({ page: 1, limit: 9 }),
            await client.setSubAccountEnabled(1, false),
          ];
          expect(requests.length).toBeLessThanOrEqual(4 * 3 + 1);
          expect(requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
          expect(new URL(requests[0]?.url ?? '').searchParams.get('api-key')).toBe(own);
          const out = strings([results, lines]);
          for (const form of [own, Buffer.from(own).toString('base64'), encodeURIComponent(own)]) {
            for (let at = 0; at + 6 <= form.length; at += 1) {
              const piece = form.slice(at, at + 6);
              expect(out.filter((text) => text.includes(piece))).toEqual([]);
            }
          }
        },
      ),
    );
  });
});

/** Every text in a value, but the names that our own code gave. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
