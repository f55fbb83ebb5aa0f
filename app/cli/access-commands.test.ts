import { describe, expect, it } from 'vitest';
import type { AccessView } from '../model/access/access-view';
import { exampleAccess } from '../model/access/access.fixture';
import type { ConsumerChoices } from '../model/access/consumer';
import type { AccessRequest } from '../model/access/terminal-request';
import { manualClock } from '../model/clock.fixture';
import { failed, ok, type Problem } from '../model/problem';
import { exampleNow } from '../model/state/app-state.fixture';
import { accessCliTexts } from '../texts/status/access-cli';
import { type AccessCommandContext, runAccessCommand } from './access-commands';
import { Leases } from './leases';

const url = 'http://127.0.0.1:19090';
const token = `ntk${'A'.repeat(40)}`;

function asking(view: AccessView, problem: Problem | null = null) {
  const acts: unknown[] = [];
  const added: ConsumerChoices[] = [];
  let now = view;
  const answer = () => (problem === null ? ok(undefined) : failed(problem));
  const access: AccessCommandContext['access'] = {
    view: () => now,
    url: () => (now.status === 'listening' ? url : null),
    setOn(on) {
      now = { ...now, on, status: on ? 'listening' : 'off' };
      return Promise.resolve(answer());
    },
    setPaused(isPaused) {
      now = { ...now, status: isPaused ? 'paused' : 'listening' };
      return answer();
    },
    add(choices) {
      added.push(choices);
      return problem === null ? ok({ id: 'c9', token }) : failed(problem);
    },
    revoke(id) {
      acts.push(id);
      return answer();
    },
    revokeAll() {
      acts.push('all');
      return answer();
    },
    lease: () => (problem === null ? ok({ token, url, expiresAt: exampleNow }) : failed(problem)),
    endLease: () => undefined,
  };
  const leases = new Leases({ clock: manualClock(exampleNow), markOf: () => 'runs' });
  const context = { access, leases, now: exampleNow, locale: 'en-US' };
  return { acts, added, run: (request: AccessRequest) => runAccessCommand(request, context) };
}

describe('the gateway', () => {
  it('is switched on and off, and says where it is', async () => {
    const { run } = asking(exampleAccess({ on: false, status: 'off' }));
    expect(await run({ act: 'status' })).toMatchObject({
      exitCode: 3,
      out: expect.stringContaining('ninetray gateway on'),
    });
    expect(await run({ act: 'url' })).toMatchObject({
      exitCode: 3,
      out: '',
      problem: expect.stringContaining(accessCliTexts.off),
    });
    expect(await run({ act: 'on' })).toMatchObject({ exitCode: 0, out: `${accessCliTexts.on({ url })}\n` });
    expect(await run({ act: 'url' })).toEqual({ exitCode: 0, out: `${url}\n`, json: '', problem: '' });
    expect(await run({ act: 'off' })).toMatchObject({ exitCode: 0 });
  });

  it('exits with 5 where it is on and does not answer', async () => {
    const paused = asking(exampleAccess({ status: 'paused' }));
    expect(await paused.run({ act: 'status' })).toMatchObject({
      exitCode: 5,
      out: expect.stringContaining(accessCliTexts.paused),
    });
    expect(await paused.run({ act: 'resume' })).toMatchObject({ exitCode: 0 });
    expect((await paused.run({ act: 'status' })).exitCode).toBe(0);
    expect((await paused.run({ act: 'pause' })).exitCode).toBe(0);
    const broken = asking(exampleAccess({ status: 'failed', problem: { kind: 'disk-full' } }));
    expect((await broken.run({ act: 'status' })).exitCode).toBe(5);
    expect((await asking(exampleAccess({ status: 'starting' })).run({ act: 'status' })).exitCode).toBe(5);
  });

  it('tells scripts how it is, with moments as text', async () => {
    const { run } = asking(exampleAccess({ holding: { reads: 4, since: exampleNow } }));
    const reply = await run({ act: 'status' });
    expect(reply.out).toContain(accessCliTexts.holding({ count: 4 }));
    expect(JSON.parse(reply.json)).toMatchObject({
      version: 1,
      exitCode: 0,
      status: 'listening',
      holding: { reads: 4, since: '2026-11-22T12:00:00.000Z' },
    });
  });

  it('exits with 2 without a key, and with 3 where something else is declined', async () => {
    const asked = (problem: Problem) => asking(exampleAccess(), problem).run({ act: 'on' });
    expect((await asked({ kind: 'key-missing' })).exitCode).toBe(2);
    expect(await asked({ kind: 'not-now' })).toMatchObject({ exitCode: 3, out: '' });
  });
});

