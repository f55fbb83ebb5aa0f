import { describe, expect, it } from 'vitest';
import { ok } from '../problem';
import {
  FOREIGN,
  NEW,
  OLD,
  place,
  regenerate,
  restarted,
  toCopy,
  openTestBed,
} from '../../key/rotation/rotation.fixture';

const MINUTE = 60_000;
const ELSEWHERE = 'https://elsewhere.test';
const HERE = 'https://api.test';
const opens = async () => ok(undefined);
const refused = { ok: false, problem: { kind: 'not-now' } };

/** NineTray starts with another address in its settings. */
async function elsewhere(pc: Awaited<ReturnType<typeof openTestBed>>) {
  pc.origin = ELSEWHERE;
  pc.vendor.asked.length = 0;
  return restarted(pc);
}

/** NineTray starts with the address in its settings that the rotation is about. */
async function back(pc: Awaited<ReturnType<typeof openTestBed>>) {
  pc.origin = HERE;
  return restarted(pc);
}

describe.each([
  ['the old key', OLD],
  ['the new key', NEW],
])('%s of a rotation', (_, key) => {
  it('is sent nowhere when the address changed while the keyring was asked for it', async () => {
    const pc = await openTestBed();
    const { service, vault } = pc.now;
    // Where the vendor cannot be reached, the new key is yet to be read.
    pc.vendor.trouble = key === NEW ? { kind: 'unreachable', why: 'offline' } : null;
    await toCopy(pc);
    pc.vendor.asked.length = 0;
    const { textOf } = vault;
    let asked = 0;
    vault.textOf = async (print) => {
      if (print !== vault.fingerprintOf(key)) return await textOf(print);
      asked += 1;
      const text = await textOf(print);
      pc.origin = ELSEWHERE;
      return text;
    };
    await pc.clock.advance(5 * MINUTE);
    expect(asked).toBe(1);
    expect(pc.vendor.asked.filter((read) => read.key === key)).toEqual([]);
    // Back at its address it is read again.
    pc.origin = HERE;
    vault.textOf = textOf;
    pc.vendor.trouble = null;
    await service.resume();
    await pc.clock.advance(5 * MINUTE);
    expect(pc.vendor.asked.map((read) => read.key)).toContain(key);
  });
});

describe('a rotation, while the settings name another address', () => {
  it('takes no new key, neither for that address nor for its own', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    const { service, view } = await elsewhere(pc);
    expect(await service.receive(NEW)).toMatchObject(refused);
    expect(pc.onDisk()).toEqual([OLD]);
    expect(view().current).toMatchObject({ step: 'regenerate', origin: HERE });
    const again = await back(pc);
    regenerate(pc);
    expect(await again.service.receive(NEW)).toEqual(ok(undefined));
    await pc.clock.advance(1);
    expect(again.view().current?.step).toBe('copy');
  });

  it.each(['textOf', 'receive'] as const)(
    'puts no key into that address’s place when it changed within %s',
    async (moment) => {
      const pc = await openTestBed();
      const { service, vault } = pc.now;
      await service.begin('on-purpose');
      const asked = vault[moment].bind(vault) as (...of: unknown[]) => Promise<never>;
      // The prompt of the keyring takes its time.
      vault[moment] = async (...of: unknown[]) => {
        const answered = asked(...of);
        pc.origin = ELSEWHERE;
        return answered;
      };
      await service.receive(NEW);
      expect(vault.received()).toBeNull();
      await pc.clock.advance(5 * MINUTE);
      expect(pc.vendor.asked).toEqual([]);
      regenerate(pc);
      const again = await back(pc);
      if (moment === 'textOf') await again.service.receive(NEW);
      await pc.clock.advance(MINUTE);
      expect(again.view().current?.step).toBe('copy');
    },
  );

  it('a rotation of another address sends no request with its keys, and does not lead to the dashboard', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    const { service } = await elsewhere(pc);
    expect(await service.openDashboard('asked-again', () => Promise.reject(new Error('opened')))).toMatchObject(
      refused,
    );
    expect(await service.next()).toMatchObject(refused);
    expect(await service.proveNow()).toMatchObject(refused);
    service.wake();
    await pc.clock.advance(60 * MINUTE);
    expect(pc.vendor.asked).toEqual([]);
  });

  it('takes no news of the key that is in use there for news of its own', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.origin = ELSEWHERE;
    const { service, vault, view } = await restarted(pc);
    await vault.keep(OLD, 'protected');
    await service.oldKeyRefused();
    expect(view().current?.oldKey.status).toBe('unknown');
  });

  it.each(['protected', 'session'] as const)(
    'loses no new key (%s) that is there to be proved or copied',
    async (storage) => {
      for (const step of ['prove', 'copy']) {
        const pc = await openTestBed(OLD, storage);
        pc.vendor.trouble = step === 'prove' ? { kind: 'timed-out' } : null;
        await toCopy(pc);
        const { service, view } = pc.now;
        expect(view().current?.step).toBe(step);
        pc.origin = ELSEWHERE;
        await service.resume();
        const ways = (['reveal', 'copy', 'noCopyNeeded', 'discardReceived'] as const).map(
          (name) => () => service[name](),
        );
        for (const way of ways) {
          expect(await way()).toMatchObject(refused);
        }
        expect(await service.saveToFile(() => Promise.reject(new Error('saved')))).toMatchObject(refused);
        expect(view().current).toMatchObject({ step, newFingerprint: pc.now.vault.fingerprintOf(NEW) });
        pc.origin = HERE;
        pc.vendor.trouble = null;
        await service.resume();
        await pc.clock.advance(MINUTE);
        expect(await service.reveal()).toEqual(ok({ text: NEW }));
      }
    },
  );

  it('does not say that the new key is in use when the address changed while it was being put there', async () => {
    const pc = await openTestBed();
    const { service, vault, inUse } = pc.now;
    const { promote } = vault;
    vault.promote = async (print) => {
      const promoted = await promote(print);
      pc.origin = ELSEWHERE;
      return promoted;
    };
    await toCopy(pc);
    await pc.clock.advance(MINUTE);
    expect(inUse).toEqual([]);
    const again = await back(pc);
    await pc.clock.advance(1);
    expect(service.view().current?.newFingerprint).toBe(vault.fingerprintOf(NEW));
    expect(again.view().current?.step).toBe('copy');
    expect(again.inUse).toEqual([NEW]);
  });

  it('still has its places ticked, and its receipt put away', async () => {
    const pc = await openTestBed();
    await pc.changePlaces([place]);
    await toCopy(pc);
    await pc.now.service.noCopyNeeded();
    await pc.now.service.next();
    await pc.now.service.next();
    const { service, view } = await elsewhere(pc);
    expect(await service.tick([place.id], true)).toEqual(ok(undefined));
    expect(await service.finish()).toEqual(ok(undefined));
    expect(view()).toMatchObject({ current: null, receipts: [{ places: [{ place }] }] });
  });
});

