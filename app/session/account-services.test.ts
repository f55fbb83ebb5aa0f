import { describe, expect, it } from 'vitest';
import type { ListQuery } from '../model/lists/list-description';
import { failed, ok } from '../model/problem';
import { newKey, oldKey, sessionFixture } from './host/session-host.fixture';

const query: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };

async function opened() {
  const fixture = sessionFixture(oldKey);
  await fixture.session.open(true);
  await fixture.clock.advance(1000);
  const { services: work } = fixture.session.shown();
  return { ...fixture, work, state: () => fixture.session.store.read().state };
}

/** New codes, as references. */
async function madeCodes({ work }: Awaited<ReturnType<typeof opened>>): Promise<string[]> {
  const prepared = work.actions.prepare({ action: 'makeIpCodes', rows: [], input: { ips: 5, codes: 1 } });
  if (!prepared.ok) throw new Error(prepared.problem.kind);
  const done = await work.actions.run(prepared.value.ticket);
  if (!done.ok) throw new Error(done.problem.kind);
  return done.value.made;
}

async function replaceKey({ session, vendor }: Awaited<ReturnType<typeof opened>>): Promise<void> {
  vendor.alive = newKey;
  const checked = await session.keyEntry.check(newKey);
  if (!checked.ok) throw new Error(checked.problem.kind);
  await session.keyEntry.keep(checked.value.ticket, 'protected', false);
}

describe('the account window’s work', () => {
  it('reads lists with the key in use, and reads the figures again after an action', async () => {
    const world = await opened();
    expect((await world.work.lists.read('levels', query)).ok).toBe(true);
    expect(world.asked).toContain(`readList levels ${oldKey}`);
    const before = world.asked.filter((one) => one.startsWith('readBalance')).length;
    await madeCodes(world);
    await world.clock.advance(10_000);
    expect(world.asked.filter((one) => one.startsWith('readBalance')).length).toBe(before + 1);
    expect(world.asked.filter((one) => one.startsWith('makeIpCodes'))).toEqual([`makeIpCodes ${oldKey}`]);
  });

  it('reveals and copies secrets by their references, several one a line', async () => {
    const world = await opened();
    const [ref = ''] = await madeCodes(world);
    expect(world.work.reveal(ref)).toEqual(ok({ text: 'CODE-1' }));
    expect(await world.work.copySecrets([ref, ref])).toEqual(ok(undefined));
    expect(world.clipboard.text).toBe('CODE-1\nCODE-1');
    expect(world.clipboard.of).toBe('list');
    const unknown = failed({ kind: 'bad-input', field: 'ref' });
    expect(world.work.reveal('another')).toEqual(unknown);
    expect(await world.work.copySecrets([ref, 'another'])).toEqual(unknown);
    expect(JSON.stringify(world.state())).not.toContain('CODE-1');
    expect(JSON.stringify(world.profile)).not.toContain('CODE-1');
  });

  it('asks the application on this computer only while that is switched on', async () => {
    const { work, session, localPorts } = await opened();
    const { localApp } = session.store.read().state.settings;
    expect(localApp.on).toBe(false);
    await work.lists.read('localToday', query);
    await session.settingsChanges.change({ localApp: { ...localApp, on: true } });
    await work.lists.read('localToday', query);
    await session.settingsChanges.change({ localApp });
    await work.lists.read('localToday', query);
    expect(localPorts).toEqual([null, localApp.port, null]);
  });

  it('forgets secrets, tickets and what is being saved when the key is another', async () => {
    const world = await opened();
    const [ref = ''] = await madeCodes(world);
    const prepared = world.work.actions.prepare({ action: 'setAutoRenew', rows: [], input: { on: true } });
    const saving = world.work.saver.save('levels', { search: '', sort: null, filters: {} }, async () => {
      await replaceKey(world);
      return ok(() => ok(undefined));
    });
    expect(await saving).toEqual(failed({ kind: 'cancelled' }));
    expect(world.work.reveal(ref)).toMatchObject({ ok: false });
    expect(await world.work.actions.run(prepared.ok ? prepared.value.ticket : '')).toEqual(failed({ kind: 'not-now' }));
    expect(world.asked.some((one) => one.startsWith('setAutoRenew'))).toBe(false);
  });

  it('shows how far saving is, and that it is over', async () => {
    const world = await opened();
    const seen: unknown[] = [];
    const saving = world.work.saver.save('levels', { search: '', sort: null, filters: {} }, async () =>
      ok(() => {
        seen.push(world.state().saving);
        return ok(undefined);
      }),
    );
    expect(await saving).toEqual(ok({ saved: true, rows: 0, missing: 0 }));
    expect(seen).toEqual([{ list: 'levels', read: 0, total: 0 }]);
    expect(world.state().saving).toBeNull();
  });

  it('reads the affiliate totals, and drops those of an older key', async () => {
    const world = await opened();
    expect(await world.work.readAffiliate()).toMatchObject({ ok: true, value: { available: 10 } });
    const reading = world.work.readAffiliate();
    world.session.shown().store.update((state) => ({ ...state, generation: state.generation + 1 }));
    expect(await reading).toEqual(failed({ kind: 'cancelled' }));
    await world.session.forgetKey();
    expect(await world.work.readAffiliate()).toEqual(failed({ kind: 'key-missing' }));
  });
});
