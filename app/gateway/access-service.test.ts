// What the user asks of the gateway, with the real server on this computer: on, off, another port, paused, taken, and after sleep.
import http from 'node:http';
import type net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AccessView } from '../model/access/access-view';
import { usualConsumerChoices } from '../model/access/consumer';
import { manualClock } from '../model/clock.fixture';
import { failed, ok } from '../model/problem';
import type { AppState } from '../model/state/app-state';
import { exampleState } from '../model/state/app-state.fixture';
import { endpoints } from '../nineproxy/operations/endpoints';
import { createMemoryDocument } from '../settings/document/memory-document';
import { repeatableBytes } from './consumers/random.fixture';
import { AccessService } from './access-service';
import { freePort, occupy } from './server/free-port.fixture';
import { type AccessContent, emptyAccess } from './consumers/access-document';

const start = new Date(2026, 10, 29, 12).getTime();
const origin = exampleState().source.origin;
const key = { text: 'REALKEY1234567890abcdefgh', address: 'https://api.example', generation: 1 };
const accountPath = endpoints.getAccountInfo.path;
const choices = { ...usualConsumerChoices, name: 'Scraper', role: 'read' } as const;

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

async function occupied(port: number): Promise<net.Server> {
  const server = await occupy(port);
  toClose.push(() => void server.close());
  return server;
}

/** A service that is off, and all that it asked of the rest. */
async function openService(content: Partial<AccessContent> = {}, hasMachine = true) {
  const clock = manualClock(start);
  const document = createMemoryDocument<AccessContent>({ ...emptyAccess, port: await freePort(), ...content });
  const views: AccessView[] = [];
  const waiting: { status: AccessView['status']; resolve: () => void }[] = [];
  const world = { state: exampleState(), key: key as typeof key | null, reads: 0, answers: 0 };
  let count = 0;
  const service = new AccessService({
    machine: hasMachine
      ? {
          fetch: async () => {
            world.answers += 1;
            const body = new Blob([JSON.stringify({ success: true, message: 'ok', result: {} })]).stream();
            return { status: 200, headers: { get: () => 'application/json' }, body };
          },
          socket: null,
          uid: null,
          proxyVariable: null,
          random: repeatableBytes(),
        }
      : null,
    document,
    clock,
    newId: () => `id-${(count += 1)}`,
    copyOnce: { copy: async () => ok({ clearsAt: null }) as never },
    endpoints: () => endpoints,
    key: () => world.key,
    state: (): AppState => world.state,
    readAccount: () => void (world.reads += 1),
    publish(view) {
      views.push(view);
      for (const { status, resolve } of waiting) if (status === view.status) resolve();
    },
    log: () => undefined,
  });
  toClose.push(() => service.stop());
  /** Resolves once it is published with this status. What listens at a port is searched for, which takes long on a busy computer. */
  const published = (status: AccessView['status']) =>
    new Promise<void>((resolve) => void waiting.push({ status, resolve }));
  return { service, clock, document, views, world, published };
}

/** Starts it, and switches it on. */
async function openOn(content: Partial<AccessContent> = {}) {
  const opened = await openService(content);
  await opened.service.start();
  expect(await opened.service.setOn(true)).toEqual(ok(undefined));
  const added = opened.service.add(choices);
  if (!added.ok) throw new Error(added.problem.kind);
  return { ...opened, ...added.value };
}

/** The status and our own code of what the gateway at this port answers to a token; null where nothing listens. */
function ask(port: number, token: string): Promise<{ status: number; code: string | null } | null> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: '127.0.0.1', port, path: accountPath, headers: { 'api-key': token }, agent: false },
      (response) => {
        response.resume();
        const code = response.headers['x-ninetray'];
        resolve({ status: response.statusCode ?? 0, code: typeof code === 'string' ? code : null });
      },
    );
    request.on('error', () => resolve(null));
  });
}