describe('a rotation that is ended from another address', () => {
  it('is gone before the new key is in use, and its keys stay for their own address', async () => {
    const pc = await openTestBed();
    pc.vendor.trouble = { kind: 'timed-out' };
    await toCopy(pc);
    expect(await pc.now.service.abandon()).toMatchObject(refused);
    const { service, view } = await elsewhere(pc);
    expect(await service.abandon()).toEqual(ok(undefined));
    expect(view()).toMatchObject({ current: null, receipts: [] });
    expect(pc.onDisk()).toEqual([OLD, NEW]);
    expect(pc.vendor.asked).toEqual([]);
    // The next one at its own address takes the key up.
    pc.vendor.trouble = null;
    const again = await back(pc);
    await again.service.begin('on-purpose');
    await pc.clock.advance(1);
    await pc.clock.advance(1);
    expect(again.view().current?.step).toBe('copy');
  });

  it('is a receipt once the new key is in use, and its old key is tried and destroyed back at its address', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    const { service, view } = await elsewhere(pc);
    expect(await service.abandon()).toEqual(ok(undefined));
    expect(view().current).toMatchObject({ step: 'receipt', copied: null });
    expect(await service.finish()).toEqual(ok(undefined));
    await pc.clock.advance(60 * MINUTE);
    expect(pc.vendor.asked).toEqual([]);
    expect(pc.onDisk()).toEqual([OLD, NEW]);
    await back(pc);
    await pc.clock.advance(60 * MINUTE);
    expect(pc.onDisk()).toEqual([NEW]);
  });

  it('makes room for one that is about the other address', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    const { service, vault, view } = await elsewhere(pc);
    await service.begin('first');
    expect(view().current).toMatchObject({ origin: HERE, step: 'regenerate' });
    await service.abandon();
    await service.begin('first');
    expect(view().current).toMatchObject({ origin: ELSEWHERE, step: 'prepare' });
    pc.vendor.alive = new Set([FOREIGN]);
    pc.vendor.accounts[FOREIGN] = 7;
    await service.receive(FOREIGN);
    await pc.clock.advance(1);
    expect(vault.text()).toBe(FOREIGN);
    expect(pc.vendor.asked.map(({ key }) => key)).toEqual([FOREIGN]);
  });
});

it('a rotation that was started at another address and never continued gives way to a new one', async () => {
  const pc = await openTestBed();
  await pc.now.service.begin('on-purpose');
  const { service, view } = await elsewhere(pc);
  await service.begin('on-purpose');
  expect(view().current).toMatchObject({ origin: ELSEWHERE, step: 'prepare' });
});

it('none begins where no safe address is set', async () => {
  const pc = await openTestBed();
  pc.origin = '';
  expect(await pc.now.service.begin('on-purpose')).toMatchObject({ problem: { kind: 'insecure-address' } });
  expect(pc.now.view().current).toBeNull();
});

it('a rotation of a journal that names no address continues', async () => {
  const pc = await openTestBed();
  await pc.now.service.begin('on-purpose');
  const journal = JSON.parse(pc.disk.get('rotation.json') ?? '');
  delete journal.current.origin;
  pc.disk.set('rotation.json', JSON.stringify(journal));
  const { service, view } = await restarted(pc);
  regenerate(pc);
  expect(await service.receive(NEW)).toEqual(ok(undefined));
  await pc.clock.advance(1);
  expect(view().current?.step).toBe('copy');
});
