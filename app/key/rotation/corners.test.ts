import { describe, expect, it, vi } from 'vitest';
import { settled } from '../../model/clock.fixture';
import { failed, ok } from '../../model/problem';
import { FOREIGN, NEW, OLD, place, regenerate, restarted, START, toCopy, openTestBed } from './rotation.fixture';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const opens = async () => ok(undefined);
const refusal = (kind: string) => ({ ok: false, problem: { kind } });

describe('a key that the user lost and NineTray still has', () => {
  it('is the old key: not taken for the new one, watched, proved dead, destroyed', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    await service.begin('lost');
    expect(await service.receive(OLD)).toMatchObject(refusal('key-is-the-old-one'));
    await service.openDashboard('first', opens);
    regenerate(pc);
    await pc.clock.advance(10_000);
    expect(view().current).toMatchObject({ step: 'receive', oldKey: { status: 'dead', diedAt: START + 5000 } });
    await service.receive(NEW);
    await pc.clock.advance(11 * MINUTE);
    expect(view().current).toMatchObject({ entry: 'lost', proof: { oldDead: 'proved' } });
    expect(await pc.storedKeys()).toEqual([NEW]);
    expect(pc.onDisk()).toEqual([NEW]);
  });
});

describe('an old key that cannot be tried', () => {
  it('is tried less and less often, without needless writes of the journal', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    pc.vendor.trouble = { kind: 'unreachable', why: 'offline' };
    await pc.clock.advance(10 * MINUTE);
    const asked = pc.vendor.asked.length;
    await pc.clock.advance(24 * HOUR);
    expect(pc.vendor.asked.length - asked).toBeLessThan(100);
    pc.vendor.trouble = null;
    await pc.clock.advance(HOUR);
    expect(pc.now.view().current?.proof.oldDead).toBe('proved');
  });
});

describe('an old key that outlives many receipts', () => {
  it('is tracked until it is dead, and then destroyed; its receipt is removed after that', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    const rotateTo = async (key: string) => {
      pc.vendor.accounts[key] = 7;
      await service.begin('on-purpose');
      await service.openDashboard('first', opens);
      pc.vendor.alive = new Set([OLD, key]);
      await service.receive(key);
      await pc.clock.advance(11 * MINUTE);
      await service.noCopyNeeded();
      await service.next();
      await service.next();
      await service.finish();
    };
    await rotateTo(NEW);
    const first = view().receipts[0]?.id;
    for (let turn = 0; turn < 21; turn += 1) await rotateTo(`another-key-${turn}-0123456789`);
    expect(view().receipts).toHaveLength(21);
    expect(view().receipts.at(-1)).toMatchObject({ id: first, proof: { oldDead: 'failed' } });
    expect(pc.onDisk()).toEqual([OLD]);
    pc.vendor.alive.delete(OLD);
    const { view: later } = await restarted(pc);
    await pc.clock.advance(HOUR);
    expect(pc.onDisk()).toEqual([]);
    expect(later().receipts).toHaveLength(20);
    expect(later().receipts.map(({ id }) => id)).not.toContain(first);
  });
});

describe('a disk that is full', () => {
  it('is no reason to watch the old key more than 60 times', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    pc.diskError = 'ENOSPC';
    await pc.clock.advance(3 * HOUR);
    expect(pc.vendor.asked.length).toBeLessThanOrEqual(60);
  });
});

describe('a discarded key that could not be destroyed', () => {
  async function thrownAway() {
    const pc = await openTestBed();
    const { service, vault } = pc.now;
    await service.begin('on-purpose');
    await service.openDashboard('first', opens);
    pc.vendor.alive = new Set([OLD, FOREIGN]);
    await service.receive(FOREIGN);
    await pc.clock.advance(0);
    const fails = vi.spyOn(vault, 'discardReceived').mockResolvedValue(failed({ kind: 'internal' }));
    await service.discardReceived();
    expect(pc.onDisk()).toEqual([OLD, FOREIGN]);
    return { pc, fails };
  }

  it('is destroyed before the rotation is cancelled, so that the next one does not use it', async () => {
    const { pc, fails } = await thrownAway();
    const { service, view } = pc.now;
    fails.mockRestore();
    expect(await service.abandon()).toEqual(ok(undefined));
    expect(pc.onDisk()).toEqual([OLD]);
    await service.begin('on-purpose');
    await pc.clock.advance(MINUTE);
    expect(view().current).toMatchObject({ step: 'prepare', newFingerprint: null });
  });

  it('holds the calling off back for as long as it is there', async () => {
    const { pc, fails } = await thrownAway();
    const { service, view } = pc.now;
    expect(await service.abandon()).toMatchObject(refusal('internal'));
    expect(view().current).toMatchObject({ step: 'receive' });
    fails.mockRestore();
    expect(await service.abandon()).toEqual(ok(undefined));
    expect(await pc.storedKeys()).toEqual([OLD]);
  });
});

