// The attacks of docs/security.md on the gateway, each as a test: what must never reach 9Proxy, and what must never come back.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationIds } from '../model/api/operation-id';
import { endpoints } from '../nineproxy/operations/endpoints';
import { mayAsk } from './consumers/roles';
import { accountPath, gatewayFixture, oldKey, realKey } from './gateway.fixture';

const createPath = endpoints.createProxyConnection.path;

describe('a browser (T1)', () => {
  it.each([
    ['Origin', 'https://evil.example'],
    ['Origin', 'null'],
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Dest', 'image'],
    ['Referer', 'https://evil.example/'],
    ['Cookie', 'a=b'],
  ])('that sends %s: %s gets nothing, and is told nothing of NineTray', async (name, value) => {
    const { ask, token, arrivals } = gatewayFixture();
    const answer = await ask(accountPath, token(), { headers: [[name, value]] });
    expect([answer.status, answer.code]).toEqual([403, 'browser']);
    expect(answer.body).not.toMatch(/ninetray/i);
    expect(arrivals).toEqual([]);
  });

  it('is recognised before anything else, while Node’s own fetch is not taken for one', async () => {
    const { ask, token } = gatewayFixture();
    const badHost = await ask(accountPath, null, {
      host: 'evil.example',
      headers: [['Origin', 'null']],
      method: 'OPTIONS',
    });
    expect(badHost.code).toBe('browser');
    expect((await ask(accountPath, token(), { headers: [['Sec-Fetch-Mode', 'cors']] })).status).toBe(200);
  });
});

describe('another host name (T2)', () => {
  it.each([
    [null],
    [''],
    ['127.0.0.1'],
    ['localhost'],
    ['[::1]'],
    ['127.0.0.1:19091'],
    ['127.0.0.1:19090 '],
    ['127.0.0.1.:19090'],
    ['localhost.:19090'],
    ['LOCALHOST:19090'],
    ['localhost:019090'],
    ['127.0.0.2:19090'],
    ['127.1:19090'],
    ['2130706433:19090'],
    ['0.0.0.0:19090'],
    ['0x7f.1:19090'],
    ['[::]:19090'],
    ['[0:0:0:0:0:0:0:1]:19090'],
    ['[::ffff:127.0.0.1]:19090'],
    ['user@127.0.0.1:19090'],
    ['127.0.0.1:19090,evil.example'],
    ['127.0.0.1:19090#'],
    ['127.0.0.1:19090/'],
    ['evil.example'],
    ['evil.example:19090'],
    ['localhost.evil.example:19090'],
    ['127.0.0.1.evil.example:19090'],
    ['ninetray:19090'],
    ['gateway.sock'],
    ['\u00a0127.0.0.1:19090'],
  ])('such as %j is refused, whatever the token', async (host) => {
    const { ask, token, arrivals } = gatewayFixture();
    const answer = await ask(accountPath, token(), { host });
    expect([answer.status, answer.code, arrivals]).toEqual([403, 'foreign-host', []]);
  });

  it('beside the right one is refused, too', async () => {
    const { ask, token } = gatewayFixture();
    const answer = await ask(accountPath, token(), { headers: [['Host', '127.0.0.1:19090']] });
    expect(answer.code).toBe('foreign-host');
  });
});

it('another user of this computer is refused with a good token (T5)', async () => {
  const { ask, token, arrivals } = gatewayFixture();
  const answer = await ask(accountPath, token(), { isFromOtherUser: true });
  expect([answer.status, answer.code, arrivals]).toEqual([403, 'other-user', []]);
});

it('a path is one of the table, exactly, and what is sent is built from the table (T8)', async () => {
  const { ask, token, arrivals } = gatewayFixture();
  const all = token({ role: 'everything', secrets: true, unknownPaths: true, limits: limits(1e6) });
  const piece = fc.constantFrom(
    '/client/v1/account/get-info',
    '/client/v1/',
    'account',
    '/',
    '//',
    '..',
    '.',
    ';',
    '\\',
    '%2e%2e',
    '%2f',
    '%00',
    '\0',
    '#',
    '@evil.example',
    'http://evil.example',
    'dev',
    'register',
    'GET-INFO',
    ' ',
    '\r\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
      arrivals.length = 0;
      const path = `/${pieces.join('')}`;
      await ask(path, all);
      for (const { path: sent } of arrivals) {
        expect(sent).toMatch(/^\/client\/v1\/[a-z0-9-]+\/[a-z0-9-]+$/);
        expect(path.split('?')[0]).toBe(sent);
        expect(sent).not.toMatch(/\/dev\//);
      }
    }),
  );
});

