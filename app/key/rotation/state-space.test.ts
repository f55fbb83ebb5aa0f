// Rules that every state of a rotation and every step between two of them keeps, the diagram in docs, and a restart in every kind of state.
// In one file, since walking the machine takes a second: over a million steps.
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { reduceRotation } from './reducer';
import { isWaiting, mayAbandon } from '../../model/rotation/rotation-queries';
import { type Rotation, rotationSchema } from '../../model/rotation/rotation';
import { type Edge, NEW as NEW_PRINT, OLD as OLD_PRINT, tasksOf, walkStateSpace } from './state-space.fixture';
import { NEW, OLD, openTestBed, restarted, type TestBed } from './rotation.fixture';
import { plain, ScriptedUser } from './scripted-user.fixture';

let edges: Edge[];
let refusals: number;
let states: Map<string, Rotation | null>;
let rotations: Rotation[];

beforeAll(() => {
  ({ edges, refusals } = walkStateSpace());
  states = new Map(edges.map(({ names, to }) => [names.to, to]));
  rotations = [...states.values()].filter((one) => one !== null);
}, 60_000);

const past = ['copy', 'update', 'receipt'];

/** Steps of the walk that break a rule, by their names: an empty list is a rule that holds. */
const breaking = (holds: (edge: Edge) => boolean) =>
  edges.filter((edge) => !holds(edge)).map(({ from, label, to }) => `${from?.step} -- ${label} --> ${to?.step}`);
const isProvedRotation = ({ newFingerprint, receivedAt, proof }: Rotation) =>
  newFingerprint !== null &&
  receivedAt !== null &&
  proof.answers === 'proved' &&
  ['proved', 'waived'].includes(proof.sameAccount);