describe('switching it on and off', () => {
  it('listens to nothing at first, and answers at its address once it is on', async () => {
    const { service, document, views } = await openService();
    await service.start();
    expect(service.view()).toMatchObject({ on: false, status: 'off', addresses: [] });
    expect(service.url()).toBe(null);
    expect(service.lease('Scraper', 1000)).toEqual(failed({ kind: 'not-now' }));
    expect(await service.setOn(true)).toEqual(ok(undefined));
    const { port } = document.read();
    expect(service.view()).toMatchObject({ on: true, status: 'listening', port });
    expect(service.url()).toBe(`http://127.0.0.1:${port}`);
    expect(views.map(({ status }) => status)).toContain('starting');
    expect(document.read().origin).toBe(origin);
    expect(await service.setOn(false)).toEqual(ok(undefined));
    expect(service.view()).toMatchObject({ on: false, status: 'off', addresses: [] });
    expect(await ask(port, 'any')).toBe(null);
  });

  it('one that was on listens from the start, and no more while another session is shown', async () => {
    const { service, document } = await openService({ on: true });
    expect(service.view().status).toBe('starting');
    await service.start();
    expect(service.view().status).toBe('listening');
    service.stop();
    expect(await ask(document.read().port, 'any')).toBe(null);
    await service.tryAgain();
    expect(service.view().status).toBe('starting');
    await service.start();
    expect(service.view().status).toBe('listening');
  });

  it('a process without a gateway never listens, and makes no tokens', async () => {
    const { service } = await openService({ on: true }, false);
    await service.start();
    expect(service.view().status).toBe('starting');
    expect(service.add(choices)).toEqual(failed({ kind: 'not-now' }));
    expect(service.renewToken('c1')).toEqual(failed({ kind: 'not-now' }));
  });

  it('one that is switched off while it begins to listen does not listen', async () => {
    const { service, document } = await openService();
    await service.start();
    const starting = service.setOn(true);
    await service.setOn(false);
    await starting;
    expect(service.view().status).toBe('off');
    expect(await ask(document.read().port, 'any')).toBe(null);
  });
});

describe('its port', () => {
  it('that is taken is said, with no other one in its place, and tried again when the user asks', async () => {
    const { service, document, views } = await openService();
    const { port } = document.read();
    const other = await occupied(port);
    await service.start();
    // On Linux the program that listens there is named: it is these tests themselves.
    const busy = expect.objectContaining({ kind: 'port-busy', port, why: 'taken' });
    expect(await service.setOn(true)).toEqual({ ok: false, problem: busy });
    expect(service.view()).toMatchObject({ on: true, status: 'failed', problem: busy, addresses: [], port });
    expect(views.at(-1)?.status).toBe('failed');
    expect(await service.tryAgain()).toEqual({ ok: false, problem: busy });
    await new Promise((resolve) => other.close(resolve));
    expect(await service.tryAgain()).toEqual(ok(undefined));
    expect(service.view()).toMatchObject({ status: 'listening' });
    expect('problem' in service.view()).toBe(false);
  });

  it('is another one when the user chooses it, with the same tokens; nothing listens at the one before', async () => {
    const { service, document, token } = await openOn();
    const { port } = document.read();
    const next = await freePort();
    expect(await service.choosePort(next)).toEqual(ok(undefined));
    expect(await ask(next, token)).toEqual({ status: 200, code: null });
    expect(await ask(port, token)).toBe(null);
    expect(service.url()).toBe(`http://127.0.0.1:${next}`);
  });

  it('is only remembered while it is off', async () => {
    const { service, document } = await openService();
    await service.start();
    const next = await freePort();
    expect(await service.choosePort(next)).toEqual(ok(undefined));
    expect([document.read().port, service.view().status]).toEqual([next, 'off']);
    expect(await service.tryAgain()).toEqual(failed({ kind: 'not-now' }));
  });
});

describe('pausing', () => {
  it('refuses everyone until it is resumed, and keeps listening', async () => {
    const { service, document, token, world } = await openOn();
    const { port } = document.read();
    expect(service.setPaused(true)).toEqual(ok(undefined));
    expect(service.view().status).toBe('paused');
    expect(await ask(port, token)).toEqual({ status: 503, code: 'paused' });
    expect(world.answers).toBe(0);
    expect(service.setPaused(false)).toEqual(ok(undefined));
    expect(await ask(port, token)).toEqual({ status: 200, code: null });
  });

  it('is not possible while it does not listen, and ends when it is switched off', async () => {
    const { service } = await openOn();
    service.setPaused(true);
    await service.setOn(false);
    expect(service.setPaused(true)).toEqual(failed({ kind: 'not-now' }));
    await service.setOn(true);
    expect(service.view().status).toBe('listening');
  });
});

describe('consumers', () => {
  it('are in the view at once when one is added, changed or revoked', async () => {
    const { service, views, id } = await openOn();
    const names = () => views.at(-1)?.consumers.map(({ name }) => name);
    expect(names()).toEqual(['Scraper']);
    service.change(id, { ...choices, name: 'Reader' });
    expect(names()).toEqual(['Reader']);
    service.revoke(id);
    expect(names()).toEqual([]);
    expect(views.at(-1)?.revoked.map(({ name }) => name)).toEqual(['Reader']);
  });

  it('that are all revoked get nothing more, and neither does a lease of one', async () => {
    const { service, document, token, world } = await openOn();
    const lease = service.lease('Scraper', 60_000);
    const leased = lease.ok ? lease.value.token : '';
    const { port } = document.read();
    expect([(await ask(port, token))?.status, (await ask(port, leased))?.status]).toEqual([200, 200]);
    service.revokeAll();
    expect([(await ask(port, token))?.code, (await ask(port, leased))?.code]).toEqual([
      'token-revoked',
      'token-unknown',
    ]);
    expect(world.answers).toBe(2);
  });

  it('are for the address that was set when it was switched on', async () => {
    const { service, document, token, world } = await openOn();
    world.state = exampleState({ source: { kind: 'production', origin: 'https://other.example' } });
    service.situationChanged();
    expect((await ask(document.read().port, token))?.code).toBe('elsewhere');
  });
});

