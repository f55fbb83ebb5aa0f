import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { manualClock, settled } from '../../model/clock.fixture';
import { appStateSchema } from '../../model/state/app-state';
import { Switches } from './switches';

const start = 1_800_000_000_000;
const refusal: Problem = { kind: 'rejected', message: 'No' };
const unknown: Problem = { kind: 'outcome-unknown' };

/** Switches over a vendor whose answers the test gives. */
function setUp() {
  const clock = manualClock(start);
  const asked: { id: number; enabled: boolean; answer: (answer: Result<void>) => Promise<void> }[] = [];
  const settlings: [number, boolean | null][] = [];
  let changes = 0;
  const switches = new Switches({
    clock,
    changed: () => {
      changes += 1;
    },
    settled: (id, enabled) => settlings.push([id, enabled]),
    send: (id, enabled) =>
      new Promise((resolve) => {
        asked.push({
          id,
          enabled,
          answer: async (answer) => {
            resolve(answer);
            await settled();
          },
        });
      }),
  });
  const row = (id: number, actual: boolean | null) => ({ id, username: `user${id}`, actual });
  return {
    clock,
    asked,
    settlings,
    switches,
    changes: () => changes,
    flip: (id: number, actual: boolean | null, enabled: boolean) => switches.want(row(id, actual), enabled),
    phases: () => switches.list().map(({ id, wanted, phase }) => [id, wanted, phase]),
    sent: () => asked.map(({ id, enabled }) => [id, enabled]),
    answer: async (answer: Result<void>) => asked.at(-1)?.answer(answer),
  };
}

describe('Switches', () => {
  it('shows a switch at once, sends one request, and shows it as done when the vendor confirms it', async () => {
    const { flip, switches, phases, sent, answer, settlings, changes } = setUp();
    flip(1, false, true);
    expect(switches.list()).toEqual([{ id: 1, username: 'user1', wanted: true, phase: 'pending', at: start }]);
    expect(changes()).toBe(1);
    expect(sent()).toEqual([[1, true]]);
    await answer(ok(undefined));
    expect(phases()).toEqual([[1, true, 'done']]);
    expect(settlings).toEqual([[1, true]]);
    expect(changes()).toBe(2);
    expect(sent()).toHaveLength(1);
    expect(appStateSchema.shape.subAccounts.shape.switches.parse(switches.list())).toEqual(switches.list());
  });

  it('rolls a switch back with the reason when the vendor refuses it, and sends nothing again', async () => {
    const { flip, switches, sent, answer, settlings, clock } = setUp();
    flip(1, false, true);
    await answer(failed(refusal));
    expect(switches.list()).toEqual([
      { id: 1, username: 'user1', wanted: true, phase: 'rolled-back', at: start, problem: refusal },
    ]);
    expect(settlings).toEqual([]);
    await clock.advance(3_600_000);
    expect(sent()).toHaveLength(1);
  });

  it('reports a switch whose outcome is not known, and has its row read again', async () => {
    const { flip, phases, answer, settlings, switches } = setUp();
    flip(1, false, true);
    await answer(failed(unknown));
    expect(phases()).toEqual([[1, true, 'rolled-back']]);
    expect(switches.list()[0]?.problem).toEqual(unknown);
    expect(settlings).toEqual([[1, null]]);
  });

  it('sends nothing where the sub-account already has the wanted status', () => {
    const { flip, phases, sent } = setUp();
    flip(1, true, true);
    expect([phases(), sent()]).toEqual([[], []]);
  });

  it('sends a request where the present status is not known', () => {
    const { flip, sent } = setUp();
    flip(1, null, true);
    expect(sent()).toEqual([[1, true]]);
  });
});