describe('every path of the machine', { tags: 'sweep' }, () => {
  it('is walked by the fixture', () => {
    expect(states.size).toBeGreaterThan(500);
    expect(edges.length).toBeGreaterThan(10_000);
    expect(new Set(rotations.map(({ step }) => step)).size).toBe(7);
    expect(new Set(rotations.map(({ entry }) => entry)).size).toBe(5);
  });

  it('has only states that the journal can hold', () => {
    expect(rotations.filter((one) => !isDeepStrictEqual(rotationSchema.parse(one), one))).toEqual([]);
  });

  it('gets past the proof only with a new key that is stored, is accepted, and is for the right account', () => {
    expect(rotations.filter((one) => past.includes(one.step) && !isProvedRotation(one))).toEqual([]);
  });

  it('gets past the copy only with a copy, or when the user wants none', () => {
    const left = rotations.filter(({ step }) => step === 'update' || step === 'receipt');
    expect(left.length).toBeGreaterThan(10);
    expect(left.filter(({ copied }) => copied === null)).toEqual([]);
  });

  it('ends only from a receipt, or when nothing was revoked', () => {
    const nothing = breaking(
      ({ from, to }) => from === null || to !== null || from.finishedAt !== null || mayAbandon(from),
    );
    expect(nothing).toEqual([]);
    const abandoned = edges.filter(({ label }) => label === 'abandon');
    expect(abandoned.length).toBeGreaterThan(5);
    for (const { from } of abandoned) {
      expect(from?.newFingerprint).toBeNull();
      expect(from?.oldKey.status).not.toBe('dead');
    }
  });

  it.each([
    ['prepare', 'is over'],
    ['regenerate', 'is over'],
    ['receive', 'is over'],
    ['prove', 'is over'],
    ['copy', 'becomes a receipt'],
    ['update', 'becomes a receipt'],
    ['receipt', 'cannot be left'],
  ] as const)('when it is left at %s from another address, %s', (step, expected) => {
    const left = rotations
      .filter((one) => one.step === step)
      .map((from) => ({ from, outcome: reduceRotation(from, { type: 'leave' }, 5) }));
    expect(left.length).toBeGreaterThan(0);
    const found = left.map(({ outcome }) => {
      if ('refused' in outcome) return 'cannot be left';
      if (outcome.rotation === null) return 'is over';
      return outcome.rotation.step === 'receipt' && outcome.rotation.finishedAt === 5 ? 'becomes a receipt' : 'other';
    });
    expect([...new Set(found)]).toEqual([expected]);
  });

  it('has the same tasks for its old key after it was left as before', () => {
    const left = rotations.flatMap((from) => {
      const outcome = reduceRotation(from, { type: 'leave' }, 5);
      return 'refused' in outcome || outcome.rotation === null ? [] : [{ from, to: outcome.rotation }];
    });
    expect(left.filter(({ from }) => tasksOf(from).includes('destroy-old')).length).toBeGreaterThan(3);
    expect(left.filter(({ from, to }) => !isDeepStrictEqual(tasksOf(to), tasksOf(from)))).toEqual([]);
    expect(left.filter(({ from, to }) => to.oldKey !== from.oldKey || to.places !== from.places)).toEqual([]);
  });

  it('opens the dashboard a second time only with a reason, and never after a new key was received', () => {
    const sent = edges.filter(({ effects }) => effects.some((effect) => effect.do === 'open-dashboard'));
    expect(sent.length).toBeGreaterThan(10);
    const wrong = sent.filter(({ from, event }) => {
      const again = (from?.sentToDashboard.length ?? 0) > 0;
      const noReason = again && event.type === 'dashboard' && event.why === 'first';
      return noReason || from?.newFingerprint !== null || from.receiving !== undefined;
    });
    expect(wrong).toEqual([]);
  });

  it('journals each visit before the page is opened', () => {
    const visits = edges.filter(({ effects }) => effects.some((effect) => effect.do === 'open-dashboard'));
    expect(
      visits.filter(({ from, to }) => to?.sentToDashboard.length !== (from?.sentToDashboard.length ?? 0) + 1),
    ).toEqual([]);
  });

  it('destroys the old key only after it was proved dead, and with another key in its place', () => {
    const destroying = rotations.filter((one) => tasksOf(one).includes('destroy-old'));
    expect(destroying.length).toBeGreaterThan(3);
    const isRight = (one: Rotation) =>
      one.proof.oldDead === 'proved' && isProvedRotation(one) && past.includes(one.step) && one.step !== 'prove';
    expect(destroying.filter((one) => !isRight(one))).toEqual([]);
    expect(rotations.filter(({ oldKey, proof }) => oldKey.destroyedAt !== null && proof.oldDead !== 'proved')).toEqual(
      [],
    );
  });

  it('discards the new key only when the user asks for it, and never a proved one', () => {
    const thrown = edges.filter(({ effects }) => effects.some((effect) => effect.do === 'discard-new'));
    expect(thrown.length).toBeGreaterThan(2);
    for (const { event, from } of thrown) {
      expect(event.type).toBe('discard');
      expect(from !== null && isProvedRotation(from)).toBe(false);
    }
  });

  it('loses a new key otherwise only when it was in memory alone', () => {
    const lost = breaking(
      ({ from, to, event }) =>
        from === null ||
        from.newFingerprint === null ||
        to?.newFingerprint === from.newFingerprint ||
        ['discard', 'key-gone', 'finish', 'begin'].includes(event.type),
    );
    expect(lost).toEqual([]);
  });

  it('refuses what the user cannot do in a state', () => {
    expect(refusals).toBeGreaterThan(100_000);
  });

  it('refuses the old key as the new one', () => {
    const withOld = rotations.filter(({ oldFingerprint }) => oldFingerprint !== null);
    expect(withOld.length).toBeGreaterThan(10_000);
    const paste = { type: 'receiving', fingerprint: OLD_PRINT } as const;
    expect(withOld.filter((one) => !('refused' in reduceRotation(one, paste, 1)))).toEqual([]);
  });

  it('watches the old key only while waiting, and never once it is known to be dead', () => {
    const watching = rotations.filter((one) => tasksOf(one).includes('watch-old'));
    expect(watching.length).toBeGreaterThan(2);
    const isRight = ({ step, oldKey, newFingerprint }: Rotation) =>
      (step !== 'prepare' || oldKey.refusedOnceAt !== undefined) &&
      ['prepare', 'regenerate', 'receive'].includes(step) &&
      oldKey.status !== 'dead' &&
      newFingerprint === null;
    expect(watching.filter((one) => !isRight(one))).toEqual([]);
  });

  it('takes an old key for dead only after a second refusal, whatever was read before', () => {
    const dying = edges.filter(({ from, to }) => from?.oldKey.status !== 'dead' && to?.oldKey.status === 'dead');
    expect(dying.length).toBeGreaterThan(5);
    expect(dying.filter(({ from }) => from?.oldKey.refusedOnceAt === undefined)).toEqual([]);
    expect(dying.filter(({ event }) => !('outcome' in event) || event.outcome !== 'refused')).toEqual([]);
    const proving = edges.filter(({ from, to }) => from?.proof.oldDead !== 'proved' && to?.proof.oldDead === 'proved');
    expect(proving.filter(({ to }) => to?.oldKey.status !== 'dead')).toEqual([]);
  });

  it('takes a new key for refused only after a second refusal, whatever was read before', () => {
    const failing = edges.filter(({ from, to }) => from?.proof.answers !== 'failed' && to?.proof.answers === 'failed');
    expect(failing.length).toBeGreaterThan(5);
    expect(failing.filter(({ from }) => from?.proof.refusedOnceAt === undefined)).toEqual([]);
    expect(failing.filter(({ label }) => label !== 'new key refused')).toEqual([]);
  });

  it('goes back only from a key that was thrown away or lost, or where the user asks for it before a key has come', () => {
    const order = ['prepare', 'regenerate', 'receive', 'prove', 'copy', 'update', 'receipt'];
    const back = breaking(({ from, to, event }) => {
      if (from === null || to === null || event.type === 'begin') return true;
      const isEarly = event.type === 'back' && from.newFingerprint === null && from.receiving === undefined;
      return (
        order.indexOf(to.step) >= order.indexOf(from.step) || isEarly || ['discard', 'key-gone'].includes(event.type)
      );
    });
    expect(back).toEqual([]);
  });

  it('does not go back to the preparation once the dashboard was opened', () => {
    const back = breaking(({ from, to, event }) => {
      if (event.type !== 'back' || from === null || from.sentToDashboard.length === 0) return true;
      return to?.step !== 'prepare';
    });
    expect(back).toEqual([]);
  });

  it('can reach the end from every state', () => {
    const before = new Map<string, Set<string>>();
    for (const { names } of edges) before.set(names.to, (before.get(names.to) ?? new Set()).add(names.from));
    const ends = new Set(['none']);
    const front = ['none'];
    for (let name = front.pop(); name !== undefined; name = front.pop()) {
      for (const earlier of before.get(name) ?? []) {
        if (ends.has(earlier)) continue;
        ends.add(earlier);
        front.push(earlier);
      }
    }
    expect([...states.keys()].filter((name) => !ends.has(name))).toEqual([]);
  });

  it('ignores a late answer for another key', () => {
    const account = { id: 9, name: '' };
    const late = [
      { type: 'new-read', fingerprint: 'XXXX', answer: { account } },
      { type: 'old-read', fingerprint: 'XXXX', outcome: 'refused', watched: true },
    ] as const;
    const changed = rotations.filter((rotation) =>
      late.some((event) => {
        const outcome = reduceRotation(rotation, event, 1);
        return 'refused' in outcome || outcome.rotation !== rotation || outcome.effects.length > 0;
      }),
    );
    expect(changed).toEqual([]);
  });
});