describe('what is checked is what is sent (T9)', () => {
  const credential = (token: string, query: string) => query.replaceAll('TOKEN', token);

  it.each([
    ['api-key=TOKEN&api-key=TOKEN'],
    ['api-key=TOKEN&api%2Dkey=other'],
    ['api%2Dkey=TOKEN'],
    ['API-KEY=TOKEN'],
    ['api-key=TOKEN&API-KEY=other'],
    ['api-key=TOKEN&api_key=other'],
    ['api-key=TOKEN&apikey=other'],
  ])('the parameters %s are not one credential', async (query) => {
    const { ask, token, arrivals } = gatewayFixture();
    const answer = await ask(accountPath, null, { query: credential(token(), query) });
    expect([answer.status, arrivals]).toEqual([400, []]);
  });

  it('a token as a parameter and as a header is refused, and one header alone is taken', async () => {
    const { ask, token, arrivals } = gatewayFixture();
    const good = token();
    for (const header of [
      ['Authorization', `Bearer ${good}`],
      ['api-key', good],
    ] as const) {
      expect((await ask(accountPath, good, { headers: [header] })).status).toBe(400);
      expect((await ask(accountPath, null, { headers: [header] })).status).toBe(200);
    }
    expect(arrivals.map(({ key }) => key)).toEqual([realKey, realKey]);
  });

  it.each([
    ['{"quantity":1,"quantity":1000}'],
    ['{"a":{"x":1,"x":2}}'],
    ['{"quantity":1,"\\u0071uantity":1000}'],
    ['[1]'],
    ['1'],
    ['{"quantity":1}x'],
    ['{quantity:1}'],
    ['quantity=1'],
  ])('the body %s is no write', async (body) => {
    const { ask, token, arrivals } = gatewayFixture();
    const answer = await ask(createPath, token({ role: 'spend' }), { method: 'POST', body });
    expect([answer.status, arrivals]).toEqual([400, []]);
  });

  it('a write is written again, without its spaces and comments of headers', async () => {
    const { ask, token, arrivals } = gatewayFixture();
    const options = { method: 'POST', body: ' {"quantity" : 1 } ', headers: [['X-Trick', 'yes']] as const };
    await ask(createPath, token({ role: 'spend' }), options);
    expect(arrivals).toMatchObject([{ body: '{"quantity":1}', once: true, key: realKey }]);
    expect(Object.keys(arrivals[0]?.headers ?? {})).toEqual(['accept', 'content-type']);
  });

  it('a parameter that is there twice is sent twice, and a parameter cannot become the key', async () => {
    const { ask, token, arrivals } = gatewayFixture();
    await ask(endpoints.listSubAccounts.path, token(), { query: 'id=1&id=2&x=%26api-key%3Dother' });
    expect(arrivals).toMatchObject([{ key: realKey, query: 'id=1&id=2&x=%26api-key%3Dother' }]);
  });
});

it('each role may ask for exactly these operations (T10)', () => {
  const may = (role: 'figures' | 'read' | 'switch' | 'sub-accounts' | 'spend' | 'everything', secrets: boolean) =>
    operationIds.filter((id) => mayAsk({ role, secrets, unknownPaths: false }, id));
  const roles = ['figures', 'read', 'switch', 'sub-accounts', 'spend', 'everything'] as const;
  expect(Object.fromEntries(roles.map((role) => [role, may(role, false)]))).toMatchSnapshot();
  expect(may('read', true).filter((id) => !may('read', false).includes(id))).toEqual([
    'listShareCodes',
    'listUsedCodes',
    'listSubUsers',
  ]);
  for (const role of roles) {
    expect(mayAsk({ role, secrets: true, unknownPaths: true }, 'registerSandboxAccount')).toBe(false);
    expect(mayAsk({ role, secrets: true, unknownPaths: true }, null)).toBe(role === 'everything');
  }
});

