import { describe, expect, it } from 'vitest';
import { settled } from '../../model/clock.fixture';
import { ok } from '../../model/problem';
import { FOREIGN, NEW, OLD, regenerate, restarted, START, toCopy, openTestBed } from './rotation.fixture';

const MINUTE = 60_000;
const opens = async () => ok(undefined);
const refusal = (kind: string) => ({ ok: false, problem: { kind } });

describe('a hostile vendor', () => {
  it('keeps the old key alive for 90 s: reported, tried again, then proved', async () => {
    const pc = await openTestBed();
    pc.vendor.diesAt.set(OLD, START + 90_000);
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    pc.vendor.alive = new Set([OLD, NEW]);
    await pc.now.service.receive(NEW);
    await pc.clock.advance(30_000);
    const { current } = pc.now.view();
    expect(current).toMatchObject({ step: 'copy', proof: { oldDead: 'failed' }, oldKey: { status: 'alive' } });
    expect(current?.oldKey.lastAcceptedAt).toBe(START + 30_000);
    await pc.clock.advance(90_000);
    // Refused once: that is no proof.
    expect(pc.now.view().current?.proof.oldDead).toBe('failed');
    await pc.clock.advance(5000);
    expect(pc.now.view().current?.proof.oldDead).toBe('proved');
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
    await pc.clock.advance(8 * MINUTE);
    expect(await pc.storedKeys()).toEqual([NEW]);
  });

  it('never lets the old key die: it is kept, and tried ever more rarely', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    pc.vendor.alive = new Set([OLD, NEW]);
    await pc.clock.advance(7 * 24 * 60 * MINUTE);
    expect(pc.now.view().current?.proof.oldDead).toBe('failed');
    expect(pc.vendor.asked.filter(({ key }) => key === OLD).length).toBeLessThanOrEqual(24);
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
  });

  it('an old key that the vendor keeps alive is tried again at the announced moment', async () => {
    const pc = await openTestBed();
    expect(pc.now.service.view().nextCheckAt).toBeNull();
    await toCopy(pc);
    pc.vendor.alive = new Set([OLD, NEW]);
    const shown: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      const at = pc.now.view().nextCheckAt ?? 0;
      await pc.clock.advance(at - pc.clock.now() - 1);
      const before = pc.vendor.asked.length;
      await pc.clock.advance(1);
      expect(pc.vendor.asked.slice(before)).toEqual([{ at, key: OLD }]);
      shown.push(at - START);
    }
    expect(shown).toEqual([5 / 60, 0.5, 2, 10, 40, 70, 100].map((minutes) => minutes * MINUTE));
    pc.vendor.trouble = { kind: 'rate-limited', until: START + 200 * MINUTE };
    await pc.clock.advance(30 * MINUTE);
    expect(pc.now.view().nextCheckAt).toBe(START + 200 * MINUTE);
    pc.vendor.trouble = null;
    pc.vendor.alive = new Set([NEW]);
    await pc.clock.advance(80 * MINUTE);
    expect(pc.now.view()).toMatchObject({ nextCheckAt: null, current: { proof: { oldDead: 'proved' } } });
  });

  it('asks for silence in the middle, and gets it', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    regenerate(pc);
    pc.vendor.trouble = { kind: 'rate-limited', until: START + 40_000 };
    await pc.now.service.receive(NEW);
    await pc.clock.advance(39_000);
    expect(pc.now.view().current).toMatchObject({ step: 'prove', proof: { waitingFor: { kind: 'rate-limited' } } });
    expect(pc.vendor.asked.filter(({ key }) => key === NEW)).toHaveLength(1);
    pc.vendor.trouble = null;
    await pc.clock.advance(1000);
    expect(pc.now.view().current?.step).toBe('copy');
  });

  it.each([
    { kind: 'unreachable', why: 'offline' },
    { kind: 'unreadable-answer', why: 'html' },
  ] as const)('%j for a minute is no failure', async (trouble) => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    regenerate(pc);
    pc.vendor.trouble = trouble;
    await pc.now.service.receive(NEW);
    await pc.clock.advance(MINUTE);
    expect(pc.now.view().current).toMatchObject({ step: 'prove', proof: { answers: 'open', waitingFor: trouble } });
    expect(pc.now.view().current?.oldKey.checks).toHaveLength(1);
    pc.vendor.trouble = null;
    await pc.clock.advance(10_000);
    expect(pc.now.view().current).toMatchObject({ step: 'copy', proof: { sameAccount: 'proved' } });
    expect(pc.now.view().current?.proof.waitingFor).toBeUndefined();
  });

  it('answers with another account: the key is refused and destroyed, unless the user accepts it', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    regenerate(pc, FOREIGN);
    await pc.now.service.receive(FOREIGN);
    await pc.clock.advance(0);
    expect(pc.now.view().current).toMatchObject({
      step: 'prove',
      account: { id: 7 },
      proof: { sameAccount: 'failed', otherAccount: { id: 8 } },
    });
    expect(pc.now.inUse).toEqual([]);
    await pc.now.service.discardReceived();
    expect(pc.now.view().current).toMatchObject({ step: 'receive', newFingerprint: null });
    expect(await pc.storedKeys()).toEqual([OLD]);
    expect(await pc.now.service.openDashboard('wrong-account', opens)).toEqual(ok(undefined));
    await pc.now.service.receive(FOREIGN);
    await pc.clock.advance(0);
    await pc.now.service.acceptAccount();
    await pc.clock.advance(0);
    expect(pc.now.view().current).toMatchObject({ step: 'copy', proof: { sameAccount: 'waived' } });
    expect(pc.now.inUse).toEqual([FOREIGN]);
  });

  it('refuses the new key once, in the moment after it was made: it is checked again and accepted', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.vendor.alive = new Set();
    await pc.now.service.receive(NEW);
    await pc.clock.advance(0);
    expect(pc.now.view().current?.proof).toMatchObject({ answers: 'open', refusedOnceAt: START });
    pc.vendor.alive = new Set([NEW]);
    await pc.clock.advance(4999);
    expect(pc.vendor.asked.filter(({ key }) => key === NEW)).toHaveLength(1);
    await pc.clock.advance(1);
    expect(pc.now.view().current?.step).toBe('copy');
    expect(pc.now.view().current?.proof).not.toHaveProperty('refusedOnceAt');
  });

  it('refuses the new key once and then cannot be reached: that confirms nothing, also after a restart', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.vendor.alive = new Set();
    await pc.now.service.receive(NEW);
    await pc.clock.advance(0);
    pc.vendor.trouble = { kind: 'timed-out' };
    await pc.clock.advance(MINUTE);
    const proof = { answers: 'open', refusedOnceAt: START, waitingFor: { kind: 'timed-out' } };
    expect(pc.now.view().current?.proof).toMatchObject(proof);
    expect(pc.vendor.asked.filter(({ key }) => key === NEW).length).toBeLessThan(10);
    const { service, view } = await restarted(pc);
    expect(view().current?.proof).toMatchObject(proof);
    pc.vendor.trouble = null;
    await service.proveNow();
    await pc.clock.advance(0);
    expect(view().current?.proof).toMatchObject({ answers: 'failed' });
    expect(view().current?.proof).not.toHaveProperty('refusedOnceAt');
  });

  it('cannot make one refusal two by tries in quick succession', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.vendor.alive = new Set();
    await pc.now.service.receive(NEW);
    await pc.clock.advance(0);
    for (let second = 0; second < 4; second += 1) {
      await pc.now.service.proveNow();
      pc.now.service.wake();
      await pc.clock.advance(1000);
    }
    expect(pc.now.view().current?.proof).toMatchObject({ answers: 'open', refusedOnceAt: START });
    await pc.clock.advance(1000);
    expect(pc.now.view().current?.proof).toMatchObject({ answers: 'failed' });
  });

  it('refuses the new key twice: reported, tried again on demand, or another key', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.vendor.alive = new Set();
    await pc.now.service.receive(NEW);
    await pc.clock.advance(MINUTE);
    expect(pc.now.view().current).toMatchObject({ step: 'prove', proof: { answers: 'failed' } });
    const moments = pc.vendor.asked.filter(({ key }) => key === NEW).map(({ at }) => at - START);
    expect(moments).toEqual([0, 5000]);
    pc.vendor.alive = new Set([NEW]);
    await pc.now.service.proveNow();
    await pc.clock.advance(0);
    expect(pc.now.view().current?.step).toBe('copy');
  });

  it('a paste of the old key is reported as the old key, and nothing changes', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    expect(await pc.now.service.receive(`"${OLD}"`)).toMatchObject(refusal('key-is-the-old-one'));
    expect(await pc.now.service.receive('a b')).toMatchObject(refusal('key-shape'));
    expect(pc.now.view().current).toMatchObject({ step: 'prepare', newFingerprint: null });
    expect(pc.vendor.asked).toEqual([]);
  });

  it('answers late: nothing changes for a key that was discarded meanwhile', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    pc.vendor.held = [];
    pc.vendor.alive = new Set([OLD, NEW, FOREIGN]);
    await pc.now.service.receive(FOREIGN);
    await settled();
    await pc.now.service.discardReceived();
    await pc.now.service.receive(NEW);
    await settled();
    const [first, ...others] = pc.vendor.held;
    first?.();
    await settled();
    expect(pc.now.view().current?.proof).toMatchObject({ sameAccount: 'open', otherAccount: null });
    pc.vendor.held = null;
    for (const letGo of others) letGo();
    await pc.clock.advance(20_000);
    expect(pc.now.inUse).toEqual([NEW]);
  });
});
