import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValue, type Value, wantedOf } from './rows/change';
import type { BulkChange } from '../../model/bulk/bulk';
import { createBulkTestbed, type Fate, fine, someSubs, type BulkTestbed } from './bulk-testbed.fixture';

const topUp = fc.record({
  topUpIps: fc.boolean(),
  topUpIpsBelow: fc.constantFrom(5, 20),
  topUpIpsBy: fc.constantFrom(10, 100),
  topUpTraffic: fc.boolean(),
  topUpTrafficBelow: fc.constantFrom(1_000_000_000, 2_000_000_000),
  topUpTrafficBy: fc.constantFrom(1_000_000_000, 5_000_000_000),
});
const switching = fc.record({
  change: fc.constantFrom<BulkChange>({ does: 'enable' }, { does: 'disable' }),
  values: fc.array(fc.boolean(), { maxLength: 25 }),
});
const toppingUp = fc.record({
  change: topUp.map((values): BulkChange => ({ does: 'topUp', ...values })),
  values: fc.array(topUp, { maxLength: 25 }),
});
const fates = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Fate>(fine) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Fate>(
        { does: 'refused' },
        { does: 'slow-down' },
        { does: 'offline' },
        { does: 'key-refused' },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constantFrom('lost' as const, 'broken' as const, 'killed' as const),
        done: fc.boolean(),
      }),
    },
  ),
  { maxLength: 40 },
);
/** What someone else does before the write of that number: switches a sub-account, or creates one. */
const meddling = fc.array(fc.record({ at: fc.nat(40), id: fc.integer({ min: 1, max: 30 }) }), { maxLength: 4 });
const around = fc.record({
  fates,
  meddling,
  pageSize: fc.integer({ min: 1, max: 7 }),
  cancelAt: fc.option(fc.nat(20)),
});
type Around = typeof around extends fc.Arbitrary<infer T> ? T : never;

function fatesOf({ fates: given }: Pick<Around, 'fates'>): () => Fate {
  const left = [...given];
  return () => left.shift() ?? fine;
}

/** A testbed in which all this happens; `touched` are the rows that someone else changed. */
function troubled(values: readonly Value[], { fates: given, meddling: others, pageSize, cancelAt }: Around) {
  const testbed = createBulkTestbed(someSubs(values), pageSize);
  const touched = new Set<number>();
  let write = 0;
  testbed.fate = fatesOf({ fates: given });
  testbed.others = () => {
    write += 1;
    if (write === cancelAt) testbed.bulk.cancel();
    for (const { at, id } of others) {
      if (at !== write) continue;
      const sub = testbed.subs.get(id);
      touched.add(id);
      if (sub === undefined) testbed.subs.set(id, { id, username: `user${id}`, value: true });
      else if (typeof sub.value === 'boolean') sub.value = !sub.value;
      else if (sub.value !== null) sub.value = { ...sub.value, topUpIps: !sub.value.topUpIps, topUpIpsBelow: 77 };
    }
  };
  return { testbed, touched };
}

/** Resumes again and again, over restarts, with problems and then without. */
async function seeThrough(testbed: BulkTestbed, goOn: () => unknown): Promise<void> {
  for (let turn = 0; turn < 16; turn += 1) {
    await testbed.rest();
    if (testbed.isKilled()) testbed.restart();
    if (turn === 12) testbed.fate = () => fine;
    await goOn();
  }
  await testbed.rest();
}

function expectRules(testbed: BulkTestbed, touched: ReadonlySet<number>): void {
  expect(testbed.mostAtOnce).toBeLessThanOrEqual(1);
  const unanswered = new Set<number>();
  for (const one of testbed.log) {
    if (one.did === 'read') {
      for (const id of one.ids) unanswered.delete(id);
      continue;
    }
    expect(unanswered.has(one.id), `write to ${one.id} after no answer, without a look`).toBe(false);
    if (one.unanswered) unanswered.add(one.id);
    expect(one.needed || touched.has(one.id), `write to ${one.id} that it did not need`).toBe(true);
  }
}
const untouched = (values: [number, Value][], touched: ReadonlySet<number>) =>
  values.filter(([id]) => !touched.has(id));

describe('any sequence of problems', { tags: 'sweep' }, () => {
  it('leaves a job that changes each row at most once, and whose undo restores exactly these', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(switching, toppingUp), around, around, async ({ change, values }, there, back) => {
        const { testbed, touched } = troubled(values, there);
        const before = untouched(testbed.values(), new Set());
        testbed.bulk.start({ which: 'matching', search: '', status: null }, change);
        await seeThrough(testbed, () => testbed.bulk.resume());
        expectRules(testbed, touched);
        const job = testbed.view.bulk;
        if (job === null) return;
        expect(job.phase).toBe('done');
        const refused = testbed.bulk.rows({ job: 'bulk', offset: 0, limit: 200 });
        const no = new Set(
          refused.ok ? refused.value.rows.flatMap((row) => (row.outcome === 'refused' ? [row.id] : [])) : [],
        );
        const wanted = wantedOf(change);
        const wrong = untouched(testbed.values(), touched).filter(([id, value]) =>
          no.has(id)
            ? JSON.stringify(value) !== JSON.stringify(before.find(([other]) => other === id)?.[1])
            : !hasValue(value, wanted, 'all'),
        );
        expect(wrong).toEqual([]);
        testbed.fate = fatesOf(back);
        await seeThrough(testbed, () => testbed.bulk.undo());
        expectRules(testbed, touched);
        expect(untouched(testbed.values(), touched)).toEqual(untouched(before, touched));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('leaves a panic whose restore brings back every status', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 25 }), around, around, async (values, there, back) => {
        const { testbed, touched } = troubled(values, there);
        const before = testbed.values();
        await seeThrough(testbed, () => testbed.bulk.panic());
        expectRules(testbed, touched);
        // Refused ones are sent again each time it is started, and in the end none is refused.
        expect(testbed.values().filter(([, value]) => value !== false)).toEqual([]);
        testbed.fate = fatesOf(back);
        await seeThrough(testbed, () => testbed.bulk.restore());
        expectRules(testbed, touched);
        expect(untouched(testbed.values(), touched)).toEqual(untouched(before, touched));
        expect(testbed.view.panic?.phase ?? 'undone').toBe('undone');
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
