import { describe, expect, it } from 'vitest';
import { settled } from '../../model/clock.fixture';
import { failed, ok } from '../../model/problem';
import { NEW, OLD, place, regenerate, restarted, START, toCopy, openTestBed } from './rotation.fixture';

const MINUTE = 60_000;
const opens = async () => ok(undefined);
const refusal = (kind: string) => ({ ok: false, problem: { kind } });

describe('a rotation on purpose', () => {
  it('goes from the warnings to the receipt', async () => {
    const pc = await openTestBed();
    const { service, inUse, view } = pc.now;
    await pc.changePlaces([place]);
    await service.begin('on-purpose');
    expect(view().current).toMatchObject({ step: 'prepare', account: { id: 7 }, oldKey: { status: 'unknown' } });
    await service.next();
    await service.openDashboard('first', opens);
    await pc.clock.advance(5000);
    expect(view().current?.oldKey).toMatchObject({ status: 'alive', watched: 1 });
    regenerate(pc);
    await pc.clock.advance(5000);
    // One refusal is no proof: the step stays until a second one confirms it.
    expect(view().current).toMatchObject({ step: 'regenerate', oldKey: { status: 'alive', diedAt: null } });
    await pc.clock.advance(5000);
    expect(view().current).toMatchObject({ step: 'receive', oldKey: { status: 'dead', diedAt: START + 10_000 } });
    await pc.clock.advance(15_000);
    expect(await service.receive(` api-key=${NEW}\n`)).toEqual(ok(undefined));
    await pc.clock.advance(0);
    expect(view().current).toMatchObject({ step: 'copy', clipboardCleared: true, storage: 'protected' });
    expect(view().current?.proof).toMatchObject({ answers: 'proved', sameAccount: 'proved', oldDead: 'proved' });
    expect(inUse).toEqual([NEW]);
    expect(pc.now.vault.text()).toBe(NEW);
    expect(await service.next()).toMatchObject(refusal('not-now'));
    expect(await service.reveal()).toEqual(ok({ text: NEW }));
    await service.copy();
    expect(pc.clipboard.text).toBe(NEW);
    await service.next();
    expect(await service.reveal()).toMatchObject(refusal('not-now'));
    expect(await service.copy()).toMatchObject(refusal('not-now'));
    await service.tick(['p1'], true);
    await service.next();
    expect(view().current).toMatchObject({ step: 'receipt', finishedAt: START + 30_000 });
    await service.finish();
    expect(view().current).toBeNull();
    expect(view().receipts).toHaveLength(1);
    // The old key is still checked after the receipt, and its copy destroyed when that is over.
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
    expect(pc.onDisk()).toContain(OLD);
    await pc.clock.advance(10 * MINUTE);
    expect(view().receipts[0]?.oldKey.checks.map(({ outcome }) => outcome)).toEqual(Array(4).fill('refused'));
    expect(view().receipts[0]?.oldKey.destroyedAt).toBe(START + 30_000 + 10 * MINUTE);
    expect(await pc.storedKeys()).toEqual([NEW]);
    expect(pc.onDisk()).not.toContain(OLD);
    await pc.clock.advance(24 * 60 * MINUTE);
    expect(pc.vendor.asked.filter(({ key }) => key === OLD)).toHaveLength(7);
  });

  it('never lets the text of a key into a journal, a view or a log', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    await pc.now.service.copy();
    await pc.now.service.next();
    await pc.now.service.next();
    await pc.now.service.finish();
    await pc.clock.advance(20 * MINUTE);
    const seen = pc.seen.join('\n');
    expect(seen.length).toBeGreaterThan(1000);
    for (const key of [OLD, NEW]) {
      expect(seen).not.toContain(key);
      expect(seen).not.toContain(Buffer.from(key).toString('base64').slice(0, 12));
    }
  });

  it('watches no faster than every 5 s, and never more than 60 times', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    for (let minute = 0; minute < 120; minute += 1) {
      await pc.clock.advance(MINUTE);
      await pc.now.service.proveNow();
      pc.now.service.wake();
      if (minute === 1) await restarted(pc);
    }
    const moments = pc.vendor.asked.map(({ at }) => at);
    expect(moments).toHaveLength(60);
    const gaps = moments.slice(1).map((at, i) => at - (moments[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5000);
  });

  it('has what waited at the gateway on its receipt, also after a restart, and nothing of another one', async () => {
    const pc = await openTestBed();
    const held = { answered: 128, gaveUp: 0, refusedWrites: 2, longestMilliseconds: 19_000 };
    await toCopy(pc);
    const id = pc.now.view().current?.id ?? '';
    await pc.now.service.held('another', { ...held, answered: 1 });
    expect(pc.now.view().current?.held).toBe(undefined);
    await pc.now.service.held(id, held);
    pc.now = await restarted(pc);
    await pc.now.service.noCopyNeeded();
    await pc.now.service.next();
    await pc.now.service.next();
    await pc.now.service.finish();
    expect(pc.now.view()).toMatchObject({ current: null, receipts: [{ id, held }] });
  });

  it('can be given up while nothing was revoked, and leaves all as it was', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    await pc.clock.advance(5000);
    expect(await pc.now.service.abandon()).toEqual(ok(undefined));
    expect(pc.now.view()).toMatchObject({ current: null, receipts: [] });
    expect(await pc.storedKeys()).toEqual([OLD]);
    await pc.clock.advance(10 * MINUTE);
    expect(pc.vendor.asked).toHaveLength(1);
  });

  it('cannot be given up once the old key was seen dead', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    regenerate(pc);
    await pc.clock.advance(10_000);
    expect(await pc.now.service.abandon()).toMatchObject(refusal('not-now'));
  });

  it('notices that a refresh was refused before it looked itself', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.next();
    regenerate(pc);
    await pc.now.service.oldKeyRefused();
    await pc.now.service.oldKeyRefused();
    expect(pc.now.view().current).toMatchObject({ step: 'regenerate', oldKey: { status: 'unknown', watched: 0 } });
    await pc.clock.advance(5000);
    expect(pc.now.view().current).toMatchObject({ step: 'receive', oldKey: { diedAt: START, watched: 1 } });
  });

  it('does not move while something on the way refuses every read, and confirms a refusal once it is gone', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.openDashboard('first', opens);
    pc.vendor.trouble = { kind: 'blocked-on-the-way' };
    await pc.clock.advance(10 * MINUTE);
    expect(pc.now.view().current).toMatchObject({ step: 'regenerate', oldKey: { status: 'unknown', diedAt: null } });
    pc.vendor.trouble = null;
    regenerate(pc);
    await pc.now.service.oldKeyRefused();
    pc.vendor.trouble = { kind: 'blocked-on-the-way' };
    const refusedAt = pc.clock.now();
    const asked = pc.vendor.asked.length;
    await pc.clock.advance(24 * 60 * MINUTE);
    expect(pc.now.view().current).toMatchObject({ step: 'regenerate', oldKey: { status: 'unknown', diedAt: null } });
    expect(pc.vendor.asked.length - asked).toBeLessThan(24 * 6 + 60);
    pc.vendor.trouble = null;
    await pc.clock.advance(10 * MINUTE);
    expect(pc.now.view().current).toMatchObject({ step: 'receive', oldKey: { status: 'dead', diedAt: refusedAt } });
  });

  it('asks for a second regeneration only with a reason', async () => {
    const pc = await openTestBed();
    const { service } = pc.now;
    await service.begin('on-purpose');
    expect(await service.openDashboard('first', opens)).toEqual(ok(undefined));
    expect(await service.openDashboard('first', opens)).toMatchObject(refusal('not-now'));
    expect(await service.openDashboard('key-not-received', opens)).toEqual(ok(undefined));
    regenerate(pc);
    await service.receive(NEW);
    await pc.clock.advance(0);
    expect(await service.openDashboard('asked-again', opens)).toMatchObject(refusal('not-now'));
    expect(pc.now.view().current?.sentToDashboard.map(({ why }) => why)).toEqual(['first', 'key-not-received']);
  });

  it('counts no visit when the page did not open', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    const answer = await pc.now.service.openDashboard('first', async () => failed({ kind: 'internal' }));
    expect(answer).toMatchObject(refusal('internal'));
    expect(pc.now.view().current?.sentToDashboard).toEqual([]);
  });
});

