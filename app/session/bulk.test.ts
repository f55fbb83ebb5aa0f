import { describe, expect, it } from 'vitest';
import { newKey, oldKey, sessionFixture } from './host/session-host.fixture';

async function opened() {
  const fixture = sessionFixture(oldKey);
  await fixture.session.open(true);
  await fixture.clock.advance(1000);
  const { session, clock } = fixture;
  return {
    ...fixture,
    bulk: session.shown().services.bulk,
    shown: () => session.store.read().state.bulk,
    rows: () => session.store.read().state.subAccounts.firstPage.map(({ id, enabled }) => [id, enabled]),
    /** Lets a job come to its end. */
    rest: () => clock.advance(1000),
    writes: () => fixture.asked.filter((one) => one.startsWith('setSubAccountEnabled')),
  };
}

describe('work on many sub-accounts in a session', () => {
  it('shows the panic in the state, and popover and lists agree with it', async () => {
    const { bulk, shown, rows, rest, writes } = await opened();
    expect(rows()).toEqual([
      [1, true],
      [2, true],
    ]);
    expect((await bulk.panic()).ok).toBe(true);
    await rest();
    expect(shown().panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
    expect(writes()).toHaveLength(2);
    expect(rows()).toEqual([
      [1, false],
      [2, false],
    ]);
  });

  it('keeps nothing of the demo, and shows the account’s own again after it', async () => {
    const { session, shown, rest, clock } = await opened();
    await session.shown().services.bulk.panic();
    await rest();
    await session.startDemo();
    await clock.advance(1000);
    expect(shown().panic).toBeNull();
    await session.shown().services.bulk.panic();
    await rest();
    expect(shown().panic?.phase).toBe('done');
    await session.stopDemo();
    await clock.advance(1000);
    expect(shown().panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
    await session.startDemo();
    await clock.advance(1000);
    expect(shown().panic).toBeNull();
  });

  it('is not shown to another account, and waits for its own', async () => {
    const { session, vendor, bulk, shown, rest, clock } = await opened();
    await bulk.panic();
    await rest();
    vendor.alive = newKey;
    vendor.accounts[newKey] = 8;
    const checked = await session.keyEntry.check(newKey);
    if (!checked.ok) throw new Error(checked.problem.kind);
    await session.keyEntry.keep(checked.value.ticket, 'protected', false);
    await clock.advance(1000);
    expect(session.store.read().state.account.value?.id).toBe(8);
    expect(shown()).toEqual({ bulk: null, panic: null, previewing: null });
  });

  it('a job is interrupted by another key of the same account, and continues with it', async () => {
    const { session, vendor, bulk, shown, rest, writes, clock } = await opened();
    vendor.trouble = { kind: 'rate-limited', until: clock.now() + 60_000 };
    await bulk.panic();
    await rest();
    expect(shown().panic?.phase).toBe('running');
    vendor.trouble = null;
    vendor.alive = newKey;
    const checked = await session.keyEntry.check(newKey);
    if (!checked.ok) throw new Error(checked.problem.kind);
    await session.keyEntry.keep(checked.value.ticket, 'protected', false);
    expect(shown().panic?.phase).toBe('interrupted');
    await rest();
    await bulk.panic();
    await rest();
    expect(shown().panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
    expect(writes().every((one) => one.endsWith(newKey))).toBe(true);
  });

  it('a job stops when the key is refused, and reports why', async () => {
    const { vendor, bulk, shown, rest, writes } = await opened();
    vendor.alive = newKey;
    await bulk.panic();
    await rest();
    expect(writes()).toEqual([]);
    expect(shown().panic).toMatchObject({ phase: 'interrupted', problem: { kind: 'key-refused' } });
    expect(bulk.restore()).toEqual({ ok: false, problem: { kind: 'key-missing' } });
  });
});
