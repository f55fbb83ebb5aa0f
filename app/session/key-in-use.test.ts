import { describe, expect, it } from 'vitest';
import type { KeyState } from '../model/state/app-state';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { manualClock } from '../model/clock.fixture';
import { failed, type Problem } from '../model/problem';
import { fakeVendor } from '../account/vendor.fixture';
import type { Opened } from '../key/open-key';
import { createStateStore } from '../state/state-store';
import { KeyInUse } from './key-in-use';

const here = 'https://api.example.org';
const locked: Opened = { status: 'locked', problem: { kind: 'keyring-locked' } };

function setUp() {
  const clock = manualClock(exampleNow);
  const store = createStateStore(exampleState());
  const did: string[] = [];
  const world = {
    address: here as string | null,
    blockedBy: null as Problem | null,
    opened: { status: 'present', text: 'a-key' } as Opened,
    isKeyringOpen: false,
    /** What happens while the keyring is asked. */
    meanwhile: () => {},
  };
  let revision = 10;
  const state = (): KeyState => ({ ...exampleState().key, status: world.opened.status });
  const key = new KeyInUse(
    {
      clock,
      source: {
        shown: () => ({ kind: 'custom', origin: here }),
        address: () => world.address,
        blockedBy: () => world.blockedBy,
      },
      vault: {
        describe: state,
        async open(options) {
          did.push(`open ${options?.asked}`);
          world.meanwhile();
          return world.opened;
        },
      },
      documents: { written: () => undefined },
      createClient(text, address) {
        did.push(`client ${text} at ${address}`);
        return fakeVendor().client;
      },
      nextRevision: () => (revision += 1),
      keyringIsOpen: async () => world.isKeyringOpen,
    },
    store,
    {
      onClient: (client) => did.push(client === null ? 'no client' : 'reads'),
      async onOpened() {
        did.push('opened');
      },
    },
  );
  return { key, world, clock, did, state: () => store.read().state };
}

describe('the key in use', () => {
  it('is opened for the address in settings, and read with', async () => {
    const { key, did, state } = setUp();
    const { generation } = state();
    await key.open(true);
    expect(did).toEqual(['open true', `client a-key at ${here}`, 'reads', 'opened']);
    expect(key.client).not.toBeNull();
    expect(state().key.status).toBe('present');
    expect(state().generation).not.toBe(generation);
  });

  it('is not used where the address was changed while the keyring was asked', async () => {
    const { key, world, did } = setUp();
    world.meanwhile = () => {
      world.address = 'https://other.example.org';
    };
    await key.open(true);
    expect(did).toEqual(['open true']);
    expect(key.client).toBeNull();
  });

  it('sends nothing where the settings block every request, nor without an address', async () => {
    const { key, world, did } = setUp();
    const problem: Problem = { kind: 'setting-unusable', setting: 'proxy' };
    world.blockedBy = problem;
    await key.open(true);
    expect(await key.accountOf('a-key', here)).toEqual(failed(problem));
    world.blockedBy = null;
    key.use('a-key', null);
    expect(await key.accountOf('a-key', null)).toEqual(failed({ kind: 'insecure-address' }));
    expect(did.filter((one) => one.startsWith('client'))).toEqual([]);
    expect(key.client).toBeNull();
  });

  it('is neither opened nor used while paused', async () => {
    const { key, world, did } = setUp();
    world.meanwhile = () => key.setPaused(true);
    await key.open(true);
    expect(did).toEqual(['open true', 'no client']);
    await key.open(true);
    expect(did).toEqual(['open true', 'no client']);
  });

  it('is opened without a prompt once a keyring that was locked is open', async () => {
    const { key, world, clock, did } = setUp();
    world.opened = locked;
    await key.open(false);
    await clock.advance(5000);
    expect(did).toEqual(['open false', 'no client', 'opened']);
    world.isKeyringOpen = true;
    world.opened = { status: 'present', text: 'a-key' };
    await clock.advance(60_000);
    expect(did.slice(3)).toEqual(['open false', `client a-key at ${here}`, 'reads', 'opened']);
  });

  it('is not waited for once it is stopped', async () => {
    const { key, world, clock, did } = setUp();
    world.opened = locked;
    await key.open(false);
    key.stop();
    world.isKeyringOpen = true;
    await clock.advance(600_000);
    expect(did).toEqual(['open false', 'no client', 'opened']);
  });
});
