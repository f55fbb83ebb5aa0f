import { expect, it } from 'vitest';
import type { Rotation } from '../../app/bridge/contract';

type OldKeyCheck = Rotation['oldKey']['checks'][number];
import { canAbandon, isFinal, stillAcceptedAt } from './facts';
import { stateAt } from './states';

const minute = 60_000;

function rotationAt(step: Rotation['step']): Rotation {
  const { current } = stateAt(step).rotation;
  if (current === null) throw new Error('There is none.');
  return current;
}

function tried(...outcomes: OldKeyCheck['outcome'][]): Rotation {
  const rotation = rotationAt('prove');
  const checks = outcomes.map((outcome, index) => ({ at: index * minute, outcome }));
  return { ...rotation, oldKey: { ...rotation.oldKey, checks }, proof: { ...rotation.proof, oldDead: 'failed' } };
}

it('an old key counts as alive from the last time it was accepted beside the new one', () => {
  expect(stillAcceptedAt(tried('accepted', 'accepted', 'unknown'))).toBe(minute);
  expect(stillAcceptedAt(tried('unknown'))).toBeNull();
  expect(stillAcceptedAt({ ...tried('accepted'), receivedAt: null })).toBeNull();
});

it('a rotation can be called off until the old key died or a new one came', () => {
  expect(canAbandon(rotationAt('prepare'))).toBe(true);
  expect(canAbandon(rotationAt('regenerate'))).toBe(true);
  expect(canAbandon(rotationAt('receive'))).toBe(false);
  expect(canAbandon(rotationAt('prove'))).toBe(false);
});

it('what cannot be undone is the old key’s death and the end of the copy step', () => {
  expect(isFinal('regenerate', rotationAt('regenerate'))).toBe(false);
  expect(isFinal('regenerate', rotationAt('receive'))).toBe(true);
  expect(isFinal('copy', rotationAt('copy'))).toBe(false);
  expect(isFinal('copy', rotationAt('update'))).toBe(true);
});