describe('the other ways in', () => {
  it('reads a refused key one more time, and does not watch it after that', async () => {
    const pc = await openTestBed();
    pc.vendor.alive = new Set();
    await pc.now.service.begin('refused');
    await pc.now.service.openDashboard('first', opens);
    expect(pc.now.view().current).toMatchObject({ step: 'regenerate', oldKey: { status: 'unknown' } });
    await pc.clock.advance(10 * MINUTE);
    expect(pc.vendor.asked.map(({ at }) => at)).toEqual([START + 5000]);
    expect(pc.now.view().current).toMatchObject({ step: 'receive', oldKey: { status: 'dead', diedAt: START } });
    regenerate(pc);
    await pc.now.service.receive(NEW);
    await pc.clock.advance(0);
    expect(pc.now.view().current?.step).toBe('copy');
  });

  it.each(['first', 'lost'] as const)('%s: no old key, and no account to compare with', async (entry) => {
    const pc = await openTestBed(null);
    regenerate(pc);
    await pc.now.service.begin(entry);
    await pc.now.service.openDashboard('first', opens);
    await pc.now.service.receive(NEW);
    await pc.clock.advance(0);
    expect(pc.now.view().current).toMatchObject({ step: 'copy', account: { id: 7 }, oldFingerprint: null });
    expect(pc.now.view().current?.proof).toMatchObject({
      sameAccount: 'waived',
      oldDead: 'waived',
      otherAccount: null,
    });
    await pc.clock.advance(60 * MINUTE);
    expect(pc.vendor.asked).toHaveLength(1);
    expect(await pc.storedKeys()).toEqual([NEW]);
  });

  it('a leak can go from the warnings straight to the dashboard', async () => {
    const pc = await openTestBed();
    await pc.now.service.begin('on-purpose');
    await pc.now.service.begin('leak');
    await pc.now.service.openDashboard('first', opens);
    expect(pc.now.view().current).toMatchObject({ entry: 'leak', step: 'regenerate' });
    await pc.now.service.begin('on-purpose');
    expect(pc.now.view().current).toMatchObject({ entry: 'leak', step: 'regenerate' });
  });
});

