import { afterEach, expect, it } from 'vitest';
import type { AccessView } from '../model/access/access-view';
import { manualClock } from '../model/clock.fixture';
import { ok } from '../model/problem';
import { defaultSettings } from '../model/settings';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { freePort, occupy } from '../gateway/server/free-port.fixture';
import { emptyAccess } from '../gateway/consumers/access-document';
import { createMemoryDocument } from '../settings/document/memory-document';
import { createStateStore } from '../state/state-store';
import { repeatableBytes } from '../gateway/consumers/random.fixture';
import type { AccountPorts } from './ports';
import { createSessionAccess } from './session-access';

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

/** A port of this computer that something listens at, until `free`. */
async function takenPort(): Promise<{ port: number; free(): Promise<void> }> {
  const port = await freePort();
  const server = await occupy(port);
  const free = () => new Promise<void>((resolve) => void server.close(() => resolve()));
  toClose.push(() => void server.close());
  return { port, free };
}

/** The gateway of a session, which is off; what it published, and how often the alerts were to be evaluated. */
async function gateway() {
  const taken = await takenPort();
  const clock = manualClock(exampleNow);
  const store = createStateStore(exampleState(), { derive: (state) => state });
  const evaluated: AccessView['status'][] = [];
  let count = 0;
  const ports = {
    gateway: {
      fetch: async () => {
        throw new Error('Nothing is sent.');
      },
      socket: null,
      uid: null,
      proxyVariable: null,
      random: repeatableBytes(),
    },
    documents: { access: createMemoryDocument({ ...emptyAccess, port: taken.port }) },
    settings: { read: () => defaultSettings },
    newTicket: () => `id-${(count += 1)}`,
    clock,
    copyOnce: { copy: async () => ok({ clearsAt: null }) },
    log: () => undefined,
  };
  const { access, setKey } = createSessionAccess(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parts that a gateway uses
    ports as unknown as AccountPorts,
    store,
    {
      readAccount: () => undefined,
      onTroubles: () => evaluated.push(store.read().state.access.status),
      onChange: () => undefined,
      onHeld: () => undefined,
    },
  );
  toClose.push(() => access.stop());
  return {
    access,
    setKey,
    evaluated,
    free: taken.free,
    state: () => store.read().state.access,
    read: ports.documents.access.read,
  };
}

it('the alerts are evaluated when something about the gateway begins or ends, with the state as it is then', async () => {
  const { access, evaluated, state, free } = await gateway();
  await access.start();
  await access.setOn(true);
  expect(state()).toMatchObject({ status: 'failed', problem: { kind: 'port-busy' } });
  expect(evaluated.at(-1)).toBe('failed');
  await free();
  await access.tryAgain();
  expect([state().status, evaluated.at(-1)]).toEqual(['listening', 'listening']);
});

it('a new consumer, or one that is changed, evaluates no alert', async () => {
  const { access, evaluated, free } = await gateway();
  await free();
  await access.start();
  await access.setOn(true);
  const before = evaluated.length;
  const choices = { secrets: false, unknownPaths: false, expiresAt: null, holdSeconds: 30, holdWrites: false };
  const limits = { readsPerSecond: 5, writesPerMinute: 60, writesPerDay: 5, ipsPerRequest: null, ipsPerDay: null };
  const added = access.add({ ...choices, limits, name: 'Scraper', role: 'read' });
  expect(added.ok).toBe(true);
  access.revokeAll();
  expect(evaluated).toHaveLength(before);
});

it('a key that another takes the place of is known as the old one, and the same one again is not', async () => {
  const { access, setKey, read } = await gateway();
  await access.start();
  await access.setOn(true);
  const key = (text: string) => ({ text, address: 'https://api.example', generation: 1 });
  setKey(key('FIRSTKEY12345678'));
  setKey(key('FIRSTKEY12345678'));
  expect(read().oldKeys).toHaveLength(0);
  setKey(key('SECONDKEY1234567'));
  expect(read().oldKeys).toHaveLength(1);
  setKey(null);
  expect(read().oldKeys).toHaveLength(1);
});
