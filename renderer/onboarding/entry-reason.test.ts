// Why the key screen is shown, for every state of the key.
import { expect, it } from 'vitest';
import { situationTexts } from '../../app/texts/onboarding';
import { isAtKeyring, entryReasonOf, unusualAddress } from './entry-reason';
import { firstRun, onboardingStates } from './onboarding-states.fixture';

it('tells every state of the key apart, and has words for each', () => {
  const seen = Object.values(onboardingStates).map(entryReasonOf);
  expect(seen).toEqual([
    'first-run',
    'first-run',
    'first-run',
    'replace',
    'refused',
    'asking',
    'locked',
    'changed',
    'unreadable',
    'unreadable',
    'unreadable',
    'from-demo',
  ]);
  expect(new Set(seen)).toEqual(new Set(Object.keys(situationTexts)));
});

it('knows where the keyring stands in between', () => {
  const names = Object.entries(onboardingStates).filter(([, state]) => isAtKeyring(entryReasonOf(state)));
  expect(names.map(([name]) => name)).toEqual([
    'asking',
    'locked',
    'changed',
    'unreadable',
    'other-address',
    'unconfirmed-address',
  ]);
});

it('names the address a key will go to when it is not the usual one', () => {
  expect(unusualAddress(firstRun)).toBeNull();
  const address = { kind: 'custom', url: 'https://gateway.example' } as const;
  expect(unusualAddress({ ...firstRun, settings: { ...firstRun.settings, address } })).toEqual(address);
});