describe('a key that was refused by mistake', () => {
  it('is checked again once it is accepted, so that the user need not regenerate it', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    const { alive } = pc.vendor;
    pc.vendor.alive = new Set();
    await service.begin('refused');
    await service.next();
    await pc.clock.advance(5000);
    expect(await service.abandon()).toMatchObject(refusal('not-now'));
    await pc.clock.advance(10_000);
    pc.vendor.alive = alive;
    service.oldKeyAnswered();
    await settled();
    expect(view().current?.oldKey).toMatchObject({ status: 'alive', diedAt: null, watched: 2 });
    expect(await service.abandon()).toEqual(ok(undefined));
  });

  it('stays dead when only an answer from before its death came late', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    await service.begin('on-purpose');
    await service.openDashboard('first', opens);
    regenerate(pc);
    await pc.clock.advance(10_000);
    service.oldKeyAnswered();
    await pc.clock.advance(60_000);
    service.oldKeyAnswered();
    await settled();
    expect(view().current?.oldKey).toMatchObject({ status: 'dead', diedAt: START + 5000, watched: 3 });
  });
});

describe('the clipboard after a crash', () => {
  it('is cleared where the copy was made and not yet written down', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    pc.crash = { at: pc.writes + 1, when: 'before' };
    void pc.now.service.copy();
    await settled();
    expect(pc.crashed).toBe(true);
    expect(pc.clipboard.text).toBe(NEW);
    pc.crash = null;
    await restarted(pc);
    expect(pc.clipboard.text).toBe('');
  });

  it('is cleared where the key was saved to a file after it was copied', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    await pc.now.service.copy();
    await pc.now.service.saveToFile(async () => ok({ saved: true }));
    await restarted(pc);
    expect(pc.clipboard.text).toBe('');
  });
});

describe('a place that is added meanwhile', () => {
  it('is in the rotation by one write, which removes the list of an older NineTray from the journal', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    const before = pc.writes;
    await pc.changePlaces([place]);
    // The backup, and the journal.
    expect(pc.writes - before).toBe(2);
    expect(pc.journal()).toMatchObject({ places: [], current: { places: [{ place, tickedAt: null }] } });
  });
});

describe('a clock that is put back', () => {
  it('stops neither the watch nor the proof', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    await service.begin('on-purpose');
    await service.openDashboard('first', opens);
    await pc.clock.advance(5000);
    pc.clock.set(START - 24 * HOUR);
    // The network is checked from time to time.
    service.wake();
    await pc.clock.advance(12_000);
    expect(view().current?.oldKey.watched).toBeGreaterThan(2);
    pc.clock.set(START);
    pc.vendor.trouble = { kind: 'timed-out' };
    await service.receive(NEW);
    await pc.clock.advance(0);
    pc.clock.set(START - 24 * HOUR);
    regenerate(pc);
    pc.vendor.trouble = null;
    await pc.now.service.tick(['p1'], true);
    service.wake();
    await pc.clock.advance(15_000);
    expect(view().current?.step).toBe('copy');
  });

  it('does not make a rate limit of a minute one of years', async () => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    const ahead = START + 5 * 365 * 24 * HOUR;
    await service.begin('on-purpose');
    await service.openDashboard('first', opens);
    regenerate(pc);
    pc.clock.set(ahead);
    pc.vendor.trouble = { kind: 'rate-limited', until: ahead + MINUTE };
    await service.receive(NEW);
    await pc.clock.advance(0);
    pc.vendor.trouble = null;
    pc.clock.set(START);
    service.wake();
    await pc.clock.advance(2 * MINUTE);
    expect(view().current?.step).toBe('copy');
  });

  it('does not hold up the checks of the old key', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    const checks = () => pc.now.view().current?.oldKey.checks ?? [];
    await pc.clock.advance(30_000);
    expect(checks()).toHaveLength(3);
    const back = START - 24 * HOUR;
    pc.clock.set(back);
    pc.now.service.wake();
    await pc.clock.advance(0);
    expect(checks().slice(3)).toMatchObject([{ at: back, outcome: 'refused' }]);
    await pc.clock.advance(11 * MINUTE);
    const later = [30_000, 2 * MINUTE, 10 * MINUTE].map((after) => back + after);
    expect(
      checks()
        .slice(4)
        .map(({ at }) => at),
    ).toEqual(later);
    expect(pc.now.view().current?.oldKey.destroyedAt).toBe(back + 10 * MINUTE);
    expect(pc.onDisk()).toEqual([NEW]);
  });

  it('is not waited for where the key came before and was never checked', async () => {
    const pc = await openTestBed();
    pc.vendor.held = [];
    await toCopy(pc);
    expect(pc.now.view().current?.oldKey.checks).toEqual([]);
    pc.vendor.held = null;
    pc.clock.set(START - 24 * HOUR);
    await restarted(pc);
    await pc.clock.advance(1000);
    expect(pc.now.view().current?.oldKey.checks).toHaveLength(1);
  });
});