it('a read role gets no passwords and no codes, and nothing is asked for them (T10)', async () => {
  const { ask, token, arrivals } = gatewayFixture();
  const good = token();
  for (const id of ['listSubUsers', 'listShareCodes', 'createProxyConnection'] as const) {
    const { method, path } = endpoints[id];
    expect((await ask(path, good, { method, body: method === 'GET' ? '' : '{}' })).code).toBe('not-in-role');
  }
  expect(arrivals).toEqual([]);
});

describe('the key does not come back (T11)', () => {
  const forms = [
    realKey,
    encodeURIComponent(realKey),
    Buffer.from(realKey).toString('base64'),
    Buffer.from(`x${realKey}`).toString('base64url'),
    Buffer.from(realKey).toString('hex').replaceAll(/../g, '%$&'),
    Buffer.from(realKey).toString('hex').replaceAll(/../g, String.raw`\u00$&`),
  ];
  const bodies = forms.flatMap((form) => [
    `{"success":false,"message":"bad key ${form}","errors":["${form}"]}`,
    `{"${form}":1,"result":{"deep":[{"${form}":"${form}"}]}}`,
    `<html>${form}</html>`,
    form,
  ]);

  it.each(bodies)('in a body: %s', async (body) => {
    const { ask, token, world } = gatewayFixture();
    world.answer = () => ({ status: 400, body });
    const answer = await ask(accountPath, token());
    const found = JSON.stringify(answer);
    expect(found).not.toContain(realKey);
    for (const form of forms) expect(found).not.toContain(form);
    expect(unescapeAll(found)).not.toContain(realKey);
  });

  it('in a redirect: it is answered with 502 and no address', async () => {
    const { ask, token, world } = gatewayFixture();
    for (const status of [301, 302, 307, 308]) {
      world.answer = () => ({
        status,
        headers: { location: `https://api.example/x?api-key=${realKey}` },
        body: realKey,
      });
      const answer = await ask(accountPath, token());
      expect([answer.status, answer.code]).toEqual([502, 'redirected']);
      expect(JSON.stringify(answer)).not.toContain(realKey);
    }
  });

  it('an answer without it is passed on as it is', async () => {
    const { ask, token, world } = gatewayFixture();
    const body = '{"success":true, "result":{"id":12345678901234567890,"x":"a"}}';
    world.answer = () => ({ body, headers: { 'x-vendor': 'x', 'set-cookie': 'a=b' } });
    const answer = await ask(accountPath, token());
    expect(answer).toEqual({ status: 200, code: null, isJson: true, body, retryAfter: null });
  });
});

it('lines of activity hold an operation, a status and times, and no token, key or parameter (T12)', async () => {
  const { ask, token, lines } = gatewayFixture();
  const good = token();
  await ask(accountPath, good, { query: `name=${realKey}` });
  await ask(accountPath, realKey);
  await ask(`/client/v1/${good}/x`, good);
  expect(JSON.stringify(lines)).not.toContain(good);
  expect(JSON.stringify(lines)).not.toContain(realKey);
  expect(lines.map(({ operation, status }) => [operation, status])).toEqual([
    ['getAccountInfo', 200],
    ['getAccountInfo', 401],
    [null, 404],
  ]);
});

describe('a request that came through a proxy (T14)', () => {
  it.each([['Via'], ['Forwarded'], ['X-Forwarded-For'], ['X-Forwarded-Host'], ['X-Forwarded-Proto']])(
    'with %s is refused, and learns of NO_PROXY',
    async (name) => {
      const { ask, token, arrivals } = gatewayFixture();
      const answer = await ask(accountPath, token(), { headers: [[name, '1.1 proxy']] });
      expect([answer.status, answer.code, arrivals]).toEqual([421, 'proxied', []]);
      expect(answer.body).toContain('NO_PROXY');
    },
  );

  it('in absolute form is refused', async () => {
    const { ask, token } = gatewayFixture();
    expect((await ask(`http://127.0.0.1:19090${accountPath}`, token())).code).toBe('proxied');
  });
});