describe('the disk', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'profile-read-only'],
  ])('%s: no step is taken, the problem is reported, and nothing is lost', async (code, kind) => {
    const pc = await openTestBed();
    const { service, view } = pc.now;
    await service.begin('on-purpose');
    pc.diskError = code;
    const before = view().current;
    expect(await service.openDashboard('first', async () => Promise.reject(new Error('must not open')))).toMatchObject(
      refusal(kind),
    );
    expect(await service.receive(NEW)).toMatchObject(refusal(kind));
    expect(view()).toMatchObject({ current: before, problem: { kind } });
    expect(pc.vendor.asked).toEqual([]);
    pc.diskError = null;
    regenerate(pc);
    expect(await service.receive(NEW)).toEqual(ok(undefined));
    expect(view().problem).toBeUndefined();
    await pc.clock.advance(0);
    expect(view().current?.step).toBe('copy');
  });

  it('that fills up when the answer comes holds the step back until it can be written', async () => {
    const pc = await openTestBed();
    pc.vendor.held = [];
    await pc.now.service.begin('on-purpose');
    regenerate(pc);
    await pc.now.service.receive(NEW);
    await settled();
    pc.diskError = 'ENOSPC';
    for (const letGo of pc.vendor.held) letGo();
    pc.vendor.held = null;
    await pc.clock.advance(25_000);
    expect(pc.now.view()).toMatchObject({ current: { step: 'prove' }, problem: { kind: 'disk-full' } });
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
    pc.diskError = null;
    await pc.clock.advance(20_000);
    expect(pc.now.view().current?.step).toBe('copy');
    expect(pc.now.view().problem).toBeUndefined();
  });
});

describe('the disk, between the vault and the journal', () => {
  it('that fills up there is tried again every 10 s, not at once and without end', async () => {
    const pc = await openTestBed();
    const { service, vault, view } = pc.now;
    const { receive, textOf } = vault;
    let tries = 0;
    vault.receive = async (...key) => {
      const kept = await receive(...key);
      pc.diskError = 'ENOSPC';
      return kept;
    };
    vault.textOf = (fingerprint) => {
      tries += 1;
      return tries > 50 ? Promise.reject(new Error('too often')) : textOf(fingerprint);
    };
    await service.begin('first');
    regenerate(pc);
    expect(await service.receive(NEW)).toMatchObject(refusal('disk-full'));
    // Tasks that follow each other without a pause run here, though no time passes.
    for (let turn = 0; turn < 20; turn += 1) await settled();
    expect(tries).toBeLessThan(5);
    await pc.clock.advance(25_000);
    expect(tries).toBeLessThan(8);
    expect(view()).toMatchObject({ current: { step: 'prepare' }, problem: { kind: 'disk-full' } });
    pc.diskError = null;
    await pc.clock.advance(10_000);
    expect(view().current?.step).toBe('copy');
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
  });
});

