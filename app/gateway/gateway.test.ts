// Who may ask how often, what waits while the key is regenerated, and what is counted.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualConsumerChoices } from '../model/access/consumer';
import { endpoints } from '../nineproxy/operations/endpoints';
import { emptyAccess } from './consumers/access-document';
import { hashToken, isToken } from './consumers/token';
import { accountPath, gatewayFixture, realKey } from './gateway.fixture';

const createPath = endpoints.createProxyConnection.path;
const { limits } = usualConsumerChoices;
const refusedAnswer = { status: 401, body: '{"success":false,"message":"Invalid api key","errors":["x"]}' };
const nextKey = 'NEXTKEY1234567890abcdefgh';

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !holds(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(holds()).toBe(true);
}

describe('a token', () => {
  it('is ntk and 40 letters and digits, is stored as a hash only, and is another each time', () => {
    const { token, document } = gatewayFixture();
    const tokens = Array.from({ length: 20 }, () => token());
    expect(new Set(tokens).size).toBe(20);
    for (const one of tokens) {
      expect(isToken(one)).toBe(true);
      expect(JSON.stringify(document.read())).not.toContain(one);
      expect(JSON.stringify(document.read())).toContain(hashToken(one));
    }
  });

  it('that is not known, is revoked, is over or was renewed is refused, each with its reason', async () => {
    const { ask, token, book, clock, arrivals } = gatewayFixture();
    const revoked = token({ name: 'revoked' });
    const short = token({ name: 'short', expiresAt: clock.now() + 1000 });
    const before = token({ name: 'renewed' });
    book.revoke(({ name }) => name === 'revoked');
    const renewed = book.renew(book.view().consumers.find(({ name }) => name === 'renewed')?.id ?? '');
    await clock.advance(1000);
    const codes = await Promise.all(
      [`ntk${'x'.repeat(40)}`, 'something', revoked, short, before].map(
        async (one) => (await ask(accountPath, one)).code,
      ),
    );
    expect(codes).toEqual(['token-unknown', 'token-unknown', 'token-revoked', 'token-expired', 'token-revoked']);
    expect(arrivals).toEqual([]);
    expect((await ask(accountPath, renewed.ok ? renewed.value.token : '')).status).toBe(200);
  });

  it('of a lease has its consumer’s rights, and ends when it is ended, at its time, or with its consumer', async () => {
    const { ask, token, book, clock } = gatewayFixture();
    token({ name: 'Scraper', role: 'figures' });
    const lease = () => {
      const made = book.lease('Scraper', 1000);
      return made.ok ? made.value.token : '';
    };
    const [ended, late, gone] = [lease(), lease(), lease()];
    expect((await ask(endpoints.listSubAccounts.path, ended)).code).toBe('not-in-role');
    expect((await ask(accountPath, ended)).status).toBe(200);
    book.endLease(ended);
    expect((await ask(accountPath, ended)).code).toBe('token-unknown');
    await clock.advance(1000);
    expect((await ask(accountPath, late)).code).toBe('token-expired');
    book.revoke(() => true);
    expect((await ask(accountPath, gone)).code).toBe('token-unknown');
  });
});

describe('limits', () => {
  it('let twice the rate through at once, and say when it is worth asking again', async () => {
    const { ask, token, clock } = gatewayFixture();
    const good = token();
    const answers = await Promise.all(Array.from({ length: 11 }, () => ask(accountPath, good)));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    expect(answers[10]?.retryAfter).toBe(1);
    await clock.advance(200);
    expect((await ask(accountPath, good)).status).toBe(200);
  });

  it('of 9Proxy slow everybody down, and are passed on', async () => {
    const { ask, token, world, arrivals, clock } = gatewayFixture();
    world.answer = () => ({ status: 429, headers: { 'retry-after': '7' } });
    const first = await ask(accountPath, token());
    const second = await ask(accountPath, token());
    expect([first.status, first.retryAfter, second.status, second.retryAfter, arrivals.length]).toEqual([
      429, 7, 429, 7, 1,
    ]);
    await clock.advance(7000);
    world.answer = () => ({});
    expect((await ask(accountPath, token())).status).toBe(200);
  });

  it('a cap counts what was asked for, over restarts, and never lets more through (T18)', async () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant('5'), fc.constant(-3));
    await fc.assert(
      fc.asyncProperty(fc.array(amount, { maxLength: 12 }), async (amounts) => {
        let content = emptyAccess;
        let sent = 0;
        let token = '';
        for (const quantity of amounts) {
          const fixture = gatewayFixture({ content });
          const caps = { ...limits, writesPerMinute: 600, writesPerDay: 6, ipsPerRequest: 30, ipsPerDay: 60 };
          if (token === '') token = fixture.token({ role: 'spend', limits: caps });
          await fixture.ask(createPath, token, { method: 'POST', body: JSON.stringify({ quantity }) });
          for (const { body } of fixture.arrivals) {
            const asked: unknown = JSON.parse(body);
            const value = typeof asked === 'object' && asked !== null && 'quantity' in asked ? asked.quantity : null;
            expect(value).toSatisfy((one) => typeof one === 'number' && one <= 30);
            sent += Number(value);
          }
          content = fixture.document.read();
        }
        expect(sent).toBeLessThanOrEqual(60);
      }),
    );
  });

  it.each([
    ['an amount under another name', { quantity: 1, qty: 1000 }, ''],
    ['an amount as text', { quantity: '5' }, ''],
    ['an amount in the address', { quantity: 1 }, 'quantity=1000'],
  ])('a cap refuses what it cannot count: %s (T18)', async (_, body, query) => {
    const { ask, token, arrivals } = gatewayFixture();
    const capped = token({ role: 'spend', limits: { ...limits, ipsPerDay: 10 } });
    const answer = await ask(createPath, capped, { method: 'POST', body: JSON.stringify(body), query });
    expect([answer.code, arrivals]).toEqual(['cap', []]);
  });
});

