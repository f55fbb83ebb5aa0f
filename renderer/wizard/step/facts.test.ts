import { expect, it } from 'vitest';
import type { Rotation } from '../../../app/model/rotation/rotation';

type OldKeyCheck = Rotation['oldKey']['checks'][number];
import { canAbandon, isElsewhere, isFinal, stillAcceptedAt } from './facts';
import { stateAt } from '../wizard-states.fixture';

const minute = 60_000;

function rotationAt(step: Rotation['step']): Rotation {
  const { current } = stateAt(step).rotation;
  if (current === null) throw new Error('There is none.');
  return current;
}

function tried(...outcomes: OldKeyCheck['outcome'][]): Rotation {
  const rotation = rotationAt('prove');
  const checks = outcomes.map((outcome, index) => ({ at: index * minute, outcome }));
  return {
    ...rotation,
    oldKey: { ...rotation.oldKey, checks },
    proof: { ...rotation.proof, oldDead: 'failed' },
  };
}

it('an old key counts as alive from the last time it was accepted beside the new one', () => {
  expect(stillAcceptedAt(tried('accepted', 'accepted', 'unknown'))).toBe(minute);
  expect(stillAcceptedAt(tried('unknown'))).toBeNull();
  expect(stillAcceptedAt({ ...tried('accepted'), receivedAt: null })).toBeNull();
});

it('a rotation can be cancelled until the old key stopped or a new one came', () => {
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

it('a rotation waits where the settings name another address, but for its receipt and one of an old journal', () => {
  const { origin: own = '', ...old } = rotationAt('copy');
  expect(isElsewhere(rotationAt('copy'), own)).toBe(false);
  expect(isElsewhere(rotationAt('copy'), 'https://elsewhere.test')).toBe(true);
  expect(isElsewhere(rotationAt('copy'), '')).toBe(true);
  expect(isElsewhere(rotationAt('receipt'), 'https://elsewhere.test')).toBe(false);
  expect(isElsewhere(old, 'https://elsewhere.test')).toBe(false);
});