describe('a restart', () => {
  it('continues at its step, with the timers set', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    const process = await restarted(pc);
    expect(process.view().current?.step).toBe('copy');
    expect(await process.service.reveal()).toEqual(ok({ text: NEW }));
    await pc.clock.advance(10 * MINUTE);
    expect(process.view().current?.oldKey.destroyedAt).not.toBeNull();
    expect(await pc.storedKeys()).toEqual([NEW]);
  });

  it('waits for a locked keyring, and continues when it is open', async () => {
    const pc = await openTestBed();
    pc.vendor.trouble = { kind: 'timed-out' };
    await pc.now.service.begin('on-purpose');
    await pc.now.service.receive(NEW);
    pc.keyring.locked = true;
    const process = await restarted(pc);
    await pc.clock.advance(MINUTE);
    expect(process.view().current?.proof.waitingFor).toEqual({ kind: 'keyring-locked' });
    pc.keyring.locked = false;
    regenerate(pc);
    pc.vendor.trouble = null;
    await pc.clock.advance(10_000);
    expect(process.view().current?.step).toBe('copy');
  });

  it('a restart loses a key that was stored for the session only, returns to the step that asks for it, and accepts it again', async () => {
    const pc = await openTestBed(OLD, 'session');
    await toCopy(pc);
    await pc.clock.advance(5000);
    expect(pc.now.view().current?.storage).toBe('session');
    expect([...pc.disk.values()].join()).not.toContain('data');
    const process = await restarted(pc);
    expect(process.view().current).toMatchObject({ step: 'receive', newFingerprint: null });
    await process.service.receive(NEW);
    await pc.clock.advance(0);
    expect(process.view().current).toMatchObject({ step: 'copy', proof: { oldDead: 'proved' } });
    expect(process.inUse).toEqual([NEW]);
  });

  it('takes the key off the clipboard, where a copy outlived the process that made it', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    await pc.now.service.copy();
    expect(pc.clipboard.text).toBe(NEW);
    await restarted(pc);
    expect(pc.clipboard.text).toBe('');
  });

  it('leaves the clipboard alone: something else, a copy of its own run, one of long ago', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    await pc.now.service.copy();
    await pc.now.service.resume();
    expect(pc.clipboard.text).toBe(NEW);
    pc.clipboard.text = 'a shopping list';
    await restarted(pc);
    expect(pc.clipboard.text).toBe('a shopping list');
    pc.clipboard.text = NEW;
    await pc.clock.advance(2 * 60 * MINUTE);
    await restarted(pc);
    expect(pc.clipboard.text).toBe(NEW);
  });

  it('clears the clipboard after a restart once the keyring is open', async () => {
    const pc = await openTestBed();
    await toCopy(pc);
    await pc.now.service.copy();
    pc.keyring.locked = true;
    const process = await restarted(pc);
    expect(pc.clipboard.text).toBe(NEW);
    pc.keyring.locked = false;
    await process.service.resume();
    expect(pc.clipboard.text).toBe('');
  });

  it('keeps a pasted key that the journal has lost', async () => {
    const pc = await openTestBed();
    pc.vendor.trouble = { kind: 'timed-out' };
    await pc.now.service.begin('on-purpose');
    regenerate(pc);
    await pc.now.service.receive(NEW);
    for (const file of ['rotation.json', 'rotation.backup.json']) pc.disk.delete(file);
    const process = await restarted(pc);
    expect(process.view().current).toBeNull();
    expect(await pc.storedKeys()).toEqual([OLD, NEW]);
    pc.vendor.trouble = null;
    await process.service.begin('on-purpose');
    await pc.clock.advance(0);
    await pc.clock.advance(0);
    expect(process.view().current?.step).toBe('copy');
  });
});