describe('a write is sent at most once (T15)', () => {
  it.each([
    ['a refused key', { status: 401, body: '{"success":false,"message":"x","errors":["y"]}' }],
    ['an error', { status: 500 }],
    ['a gateway that lost it', { status: 502, body: '' }],
  ])('answered with %s', async (_, answer) => {
    const { ask, token, arrivals, world } = gatewayFixture();
    world.mayBeDying = true;
    world.answer = () => answer;
    await ask(createPath, token({ role: 'spend' }), { method: 'POST', body: '{"quantity":1}' });
    expect(arrivals).toMatchObject([{ once: true }]);
  });

  it('with a connection that breaks: its outcome is not known', async () => {
    const { ask, token, arrivals, world } = gatewayFixture();
    world.answer = () => Promise.reject(new Error('net::ERR_CONNECTION_RESET'));
    const answer = await ask(createPath, token({ role: 'spend' }), { method: 'POST', body: '{"quantity":1}' });
    expect([answer.code, arrivals.length]).toEqual(['outcome-unknown', 1]);
  });

  it('that waits and whose client leaves is not sent', async () => {
    const { ask, token, arrivals, world, gateway } = gatewayFixture();
    world.situation = 'holding';
    const client = new AbortController();
    const options = { method: 'POST', body: '{"quantity":1}', client };
    const answer = ask(createPath, token({ role: 'spend', holdWrites: true }), options);
    await settled(() => gateway.holding() !== null);
    client.abort();
    // Its place is free at once.
    await settled(() => gateway.holding() === null);
    world.situation = 'sending';
    gateway.situationChanged();
    expect([(await answer).code, arrivals]).toEqual(['stopping', []]);
  });
});

it('a thousand requests with a refused key reach 9Proxy not once (T16)', async () => {
  const { ask, token, arrivals, world } = gatewayFixture();
  world.situation = 'key-refused';
  const good = token({ limits: limits(1e6) });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(accountPath, good)));
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['key-refused']));
  expect(arrivals).toEqual([]);
});

describe('the account’s own keys (G6)', () => {
  it.each([
    ['real', realKey, 'real-key'],
    ['old', oldKey, 'old-key'],
  ] as const)('the %s one is refused, seen, and not sent', async (which, key, code) => {
    const { ask, arrivals, sightings } = gatewayFixture();
    expect((await ask(accountPath, key)).code).toBe(code);
    expect([arrivals, sightings]).toEqual([[], [which]]);
  });
});

describe('malformed requests (T20)', () => {
  it.each([['CONNECT'], ['TRACE'], ['OPTIONS'], ['HEAD'], ['PATCH'], ['get'], ['']])(
    '%j is not a method',
    async (method) => {
      const { ask, token, arrivals } = gatewayFixture();
      const answer = await ask(accountPath, token(), { method });
      expect([answer.status, arrivals]).toEqual([405, []]);
    },
  );

  it.each([
    ['an older protocol', { httpVersion: '1.0' }],
    ['an upgrade', { headers: [['Upgrade', 'websocket']] as const }],
    ['a read with a body', { headers: [['Content-Length', '5']] as const }],
    ['a read with chunks', { headers: [['Transfer-Encoding', 'chunked']] as const }],
    ['parameters that are not encoded', { query: 'a=%' }],
  ])('%s is not a request', async (_, options) => {
    const { ask, token, arrivals } = gatewayFixture();
    const answer = await ask(accountPath, token(), options);
    expect([answer.status, arrivals]).toEqual([400, []]);
  });
});

function limits(readsPerSecond: number) {
  return { readsPerSecond, writesPerMinute: 600, writesPerDay: null, ipsPerRequest: null, ipsPerDay: null };
}

/** Waits for microtasks and streams until something holds. */
async function settled(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !holds(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(holds()).toBe(true);
}

function unescapeAll(text: string): string {
  return text
    .replaceAll(/\\+u00([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
