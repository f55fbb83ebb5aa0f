import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startDemo } from '../demo/demo.fixture';
import { createLocalApp } from './local-app';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

const never = () => () => undefined;

async function answering(status: number, body: string): Promise<number> {
  const server: Server = createServer((_request, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  open.push(() => server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const reading = (port: number | null) => createLocalApp({ fetch, after: never }).readToday(port);

describe('the today list of the application on this computer', () => {
  it('is read from its local API without spending anything', async () => {
    const { demo, origin } = await startDemo();
    open.push(() => void demo.close());
    const before = demo.account.ipPlans.map(({ left }) => left);
    const read = await reading(Number(new URL(origin).port));
    expect(read.ok && read.value.items.length).toBeGreaterThan(0);
    expect(read.ok && read.value.items[0]?.cells).toMatchObject({ ip: expect.any(String), state: expect.any(String) });
    expect(demo.account.ipPlans.map(({ left }) => left)).toEqual(before);
    expect(Object.keys(demo.log.summary().operations)).toEqual(['/api/today_list']);
  });

  it('is requested without a key, a cookie or a body', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ method, url, headers, rawHeaders }, response) => {
      const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
      asked.push(method, url, headers.host, ...names.toSorted());
      response.writeHead(200, { 'set-cookie': 'a=b' }).end('{"error":false,"data":[]}');
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    open.push(() => server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await reading(port);
    const first = asked.splice(0);
    await reading(port);
    expect(asked).toEqual(first);
    const [method, url, host, ...headers] = first;
    expect([method, url, host]).toEqual(['GET', '/api/today_list?t=2&limit=1000', `127.0.0.1:${port}`]);
    // Headers that Node's fetch adds, and those of the request.
    const usual = [
      'accept',
      'accept-encoding',
      'accept-language',
      'connection',
      'host',
      'sec-fetch-mode',
      'user-agent',
    ];
    expect(headers).toEqual(usual);
  });

  it('is not requested while it is off', async () => {
    expect(await reading(null)).toEqual({ ok: false, problem: { kind: 'not-offered' } });
  });

  it.each([
    ['a web page', 200, '<html></html>'],
    ['something else that has no data', 200, '{"data":null,"errors":[]}'],
    ['an error without data', 200, '{"error":true,"data":null}'],
    ['an error', 200, '{"error":true,"message":"no","data":[]}'],
    ['another shape', 200, '{"error":false,"data":{"rows":[]}}'],
    ['trouble', 500, '{"error":false,"data":[]}'],
    ['a redirect', 302, ''],
  ])('is absent where %s answers', async (_what, status, body) => {
    expect(await reading(await answering(status, body))).toEqual({ ok: false, problem: { kind: 'local-app-absent' } });
  });

  it.each([
    [404, '{"error":true,"message":"none"}'],
    [200, '{"error":false,"message":"","data":null}'],
    [200, '{"error":false,"message":"","data":{"items":null}}'],
    [200, '{"error":false,"message":"","data":[]}'],
    [200, '{"data":{"items":[]}}'],
  ])('is empty where none was used, in each way of saying so: %i %s', async (status, body) => {
    const value = { items: [], totalItems: 0, totalPages: 1, skipped: 0 };
    expect(await reading(await answering(status, body))).toEqual({ ok: true, value });
  });

  it('has at most 1,000 rows, distinguishes equal ones and counts what was left out', async () => {
    const data = Array.from({ length: 1200 }, () => ({ ip: '198.18.0.9' }));
    const read = await reading(await answering(200, JSON.stringify({ error: false, data })));
    expect(read).toMatchObject({ ok: true, value: { totalItems: 1200, skipped: 200 } });
    expect(read.ok && new Set(read.value.items.map(({ key }) => key)).size).toBe(1000);
  });

  it('is reported as unavailable where nothing listens, and times out', async () => {
    const port = await answering(200, '');
    for (const close of open.splice(0)) close();
    expect(await reading(port)).toEqual({ ok: false, problem: { kind: 'local-app-absent' } });
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => {
      silent.listen(0, '127.0.0.1', resolve);
    });
    open.push(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const address = silent.address();
    const at = typeof address === 'object' && address !== null ? address.port : 0;
    const soon = (_ms: number, run: () => void) => {
      setImmediate(run);
      return () => undefined;
    };
    expect(await createLocalApp({ fetch, after: soon }).readToday(at)).toEqual({
      ok: false,
      problem: { kind: 'local-app-absent' },
    });
  });
});

describe('the demo’s local API', () => {
  it.each(['/api/proxy', '/api/forward'])('spends an IP for %s, as the real one does', async (path) => {
    const { demo, origin } = await startDemo();
    open.push(() => void demo.close());
    const sum = () => demo.account.ipPlans.reduce((total, { left }) => total + left, 0);
    const before = sum();
    expect((await fetch(`${origin}${path}`)).status).toBe(200);
    expect(sum()).toBe(before - 1);
  });

  it('answers ports in the documented shape, and releases those that are asked to be free', async () => {
    const { demo, origin } = await startDemo();
    open.push(() => void demo.close());
    const read = async (path: string): Promise<{ data: Record<string, unknown>[] }> =>
      JSON.parse(await (await fetch(`${origin}${path}`)).text());
    const [row] = (await read('/api/port_status')).data;
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['address', 'city', 'online', 'public_ip']);
    const ports = (await read('/api/port_check')).data;
    expect(Object.keys(ports[0] ?? {}).toSorted()).toEqual(['online', 'port']);
    await fetch(`${origin}/api/port_free?ports=${String(ports[0]?.['port'])}`);
    const left = (await read('/api/port_check')).data;
    expect(left.some(({ port }) => port === ports[0]?.['port'])).toBe(false);
  });
});