describe('several switches', () => {
  it('sends several switches one at a time, in the order in which they were flipped', async () => {
    const { flip, phases, sent, answer } = setUp();
    for (const id of [1, 2, 3]) flip(id, false, true);
    expect(sent()).toEqual([[1, true]]);
    expect(phases()).toEqual([1, 2, 3].map((id) => [id, true, 'pending']));
    await answer(failed(refusal));
    expect(sent()).toEqual([
      [1, true],
      [2, true],
    ]);
    await answer(ok(undefined));
    await answer(ok(undefined));
    expect(phases()).toEqual([
      [1, true, 'rolled-back'],
      [2, true, 'done'],
      [3, true, 'done'],
    ]);
  });

  it('sends nothing for a switch that is flipped back before its request', async () => {
    const { flip, phases, sent, answer } = setUp();
    flip(1, false, true);
    flip(2, false, true);
    flip(2, false, false);
    expect(phases()).toEqual([[1, true, 'pending']]);
    await answer(ok(undefined));
    expect(sent()).toEqual([[1, true]]);
  });

  it('ends with the last wanted status where a switch is flipped back during its request', async () => {
    const { flip, phases, sent, answer } = setUp();
    flip(1, false, true);
    flip(1, false, false);
    expect(phases()).toEqual([[1, false, 'pending']]);
    expect(sent()).toEqual([[1, true]]);
    await answer(ok(undefined));
    expect(sent()).toEqual([
      [1, true],
      [1, false],
    ]);
    await answer(ok(undefined));
    expect(phases()).toEqual([[1, false, 'done']]);
  });

  it('sends one request where a switch is flipped back and forth during it', async () => {
    const { flip, phases, sent, answer } = setUp();
    flip(1, false, true);
    flip(1, false, false);
    flip(1, false, true);
    await answer(ok(undefined));
    expect(phases()).toEqual([[1, true, 'done']]);
    expect(sent()).toHaveLength(1);
  });

  it('shows nothing where a switch is flipped back during its request, which is then refused', async () => {
    const { flip, phases, sent, answer } = setUp();
    flip(1, false, true);
    flip(1, false, false);
    await answer(failed(refusal));
    expect(phases()).toEqual([]);
    expect(sent()).toHaveLength(1);
  });

  it.each<[string, boolean | null, Problem]>([
    ['the outcome of that is not known', false, unknown],
    ['that is refused and the status was never known', null, refusal],
  ])('sends a second request where a switch is flipped back during the first and %s', async (_, actual, problem) => {
    const { flip, phases, sent, answer } = setUp();
    flip(1, actual, true);
    flip(1, actual, false);
    await answer(failed(problem));
    expect(sent()).toEqual([
      [1, true],
      [1, false],
    ]);
    await answer(ok(undefined));
    expect(phases()).toEqual([[1, false, 'done']]);
  });
});

describe('undo', () => {
  it('switches back what was done on undo', async () => {
    const { flip, switches, phases, sent, answer } = setUp();
    flip(1, false, true);
    expect(switches.undo(1)).toBe(false);
    await answer(ok(undefined));
    expect(switches.undo(1)).toBe(true);
    expect(phases()).toEqual([[1, false, 'pending']]);
    await answer(ok(undefined));
    expect(sent()).toEqual([
      [1, true],
      [1, false],
    ]);
    expect(phases()).toEqual([[1, false, 'done']]);
  });

  it('offers no undo for a switch that does not exist or was rolled back', async () => {
    const { flip, switches, answer } = setUp();
    expect(switches.undo(1)).toBe(false);
    flip(1, false, true);
    await answer(failed(refusal));
    expect(switches.undo(1)).toBe(false);
  });

  it('offers undo for twelve seconds', async () => {
    const { flip, switches, phases, answer, clock, changes } = setUp();
    flip(1, false, true);
    await answer(ok(undefined));
    await clock.advance(11_999);
    expect(phases()).toEqual([[1, true, 'done']]);
    const before = changes();
    await clock.advance(1);
    expect(phases()).toEqual([]);
    expect(changes()).toBe(before + 1);
    expect(switches.undo(1)).toBe(false);
  });

  it('offers undo for another twelve seconds after another flip', async () => {
    const { flip, phases, answer, clock } = setUp();
    flip(1, false, true);
    await answer(ok(undefined));
    await clock.advance(10_000);
    flip(1, true, false);
    await clock.advance(10_000);
    expect(phases()).toEqual([[1, false, 'pending']]);
    await answer(ok(undefined));
    await clock.advance(10_000);
    expect(phases()).toEqual([[1, false, 'done']]);
    expect(clock.waiting()).toBe(1);
  });
});

describe('a switch that was rolled back', () => {
  it('shows a switch that was rolled back until it is dismissed', async () => {
    const { flip, switches, phases, answer, clock } = setUp();
    flip(1, false, true);
    await answer(failed(refusal));
    await clock.advance(3_600_000);
    expect(phases()).toEqual([[1, true, 'rolled-back']]);
    switches.dismiss(1);
    expect(phases()).toEqual([]);
  });

  it('shows a switch that was rolled back until it is flipped again', async () => {
    const { flip, phases, answer } = setUp();
    flip(1, false, true);
    await answer(failed(refusal));
    flip(1, false, true);
    expect(phases()).toEqual([[1, true, 'pending']]);
    await answer(ok(undefined));
    expect(phases()).toEqual([[1, true, 'done']]);
  });
});

describe('dismiss', () => {
  it('dismisses a finished switch and its timer, but no pending switch', async () => {
    const { flip, switches, phases, answer, clock } = setUp();
    flip(1, false, true);
    switches.dismiss(1);
    expect(phases()).toEqual([[1, true, 'pending']]);
    await answer(ok(undefined));
    switches.dismiss(1);
    expect([phases(), clock.waiting()]).toEqual([[], 0]);
    switches.dismiss(404);
  });
});