describe('while the key is regenerated', () => {
  it('reads wait in order, and are sent with the new key', async () => {
    const { ask, token, world, gateway, arrivals, lines, clock } = gatewayFixture();
    world.situation = 'holding';
    world.rotationId = 'r';
    const good = token();
    const answers = Array.from({ length: 5 }, (_, at) => ask(accountPath, good, { query: `at=${at}` }));
    await until(() => gateway.holding()?.reads === 5);
    await clock.advance(20_000);
    world.key = { text: nextKey, address: 'https://api.example', generation: 2 };
    world.situation = 'sending';
    gateway.situationChanged();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(arrivals.map(({ key, query }) => [key, query])).toEqual([0, 1, 2, 3, 4].map((at) => [nextKey, `at=${at}`]));
    expect(lines.map(({ held }) => held)).toEqual(Array.from({ length: 5 }, () => 20_000));
    const summary = { rotationId: 'r', answered: 5, gaveUp: 0, refusedWrites: 0, longestMilliseconds: 20_000 };
    expect([gateway.summary(), gateway.holding()]).toEqual([summary, null]);
  });

  it('a read that the dying key was refused for is asked again with the new one (T19)', async () => {
    const { ask, token, world, gateway, arrivals } = gatewayFixture();
    world.mayBeDying = true;
    world.answer = ({ key }) => {
      if (key === nextKey) return {};
      world.situation = 'holding';
      return refusedAnswer;
    };
    const answer = ask(accountPath, token());
    await until(() => gateway.holding() !== null);
    world.key = { text: nextKey, address: 'https://api.example', generation: 2 };
    world.situation = 'sending';
    gateway.situationChanged();
    expect((await answer).status).toBe(200);
    expect(arrivals.map(({ key }) => key)).toEqual([realKey, nextKey]);
  });

  it('a read waits as long as its consumer allows, and no longer', async () => {
    const { ask, token, world, gateway, clock, arrivals } = gatewayFixture();
    world.situation = 'holding';
    const short = ask(accountPath, token({ holdSeconds: 5 }));
    const long = ask(accountPath, token({ holdSeconds: 60 }));
    await until(() => gateway.holding()?.reads === 2);
    await clock.advance(5000);
    expect(await short).toMatchObject({ status: 503, code: 'rotating', retryAfter: 5 });
    expect(gateway.holding()?.reads).toBe(1);
    await clock.advance(55_000);
    expect((await long).code).toBe('rotating');
    expect((await ask(accountPath, token({ holdSeconds: 0 }))).code).toBe('rotating');
    expect(arrivals).toEqual([]);
  });

  it('a write is refused at once, or waits ten seconds where its consumer may', async () => {
    const { ask, token, world, gateway, clock, arrivals } = gatewayFixture();
    world.situation = 'holding';
    const post = { method: 'POST', body: '{"quantity":1}' };
    expect((await ask(createPath, token({ role: 'spend' }), post)).code).toBe('rotating');
    const waiting = ask(createPath, token({ role: 'spend', holdWrites: true }), post);
    await until(() => gateway.holding() !== null);
    await clock.advance(10_000);
    expect([(await waiting).code, arrivals]).toEqual(['rotating', []]);
  });

  it('64 wait, and one more is refused with the reason', async () => {
    const { ask, token, world, gateway, arrivals } = gatewayFixture();
    world.situation = 'holding';
    const good = token({ limits: { ...limits, readsPerSecond: 1000 } });
    const answers = Array.from({ length: 64 }, () => ask(accountPath, good));
    await until(() => gateway.holding()?.reads === 64);
    expect((await ask(accountPath, good)).code).toBe('busy');
    gateway.stop();
    const ended = await Promise.all(answers);
    expect(new Set(ended.map(({ code }) => code))).toEqual(new Set(['stopping']));
    expect(arrivals).toEqual([]);
  });
});
