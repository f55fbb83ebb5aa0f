import { describe, expect, it } from 'vitest';
import { promise } from '../texts/problems/problems.fixture';
import { newKey, oldKey, sessionFixture } from '../session/host/session-host.fixture';
import type { KeyEntry } from '../session/key-entry';
import { runCommand } from './commands';

const common = { readLimit: 15_000, isDemoWanted: false, locale: 'en-US' };

function context(kept: string | null, stays = false) {
  const fixture = sessionFixture(kept);
  return { ...fixture, context: { ...common, host: fixture.session, stays, clock: fixture.clock } };
}

/** The address that the session of these tests uses. */
const origin = 'https://api.9proxy.com';

describe('--status', () => {
  it('reads now and prints', async () => {
    const fixture = context(oldKey);
    await fixture.session.open(false);
    const reply = await runCommand({ command: 'status' }, fixture.context);
    expect(reply).toMatchObject({ exitCode: 0, problem: '' });
    expect(reply.out).toContain('700');
    expect(JSON.parse(reply.json)).toMatchObject({ figures: { ips: { value: { total: 700 } } } });
  });

  it('says 3 for a dead key', async () => {
    const fixture = context(newKey);
    await fixture.session.open(false);
    expect((await runCommand({ command: 'status' }, fixture.context)).exitCode).toBe(3);
  });
});

describe('without a network', () => {
  const offline = { kind: 'unreachable', why: 'offline' } as const;

  it('--status of a command that ends says to run it again; the running application reads again automatically', async () => {
    for (const stays of [false, true]) {
      const fixture = context(oldKey, stays);
      fixture.vendor.trouble = offline;
      await fixture.session.open(false);
      const { exitCode, out } = await runCommand({ command: 'status' }, fixture.context);
      expect(exitCode).toBe(4);
      expect(promise.test(out)).toBe(stays);
      expect(out.includes('run the command again')).toBe(!stays);
    }
  });

  it('--set-key says to try again, also to those who have NineTray running', async () => {
    for (const stays of [false, true]) {
      const fixture = context(null, stays);
      fixture.vendor.trouble = offline;
      const reply = await runCommand({ command: 'set-key', origin, text: oldKey, storage: null }, fixture.context);
      expect(reply).toMatchObject({ exitCode: 4, out: '' });
      expect(reply.problem).not.toMatch(promise);
      expect(reply.problem).toContain('Connect to a network, then try again.');
    }
  });
});

describe('--status --demo', () => {
  it('says that the demo did not start, in place of the figures of the account', async () => {
    const fixture = context(oldKey);
    await fixture.session.open(false);
    const reply = await runCommand({ command: 'status' }, { ...fixture.context, isDemoWanted: true });
    expect(reply).toMatchObject({ exitCode: 2, out: '', json: '' });
    expect(reply.problem).toContain('The demo did not start');
  });
});

describe('a mute vendor', () => {
  it('is not waited for: the last known figures and 4', async () => {
    const fixture = context(oldKey);
    await fixture.session.open(false);
    await fixture.session.refresh();
    const { store, keyEntry } = fixture.session;
    const mute = { store, keyEntry, keyOrigin: () => origin, refresh: () => new Promise<void>(() => undefined) };
    const reply = runCommand({ command: 'status' }, { ...fixture.context, host: mute });
    await fixture.clock.advance(15_000);
    expect(await reply).toMatchObject({ exitCode: 4, out: expect.stringContaining('700') });
  });
});

describe('--set-key', () => {
  it('checks, keeps, and names the key only by its fingerprint', async () => {
    const { context: where, vault } = context(null);
    const reply = await runCommand({ command: 'set-key', origin, text: `${oldKey}\n`, storage: null }, where);
    expect(reply.exitCode).toBe(0);
    expect(reply.out).toMatch(/^Key .+ of person7 is stored\.\n$/);
    expect(reply.out).not.toContain(oldKey);
    expect(vault.kept).toBe(oldKey);
  });

  it('a key that the vendor refused or that cannot be read is not stored', async () => {
    const { context: where, vault } = context(null);
    expect((await runCommand({ command: 'set-key', origin, text: newKey, storage: null }, where)).exitCode).toBe(3);
    expect((await runCommand({ command: 'set-key', origin, text: 'a b', storage: null }, where)).exitCode).toBe(2);
    expect(vault.kept).toBeNull();
  });

  it('sends a key to no other address than the one that it was meant for', async () => {
    const { context: where, vault, asked } = context(null);
    const given = { command: 'set-key', text: oldKey, storage: null } as const;
    for (const meant of ['https://sandbox.9proxy.com', 'http://127.0.0.1:1', '']) {
      const reply = await runCommand({ ...given, origin: meant }, where);
      expect(reply).toMatchObject({ exitCode: 2, out: '' });
      expect(reply.problem).toContain(origin);
    }
    expect(asked).toEqual([]);
    expect(vault.kept).toBeNull();
  });

  it('a key is protected or refused, and never stored with less protection automatically', async () => {
    const { context: where, vault } = context(null);
    vault.canProtect = false;
    const refused = await runCommand({ command: 'set-key', origin, text: oldKey, storage: null }, where);
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    expect(vault.kept).toBeNull();
    expect(
      (await runCommand({ command: 'set-key', origin, text: oldKey, storage: 'unprotected' }, where)).exitCode,
    ).toBe(0);
  });

  it('a key for a regeneration is stored as the old one was, and never in the memory of a command that ends', async () => {
    for (const stays of [false, true]) {
      const fixture = context(oldKey, stays);
      await fixture.session.open(false);
      await fixture.session.shown().rotation.begin('on-purpose');
      const storages: unknown[] = [];
      const keyEntry: KeyEntry = {
        ...fixture.session.keyEntry,
        receive(text, storage) {
          storages.push(storage);
          return fixture.session.keyEntry.receive(text, storage);
        },
      };
      const { store } = fixture.session;
      const host = { store, keyEntry, keyOrigin: () => origin, refresh: async () => undefined };
      const given = { command: 'set-key', origin, text: newKey, storage: null } as const;
      const reply = await runCommand(given, { ...fixture.context, host });
      expect(reply).toMatchObject({ exitCode: 0, problem: '' });
      expect(storages).toEqual([stays ? undefined : 'protected']);
      expect(reply.out.includes('Start NineTray to continue')).toBe(!stays);
    }
  });

  it('keeps a key for the session only in an application that stays', async () => {
    const alone = context(null);
    expect(
      (await runCommand({ command: 'set-key', origin, text: oldKey, storage: 'session' }, alone.context)).exitCode,
    ).toBe(2);
    const running = context(null, true);
    expect(
      (await runCommand({ command: 'set-key', origin, text: oldKey, storage: 'session' }, running.context)).exitCode,
    ).toBe(0);
    expect(running.vault.kept).toBeNull();
  });
});