describe('clear', () => {
  it('removes every switch on clear, and an answer on its way changes nothing', async () => {
    const { flip, switches, phases, sent, asked, settlings, clock } = setUp();
    flip(1, false, true);
    await asked[0]?.answer(ok(undefined));
    flip(2, false, true);
    flip(3, false, true);
    switches.clear();
    expect([phases(), clock.waiting()]).toEqual([[], 0]);
    await asked[1]?.answer(ok(undefined));
    expect(phases()).toEqual([]);
    expect(settlings).toEqual([[1, true]]);
    expect(sent()).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('sends switches with the next key at once after clear', async () => {
    const { flip, switches, phases, sent, asked } = setUp();
    flip(1, false, true);
    switches.clear();
    flip(2, false, true);
    expect(sent()).toEqual([
      [1, true],
      [2, true],
    ]);
    await asked[0]?.answer(ok(undefined));
    expect(phases()).toEqual([[2, true, 'pending']]);
    await asked[1]?.answer(ok(undefined));
    expect(phases()).toEqual([[2, true, 'done']]);
  });
});

describe('any sequence of flips and answers', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('flip' as const), id: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('undo' as const), id: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('dismiss' as const), id: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 20_000 }) }),
  );
  const outcome = fc.record({
    latency: fc.integer({ min: 0, max: 15_000 }),
    ends: fc.constantFrom('done' as const, 'refused' as const, 'unknown-done' as const, 'unknown-not-done' as const),
  });

  it('sends one request at a time, and ends as wanted last or in a rollback with its reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.array(outcome, { minLength: 1 }),
        async (steps, outcomes) => {
          const clock = manualClock(start);
          const vendor = new Map([1, 2, 3].map((id) => [id, false]));
          const rows = new Map<number, boolean | null>(vendor);
          const wishes = new Map<number, boolean>();
          let out = 0;
          let sent = 0;
          let wrong = 0;
          const switches = new Switches({
            clock,
            changed: () => undefined,
            settled: (id, enabled) => {
              // A row of unknown status is read again, which here answers at once.
              rows.set(id, enabled ?? vendor.get(id) ?? null);
            },
            send: (id, enabled) => {
              out += 1;
              expect(out).toBe(1);
              const { latency, ends } = outcomes[sent % outcomes.length] ?? { latency: 0, ends: 'done' as const };
              sent += 1;
              return new Promise((resolve) => {
                clock.after(latency, () => {
                  out -= 1;
                  if (ends === 'done' || ends === 'unknown-done') vendor.set(id, enabled);
                  resolve(ends === 'done' ? ok(undefined) : failed(ends === 'refused' ? refusal : unknown));
                });
              });
            },
          });
          const shown = (id: number) =>
            switches.list().find((entry) => entry.id === id && entry.phase === 'pending')?.wanted ??
            rows.get(id) ??
            null;
          for (const one of steps) {
            if (one.do === 'wait') await clock.advance(one.ms);
            else if (one.do === 'dismiss') {
              const gone = switches.list().find(({ id }) => id === one.id);
              if (gone?.phase === 'rolled-back') wishes.delete(one.id);
              switches.dismiss(one.id);
            } else if (one.do === 'undo') {
              const before = switches.list().find(({ id }) => id === one.id);
              if (switches.undo(one.id)) wishes.set(one.id, before?.wanted !== true);
            } else {
              const wanted = shown(one.id) !== true;
              switches.want({ id: one.id, username: 'x', actual: rows.get(one.id) ?? null }, wanted);
              wishes.set(one.id, wanted);
              wrong += shown(one.id) === wanted ? 0 : 1;
            }
          }
          // Long enough for all requests. Finished switches leave the list; those that were rolled back stay on it.
          for (let round = 0; round < 20; round += 1) await clock.advance(15_000);
          expect([out, wrong]).toEqual([0, 0]);
          expect(rows).toEqual(vendor);
          for (const [id, wanted] of wishes) {
            const end = switches.list().find((entry) => entry.id === id);
            expect(end?.wanted ?? vendor.get(id)).toBe(wanted);
            expect([end?.phase, end?.problem === undefined]).toEqual([end && 'rolled-back', end === undefined]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a job on many sub-accounts', () => {
  it('removes a finished switch after a job, since its undo would undo the job', async () => {
    const { flip, switches, phases, answer, clock } = setUp();
    flip(1, false, true);
    await answer(ok(undefined));
    await clock.advance(1000);
    switches.overrideConfirmed(1, false);
    expect(phases()).toEqual([]);
    expect(switches.undo(1)).toBe(false);
  });

  it('drops a waiting switch that a job has fulfilled, and sends one that wants the opposite', async () => {
    const { flip, switches, phases, sent, answer } = setUp();
    flip(1, false, true);
    flip(2, false, true);
    flip(3, true, false);
    switches.overrideConfirmed(2, true);
    switches.overrideConfirmed(3, true);
    expect(phases()).toEqual([
      [1, true, 'pending'],
      [3, false, 'pending'],
    ]);
    await answer(ok(undefined));
    await answer(ok(undefined));
    expect(sent()).toEqual([
      [1, true],
      [3, false],
    ]);
  });
});