/** The arrows of the diagram: every event that leads from one step of the wizard to another, by `from --> to`. */
function arrows(): Map<string, Set<string>> {
  const nameOf = (rotation: Rotation | null) => rotation?.step ?? '[*]';
  const between = new Map<string, Set<string>>();
  const draw = (from: Rotation | null, label: string, to: Rotation | null) => {
    const arrow = `${nameOf(from)} --> ${nameOf(to)}`;
    between.set(arrow, (between.get(arrow) ?? new Set()).add(label));
  };
  for (const { from, to, label } of edges) {
    if (nameOf(from) === nameOf(to)) continue;
    draw(from, label.replace(/ \((on-purpose|refused|leak|lost|first|again)\)$/, ''), to);
  }
  for (const rotation of rotations) {
    const after = reduceRotation(rotation, { type: 'leave' }, 0);
    if ('rotation' in after) draw(rotation, 'left from another address', after.rotation);
  }
  return between;
}

// `vitest -u` writes the page again after a change of the machine.
it('is what the diagram in docs/rotation-machine.md shows', { tags: 'sweep' }, async () => {
  const lines = [...arrows()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([arrow, labels]) => `    ${arrow} : ${[...labels].sort().join(', ')}`);
  const page = `# The machine of a rotation

Generated from the code by \`app/key/rotation/state-space.test.ts\`: every step that any order of events leads to from
another. Events that lead from a step to itself (reads of the old key, ticks, proofs that wait) are left out.
[rotation.md](rotation.md) explains the steps.

\`\`\`mermaid
stateDiagram-v2
${lines.join('\n')}
\`\`\`
`;
  await expect(page).toMatchFileSnapshot('../../../docs/rotation-machine.md');
});