describe('consumers', () => {
  it('are listed with role, last use and expiry', async () => {
    const { run } = asking(exampleAccess());
    const { out, json } = await run({ act: 'list' });
    expect(out.split('\n')).toHaveLength(5);
    expect(out).toMatch(/^Scraper +read +/m);
    expect(JSON.parse(json)).toMatchObject({
      consumers: [{ name: 'Scraper', role: 'read', expires: null, today: { reads: 1284 } }, {}, { lastUse: null }],
    });
    expect((await asking(exampleAccess({ consumers: [] })).run({ act: 'list' })).out).toContain('ninetray access add');
  });

  it('get a token, which is all that standard output has', async () => {
    const { run, added } = asking(exampleAccess());
    const request = { act: 'add', name: 'bot', role: 'read', lasts: 1000, readsPerSecond: 2 } as const;
    expect(await run(request)).toEqual({ exitCode: 0, out: `${token}\n`, json: '', problem: accessCliTexts.added });
    expect(added).toMatchObject([
      { name: 'bot', role: 'read', secrets: false, expiresAt: exampleNow + 1000, limits: { readsPerSecond: 2 } },
    ]);
  });

  it('that can spend are added in the window only', async () => {
    const { run, added } = asking(exampleAccess());
    for (const role of ['spend', 'everything'] as const) {
      const reply = await run({ act: 'add', name: 'bot', role, lasts: null, readsPerSecond: null });
      expect(reply).toMatchObject({ exitCode: 3, out: '', problem: accessCliTexts.roleInWindow({ role }) });
      expect(await run({ act: 'lease', of: { role }, pid: 7 })).toMatchObject({ exitCode: 125, out: '' });
    }
    expect(added).toEqual([]);
  });

  it('are not added where the name is taken or there are too many', async () => {
    const request = { act: 'add', name: 'bot', role: 'read', lasts: null, readsPerSecond: null } as const;
    const said = async (field: string) =>
      (await asking(exampleAccess(), { kind: 'bad-input', field }).run(request)).problem;
    expect(await said('name')).toBe(accessCliTexts.nameTaken);
    expect(await said('consumers')).toBe(accessCliTexts.tooMany);
  });

  it('are revoked by name or all at once', async () => {
    const { run, acts } = asking(exampleAccess());
    expect((await run({ act: 'revoke', name: 'Scraper' })).exitCode).toBe(0);
    const missing = await run({ act: 'revoke', name: 'SECRETSECRET' });
    expect(missing.exitCode).toBe(3);
    expect(missing.problem).not.toContain('SECRET');
    expect(await run({ act: 'revoke-all' })).toMatchObject({
      exitCode: 0,
      out: `${accessCliTexts.allRevoked({ count: 3 })}\n`,
    });
    expect(acts).toEqual(['c1', 'all']);
  });
});

describe('key', () => {
  const request = { act: 'token', name: 'Scraper', lasts: 1000 } as const;

  it('gets a token of a consumer, when it ends, and the address', async () => {
    const reply = await asking(exampleAccess()).run(request);
    expect(reply).toMatchObject({ exitCode: 0, out: `${token} ${url}`, problem: '' });
    expect(JSON.parse(reply.json)).toEqual({ version: 1, token, url, expires: '2026-11-22T12:00:00.000Z' });
  });

  it('exits with 3 where the gateway is off, or the consumer is not there', async () => {
    expect(await asking(exampleAccess({ status: 'off' })).run(request)).toMatchObject({ exitCode: 3, out: '' });
    const missing = await asking(exampleAccess()).run({ ...request, name: 'SECRETSECRET' });
    expect(missing).toMatchObject({ exitCode: 3, out: '', json: '' });
    expect(missing.problem).not.toContain('SECRET');
  });
});

describe('run', () => {
  it('gets a token and the address in one line', async () => {
    const { run } = asking(exampleAccess());
    const reply = await run({ act: 'lease', of: { name: 'Scraper' }, pid: 7 });
    expect(reply).toEqual({ exitCode: 0, out: `${token} ${url}`, json: '', problem: '' });
  });

  it('exits with 125 where the gateway is off, the consumer is not there, or it declines', async () => {
    const request = { act: 'lease', of: { name: 'Scraper' }, pid: 7 } as const;
    const off = await asking(exampleAccess({ status: 'off' })).run(request);
    expect(off).toMatchObject({ exitCode: 125, out: '', problem: expect.stringContaining(accessCliTexts.off) });
    expect(await asking(exampleAccess()).run({ ...request, of: { name: 'nobody' } })).toMatchObject({ exitCode: 125 });
    expect(await asking(exampleAccess(), { kind: 'not-now' }).run(request)).toMatchObject({ exitCode: 125 });
  });
});
