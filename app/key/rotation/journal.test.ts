import { describe, expect, it } from 'vitest';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { RotationEvent } from './event';
import { emptyJournal, RotationJournalWriter } from './journal';

const HERE = 'https://here.test';
const begin: RotationEvent = {
  type: 'begin',
  id: 'r1',
  entry: 'on-purpose',
  origin: HERE,
  account: null,
  oldKey: { fingerprint: 'OLD', storage: 'protected', refused: false, refusedAt: null },
  places: [],
};

/** A writer over a journal whose writes end when the test says so, and a vault that holds one received key. */
function openWriter() {
  const test = {
    content: emptyJournal,
    origin: HERE,
    diskProblem: null as Problem | null,
    discardProblem: null as Problem | null,
    received: 'NEW' as string | null,
    log: [] as string[],
    changes: 0,
    waiting: null as (() => void)[] | null,
  };
  const writer = new RotationJournalWriter({
    journal: {
      read: () => test.content,
      async write(next): Promise<Result<void>> {
        if (test.waiting !== null) await new Promise<void>((resolve) => test.waiting?.push(resolve));
        if (test.diskProblem !== null) return failed(test.diskProblem);
        test.content = next;
        test.log.push(`written ${next.current?.step ?? 'none'}`);
        return ok(undefined);
      },
    },
    vault: {
      received: () => (test.received === null ? null : { fingerprint: test.received, storage: 'protected' }),
      async discardReceived(): Promise<Result<void>> {
        if (test.discardProblem !== null) return failed(test.discardProblem);
        test.log.push('discarded');
        test.received = null;
        return ok(undefined);
      },
    },
    clock: { now: () => 1000, after: () => () => undefined },
    origin: () => test.origin,
    log: () => undefined,
    onChange: () => {
      test.changes += 1;
    },
  });
  return { test, writer };
}

describe('RotationJournalWriter', () => {
  it('writes one event after the other, each on what the one before has written', async () => {
    const { test, writer } = openWriter();
    test.waiting = [];
    const both = Promise.all([writer.record(begin), writer.record({ type: 'next' })]);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(test.waiting).toHaveLength(1);
    const [first] = test.waiting;
    test.waiting = null;
    first?.();
    expect(await both).toEqual([ok({ changed: true }), ok({ changed: true })]);
    expect(test.log).toEqual(['written prepare', 'written regenerate']);
  });

  it('writes nothing for an event that is refused or changes nothing', async () => {
    const { test, writer } = openWriter();
    expect(await writer.record({ type: 'next' })).toEqual(failed({ kind: 'not-now' }));
    expect(await writer.record({ type: 'prove-now' })).toEqual(ok({ changed: false }));
    expect([test.log, test.changes]).toEqual([[], 0]);
  });

  it('carries out an effect only after the journal has announced it', async () => {
    const { test, writer } = openWriter();
    await writer.record(begin);
    await writer.record({ type: 'receiving', fingerprint: 'NEW' });
    await writer.record({ type: 'received', fingerprint: 'NEW', storage: 'protected', clipboardCleared: null });
    test.log = [];
    test.diskProblem = { kind: 'disk-full' };
    expect(await writer.record({ type: 'discard' })).toEqual(failed({ kind: 'disk-full' }));
    expect([test.log, test.received, writer.problem]).toEqual([[], 'NEW', { kind: 'disk-full' }]);
    test.diskProblem = null;
    expect(await writer.record({ type: 'discard' })).toEqual(ok({ changed: true }));
    expect([test.log, writer.problem]).toEqual([['written receive', 'discarded'], null]);
  });

  it('shows the problem when the discarded key cannot be destroyed, and destroys no other key', async () => {
    const { test, writer } = openWriter();
    expect(await writer.destroyReceived('ANOTHER')).toEqual(ok(undefined));
    expect(test.received).toBe('NEW');
    test.discardProblem = { kind: 'disk-full' };
    expect(await writer.destroyReceived('NEW')).toEqual(failed({ kind: 'disk-full' }));
    expect([writer.problem, test.changes]).toEqual([{ kind: 'disk-full' }, 1]);
  });

  it('records nothing of a rotation for another address with recordHere, and nothing at all after stop', async () => {
    const { test, writer } = openWriter();
    await writer.record(begin);
    test.origin = 'https://there.test';
    expect(writer.rotationsHere()).toEqual([]);
    expect(await writer.recordHere({ type: 'next' })).toEqual(failed({ kind: 'not-now' }));
    test.origin = HERE;
    expect(writer.rotationsHere()).toHaveLength(1);
    writer.stop();
    expect(await writer.record({ type: 'next' })).toEqual(failed({ kind: 'cancelled' }));
    expect(test.content.current?.step).toBe('prepare');
  });
});