/** What decides how NineTray and the user continue. */
function kindOf(rotation: Rotation): string {
  const { step, proof, oldKey } = rotation;
  return JSON.stringify([
    step,
    rotation.oldFingerprint,
    rotation.newFingerprint,
    rotation.receiving,
    rotation.discarded,
    rotation.copied !== null,
    [proof.answers, proof.sameAccount, proof.oldDead],
    [oldKey.status === 'dead', oldKey.destroyedAt !== null],
  ]);
}

/** Where the new key is: nowhere, received, or in use. A crash may have come between the journal and the vault. */
type NewIs = 'nowhere' | 'received' | 'in-use';

function placesOfNew({ step, newFingerprint, receiving, discarded, proof }: Rotation): NewIs[] {
  if (step === 'prove') return proof.answers === 'proved' ? ['received', 'in-use'] : ['received'];
  if (newFingerprint !== null) return ['in-use'];
  return [receiving?.fingerprint, discarded].includes(NEW_PRINT) ? ['nowhere', 'received'] : ['nowhere'];
}

/** A computer as it was left in this state. */
async function stoppedAt(rotation: Rotation, newIs: NewIs): Promise<TestBed> {
  const { oldFingerprint, oldKey, proof } = rotation;
  const hasOld = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  const box = await openTestBed(hasOld ? OLD : null);
  const { vault } = box.now;
  const [oldPrint, newPrint] = [vault.fingerprintOf(OLD), vault.fingerprintOf(NEW)];
  if (newIs !== 'nowhere') await vault.receive(NEW, 'protected');
  if (newIs === 'in-use') await vault.promote(newPrint);
  const written = JSON.stringify({ version: 1, current: rotation, receipts: [], places: [] });
  box.disk.set('rotation.json', written.replaceAll(OLD_PRINT, oldPrint).replaceAll(NEW_PRINT, newPrint));
  box.vendor.alive = new Set([NEW]);
  return box;
}

/** What is wrong with how the rotation ends; empty: nothing. */
async function problemsOfResuming(rotation: Rotation, newIs: NewIs): Promise<string[]> {
  const box = await stoppedAt(rotation, newIs);
  const user = new ScriptedUser(box, { ...plain, accepts: true });
  // The key was regenerated; whatever happens, it is not regenerated again.
  user.regenerated = 1;
  await restarted(box);
  const isDiscarded = rotation.discarded === NEW_PRINT && rotation.receiving?.fingerprint !== NEW_PRINT;
  const isKept = newIs === 'in-use' || (newIs === 'received' && !isDiscarded);
  const isRight = isWaiting(box.now.view().current) !== isKept;
  for (let turn = 0; turn < 20 && (await user.act()); turn += 1);
  await box.clock.advance(60 * 60_000);
  const { current, receipts } = box.now.view();
  return [
    ...user.wrong,
    ...(isRight ? [] : [isKept ? 'asked again for a stored key' : 'took a discarded key']),
    ...(current === null && receipts.length === 1 ? [] : [`ended at ${current?.step}`]),
    ...(box.now.vault.text() === NEW ? [] : ['the new key is not in use']),
    ...(box.onDisk().join() === NEW ? [] : [`on disk: ${box.onDisk().length} keys`]),
  ];
}

it('comes to the end after a restart in any state', { tags: 'sweep', timeout: 30_000 }, async () => {
  const kinds = new Map(rotations.map((rotation) => [kindOf(rotation), rotation]));
  expect(kinds.size).toBeGreaterThan(100);
  const found: string[] = [];
  for (const [kind, rotation] of kinds) {
    for (const newIs of placesOfNew(rotation)) {
      const wrong = await problemsOfResuming(rotation, newIs);
      if (wrong.length > 0) found.push(`${kind}, new key ${newIs}: ${wrong.join('; ')}`);
    }
  }
  expect(found).toEqual([]);
});