describe('what it saw', () => {
  it('what was counted today is nothing any more at midnight, also where nobody asks', async () => {
    const { service, document, token, clock, views } = await openOn();
    await ask(document.read().port, token);
    await vi.waitFor(() => expect(service.view().consumers[0]?.today.reads).toBe(1));
    await clock.advance(2000);
    expect(views.at(-1)?.consumers[0]?.today.reads).toBe(1);
    await clock.advance(12 * 3_600_000);
    expect(views.at(-1)?.consumers[0]?.today.reads).toBe(0);
    service.stop();
    expect(clock.waiting()).toBe(0);
  });

  it('a thousand wrong tokens are counted for a minute, with one timer', async () => {
    const { service, document, clock, views } = await openOn();
    const before = clock.waiting();
    for (let at = 0; at < 30; at += 1) await ask(document.read().port, `ntk${'x'.repeat(40)}`);
    expect(service.view().refusedTokens).toBe(30);
    // One that publishes, one that counts again.
    expect(clock.waiting() - before).toBeLessThanOrEqual(2);
    await clock.advance(61_000);
    expect(views.at(-1)?.refusedTokens).toBe(0);
    await clock.advance(61_000);
    expect(clock.waiting()).toBe(before);
  });

  it('the key before is recognised, even where it was replaced while the port was taken', async () => {
    const { service, document } = await openService();
    const other = await occupied(document.read().port);
    await service.start();
    await service.setOn(true);
    service.keyReplaced('OLDKEY01234567890abcdefgh');
    await new Promise((resolve) => other.close(resolve));
    await service.tryAgain();
    expect((await ask(document.read().port, 'OLDKEY01234567890abcdefgh'))?.code).toBe('old-key');
    expect((await ask(document.read().port, key.text))?.code).toBe('real-key');
    expect(service.view().sightings.map(({ key: which }) => which)).toEqual(['real', 'old']);
    service.dismissSightings();
    expect(service.view().sightings).toEqual([]);
    expect(JSON.stringify(document.read())).not.toContain('OLDKEY');
  });

  it('the keys before are remembered by their hashes, twenty at most, and none while it is off', async () => {
    const { service, document } = await openService();
    service.keyReplaced('KEY0');
    expect(document.read().oldKeys).toEqual([]);
    await service.start();
    await service.setOn(true);
    for (let at = 1; at <= 30; at += 1) service.keyReplaced(`KEY${at}`);
    service.keyReplaced('KEY30');
    expect(new Set(document.read().oldKeys).size).toBe(20);
    expect(document.read().salt).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('its own test', () => {
  it('asks at its real address with a token that is gone afterwards, and says how long 9Proxy took', async () => {
    const { service, document, world } = await openOn();
    const { port } = document.read();
    const result = await service.test();
    expect(result).toMatchObject({ ok: true, value: { milliseconds: 0 } });
    const reached = result.ok ? result.value.reached : [];
    expect(reached[0]).toEqual({ at: `http://127.0.0.1:${port}`, answered: true });
    expect(world.answers).toBe(1);
    expect(service.view().consumers).toHaveLength(1);
    await service.setOn(false);
    expect(await service.test()).toEqual(failed({ kind: 'not-now' }));
  });
});

describe('after the computer woke up', () => {
  it('listens again where the port was taken before, at the same address', async () => {
    const { service, document, published } = await openService();
    const { port } = document.read();
    const other = await occupied(port);
    await service.start();
    await service.setOn(true);
    const failing = published('failed');
    service.woke();
    await failing;
    await new Promise((resolve) => other.close(resolve));
    const listening = published('listening');
    service.woke();
    await listening;
    expect(service.url()).toBe(`http://127.0.0.1:${port}`);
  });

  it('what still listens is left alone, and so is one that is off', async () => {
    const { service, views } = await openOn();
    const before = views.length;
    service.woke();
    expect([service.view().status, views.length]).toEqual(['listening', before]);
    await service.setOn(false);
    service.woke();
    expect(service.view().status).toBe('off');
  });
});
