import { describe, expect, it } from 'vitest';
import { reduceRotation } from './reducer';
import { mayAbandon } from './rotation-queries';
import { type Rotation, rotationSchema } from '../../model/rotation';
import { type Edge, walkStateSpace, tasksOf } from './state-space.fixture';

const edges = walkStateSpace();
const states = new Map(edges.map(({ names, to }) => [names.to, to]));
const rotations = [...states.values()].filter((one) => one !== null);
const past = ['copy', 'update', 'receipt'];

/** Steps of the walk that break a rule, by their names: an empty list is a rule that holds. */
const breaking = (holds: (edge: Edge) => boolean) =>
  edges.filter((edge) => !holds(edge)).map(({ from, label, to }) => `${from?.step} -- ${label} --> ${to?.step}`);
const isProvedRotation = ({ newFingerprint, receivedAt, proof }: Rotation) =>
  newFingerprint !== null &&
  receivedAt !== null &&
  proof.answers === 'proved' &&
  ['proved', 'waived'].includes(proof.sameAccount);

describe('every path of the machine', () => {
  it('is walked', () => {
    expect(states.size).toBeGreaterThan(500);
    expect(edges.length).toBeGreaterThan(10_000);
    expect(new Set(rotations.map(({ step }) => step)).size).toBe(7);
    expect(new Set(rotations.map(({ entry }) => entry)).size).toBe(5);
  });

  it('has only states that the journal can hold', () => {
    for (const rotation of rotations) expect(rotationSchema.parse(rotation)).toEqual(rotation);
  });

  it('comes past the proof only with a new key that is kept, answers, and is of the right account', () => {
    expect(rotations.filter((one) => past.includes(one.step) && !isProvedRotation(one))).toEqual([]);
  });

  it('comes past the copy only with a copy, or knowingly without', () => {
    const left = rotations.filter(({ step }) => step === 'update' || step === 'receipt');
    expect(left.length).toBeGreaterThan(10);
    expect(left.filter(({ copied }) => copied === null)).toEqual([]);
  });

  it('ends only from a receipt, or where nothing was revoked', () => {
    const nothing = breaking(
      ({ from, to }) => from === null || to !== null || from.finishedAt !== null || mayAbandon(from),
    );
    expect(nothing).toEqual([]);
    const abandoned = edges.filter(({ label, refused }) => label === 'abandon' && !refused);
    expect(abandoned.length).toBeGreaterThan(5);
    for (const { from } of abandoned) {
      expect(from?.newFingerprint).toBeNull();
      expect(from?.oldKey.status).not.toBe('dead');
    }
  });

  it('can be left from another address, and is a receipt where its old key is still to be destroyed', () => {
    const afterLeaving = (rotation: Rotation) => {
      if (rotation.step === 'receipt') return { refused: { kind: 'not-now' } };
      const isInUse = rotation.step === 'copy' || rotation.step === 'update';
      return { rotation: isInUse ? { ...rotation, step: 'receipt', finishedAt: 5 } : null, effects: [] };
    };
    for (const rotation of rotations)
      expect(reduceRotation(rotation, { type: 'leave' }, 5)).toEqual(afterLeaving(rotation));
  });

  it('sends to the dashboard a second time only with a reason, and never with a new key in hand', () => {
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

  it('throws the new key away only because a person said so, and never one that is good', () => {
    const thrown = edges.filter(({ effects }) => effects.some((effect) => effect.do === 'discard-new'));
    expect(thrown.length).toBeGreaterThan(2);
    for (const { event, from } of thrown) {
      expect(event.type).toBe('discard');
      expect(from !== null && isProvedRotation(from)).toBe(false);
    }
  });

  it('forgets a new key otherwise only when it was in memory alone', () => {
    const lost = breaking(
      ({ from, to, event }) =>
        from === null ||
        from.newFingerprint === null ||
        to?.newFingerprint === from.newFingerprint ||
        ['discard', 'key-gone', 'finish', 'begin'].includes(event.type),
    );
    expect(lost).toEqual([]);
  });

  it('never changes anything by what it refuses', () => {
    expect(edges.filter(({ refused, from, to }) => refused && from !== to)).toEqual([]);
    expect(edges.filter(({ refused }) => refused).length).toBeGreaterThan(100);
  });

  it('takes no old key for a new one', () => {
    const pasted = edges.filter(({ label, from }) => label === 'the old key pasted' && from?.oldFingerprint !== null);
    expect(pasted.filter(({ refused, from }) => from !== null && !refused)).toEqual([]);
  });

  it('watches only while waiting, and never a key that is known to be dead', () => {
    const watching = rotations.filter((one) => tasksOf(one).includes('watch-old'));
    expect(watching.length).toBeGreaterThan(2);
    const isRight = ({ step, oldKey, newFingerprint }: Rotation) =>
      (step !== 'prepare' || oldKey.refusedOnceAt !== undefined) &&
      ['prepare', 'regenerate', 'receive'].includes(step) &&
      oldKey.status !== 'dead' &&
      newFingerprint === null;
    expect(watching.filter((one) => !isRight(one))).toEqual([]);
  });

  it('takes an old key for dead only at a second refusal, whatever was read before', () => {
    const dying = edges.filter(({ from, to }) => from?.oldKey.status !== 'dead' && to?.oldKey.status === 'dead');
    expect(dying.length).toBeGreaterThan(5);
    expect(dying.filter(({ from }) => from?.oldKey.refusedOnceAt === undefined)).toEqual([]);
    expect(dying.filter(({ event }) => !('outcome' in event) || event.outcome !== 'refused')).toEqual([]);
    const proving = edges.filter(({ from, to }) => from?.proof.oldDead !== 'proved' && to?.proof.oldDead === 'proved');
    expect(proving.filter(({ to }) => to?.oldKey.status !== 'dead')).toEqual([]);
  });

  it('takes a new key for refused only at a second refusal, whatever was read before', () => {
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

  it('has a way to the end from everywhere', () => {
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

  it('holds nothing of a late answer for another key', () => {
    for (const rotation of rotations) {
      const late = reduceRotation(
        rotation,
        { type: 'new-read', fingerprint: 'XXXX', answer: { account: { id: 9, name: '' } } },
        1,
      );
      expect(late).toEqual({ rotation, effects: [] });
      expect(
        reduceRotation(rotation, { type: 'old-read', fingerprint: 'XXXX', outcome: 'refused', watched: true }, 1),
      ).toEqual({
        rotation,
        effects: [],
      });
    }
  });
});
