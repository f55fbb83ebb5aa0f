import { describe, expect, it } from 'vitest';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { manualClock } from '../model/clock.fixture';
import { failed, ok, type Problem, type Result } from '../model/problem';
import type { Rotation } from '../model/rotation/rotation';
import { createKeyEntry } from './key-entry';

const key = 'NEWKEY1234567890abcdef';
const here = 'https://api.example.org';
const someone = exampleState().account.value!;

function setUp() {
  const did: string[] = [];
  const world = {
    address: here as string | null,
    rotation: null as Pick<Rotation, 'step' | 'finishedAt'> | null,
    kept: ok(undefined) as Result<void>,
    /** What happens while the keyring is asked. */
    meanwhile: () => {},
  };
  const entry = createKeyEntry({
    account: {
      address: () => world.address,
      async accountOf(text, address) {
        did.push(`read ${text} at ${address}`);
        return ok(someone);
      },
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the step is read
      rotationUnderWay: () => world.rotation as Rotation | null,
      async receiveKey(pasted, storage) {
        did.push(`receive ${pasted} ${storage}`);
        return ok(undefined);
      },
      showKey: () => did.push('show key'),
      useKey: (text, address, accountId) => did.push(`use ${text} at ${address} of ${accountId}`),
      async open() {
        did.push('open');
      },
    },
    vault: {
      fingerprintOf: () => 'K7QF-2MXD',
      canProtect: async () => ({ canProtect: true, keyring: 'test' }),
      async keep(text, storage) {
        did.push(`keep ${text} ${storage}`);
        world.meanwhile();
        return world.kept.ok ? ok(exampleState().key) : world.kept;
      },
    },
    clock: manualClock(exampleNow),
    readKeyText: (pasted) => ok(pasted.trim()),
    newTicket: () => 'ticket',
    showAccount: () => did.push('show account'),
    log: (event, facts) => did.push(`log ${event} ${JSON.stringify(facts)}`),
  });
  const check = async () => {
    const checked = await entry.check(` ${key} `);
    if (!checked.ok) throw new Error(checked.problem.kind);
    did.length = 0;
    return checked.value.ticket;
  };
  return { entry, world, did, check };
}

const expired: Result<void> = failed({ kind: 'key-check-expired' });

describe('the entry of a key', () => {
  it('reads a pasted key once, at the address in settings, and stores nothing', async () => {
    const { entry, did } = setUp();
    expect(await entry.check(` ${key} `)).toMatchObject({
      ok: true,
      value: { account: someone, storages: ['protected', 'session'] },
    });
    expect(did).toEqual([`read ${key} at ${here}`]);
  });

  it('stores a confirmed key first, shows its account, and reads with it', async () => {
    const { entry, did, check } = setUp();
    expect(await entry.keep(await check(), 'protected', false)).toEqual(ok(undefined));
    expect(did).toEqual([
      `keep ${key} protected`,
      'show account',
      `use ${key} at ${here} of ${someone.id}`,
      'log key kept {"storage":"protected"}',
    ]);
  });

  it('stores no key without protection unless the user consents', async () => {
    const { entry, did, check } = setUp();
    const ticket = await check();
    expect(await entry.keep(ticket, 'unprotected', false)).toEqual(failed({ kind: 'not-allowed' }));
    expect(did).toEqual([]);
    expect(await entry.keep(ticket, 'unprotected', true)).toEqual(ok(undefined));
  });

  it('stores no key that was read at another address', async () => {
    const { entry, world, did, check } = setUp();
    const ticket = await check();
    world.address = 'https://other.example.org';
    expect(await entry.keep(ticket, 'protected', false)).toEqual(expired);
    expect(did).toEqual([]);
  });

  it('stores no key once what waits was cleared or discarded', async () => {
    const { entry, did, check } = setUp();
    const first = await check();
    entry.clear();
    expect(await entry.keep(first, 'protected', false)).toEqual(expired);
    const second = await check();
    entry.discard(second);
    expect(await entry.keep(second, 'protected', false)).toEqual(expired);
    expect(did).toEqual([]);
  });

  it('does not use a key whose address was changed while the keyring was asked: the other address has its own', async () => {
    const { entry, world, did, check } = setUp();
    world.meanwhile = () => {
      world.address = 'https://other.example.org';
    };
    expect(await entry.keep(await check(), 'protected', false)).toEqual(ok(undefined));
    expect(did).toEqual([`keep ${key} protected`, 'show account', 'open']);
  });

  it('shows what the vault reports when the key could not be stored, and keeps the previous one in use', async () => {
    const { entry, world, did, check } = setUp();
    const problem: Problem = { kind: 'keyring-locked' };
    world.kept = failed(problem);
    expect(await entry.keep(await check(), 'protected', false)).toEqual(failed(problem));
    expect(did).toEqual([`keep ${key} protected`, 'show key']);
  });

  it('gives the key to a rotation that waits for it, instead of storing it', async () => {
    const { entry, world, did, check } = setUp();
    const ticket = await check();
    world.rotation = { step: 'regenerate', finishedAt: null };
    expect(entry.isAwaited()).toBe(true);
    expect(await entry.keep(ticket, 'session', false)).toEqual(ok(undefined));
    expect(did).toEqual(['show account', `receive ${key} session`]);
  });

  it.each(['prove', 'copy'] as const)('takes no key while a rotation is at %s', async (step) => {
    const { entry, world, did, check } = setUp();
    const ticket = await check();
    world.rotation = { step, finishedAt: null };
    expect(await entry.keep(ticket, 'protected', false)).toEqual(failed({ kind: 'not-now' }));
    expect(did).toEqual([]);
  });
});
