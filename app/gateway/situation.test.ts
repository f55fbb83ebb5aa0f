import { describe, expect, it } from 'vitest';
import type { AppState } from '../model/state/app-state';
import { exampleNow, exampleState } from '../model/state/app-state.fixture';
import { dyingIn, situationOf } from './situation';
import { exampleRotation } from './situation.fixture';

const own = { isPaused: false, origin: null, hasKey: true, suspect: null };
const refused = { key: { ...exampleState().key, status: 'refused' } } satisfies Partial<AppState>;
const alive = exampleRotation().rotation.current!.oldKey;
const dead = exampleRotation({ oldKey: { ...alive, status: 'dead', diedAt: exampleNow } });

describe('situationOf', () => {
  const cases: [string, Partial<AppState>, Partial<typeof own>, ReturnType<typeof situationOf>][] = [
    ['all is well', {}, {}, 'sending'],
    ['it is paused, whatever else is true', { ...refused, ...dead }, { isPaused: true }, 'paused'],
    ['its consumers are for another address', {}, { origin: 'https://other.example' } as object, 'elsewhere'],
    ['its consumers are for this address', {}, { origin: exampleState().source.origin } as object, 'sending'],
    ['there is no key', {}, { hasKey: false }, 'no-key'],
    ['the key is refused, and is not being regenerated', refused, {}, 'key-refused'],
    ['the old key is alive while it is regenerated', exampleRotation(), {}, 'sending'],
    ['the old key is dead', dead, {}, 'holding'],
    [
      'the old key was refused once',
      exampleRotation({ oldKey: { ...alive, refusedOnceAt: exampleNow } }),
      {},
      'holding',
    ],
    ['the key is refused while it is regenerated', { ...exampleRotation(), ...refused }, {}, 'holding'],
    ['a consumer was refused with this key', exampleRotation(), { suspect: 1 } as object, 'holding'],
    ['a consumer was refused with the key before', exampleRotation(), { suspect: 0 } as object, 'sending'],
    ['it holds though no key is readable', dead, { hasKey: false }, 'holding'],
    [
      'the key is refused in the first step',
      { ...exampleRotation({ step: 'prepare' }), ...refused },
      {},
      'key-refused',
    ],
  ];
  it.each(cases)('%s', (_, state, facts, expected) => {
    expect(situationOf(exampleState(state), { ...own, ...facts })).toBe(expected);
  });
});

describe('dyingIn', () => {
  it.each<[string, Partial<AppState>]>([
    ['there is no regeneration', {}],
    ['it is in its first step', exampleRotation({ step: 'prepare' })],
    ['it is finished', exampleRotation({ finishedAt: exampleNow })],
    ['it is about another address', exampleRotation({ origin: 'https://other.example' })],
    ['the new key is in use already', exampleRotation({ oldFingerprint: 'ffffffff' })],
    ['no key was there before', exampleRotation({ oldFingerprint: null })],
  ])('there is none where %s', (_, state) => {
    expect(dyingIn(exampleState(state))).toBe(null);
  });

  it('is the regeneration in which the key in use is the old one', () => {
    expect(dyingIn(exampleState(exampleRotation()))?.id).toBe('r1');
  });
});
