// Why the key screen is shown, for every state of the key.
import { expect, it } from 'vitest';
import { situationTexts } from '../../app/texts/onboarding';
import { keyIsStored, situationOf, unusualAddress } from './situation';
import { firstRun, onboardingStates } from './states';

it('tells every state of the key apart, and has words for each', () => {
  const seen = Object.values(onboardingStates).map(situationOf);
  expect(seen).toEqual([
    'first-run',
    'first-run',
    'replace',
    'refused',
    'asking',
    'locked',
    'changed',
    'unreadable',
    'from-demo',
  ]);
  expect(new Set(seen)).toEqual(new Set(Object.keys(situationTexts)));
});

it('offers to ask the keyring again only where a key is stored', () => {
  const stored = Object.keys(situationTexts).filter((name) => keyIsStored(name as keyof typeof situationTexts));
  expect(stored).toEqual(['locked', 'changed', 'unreadable']);
});

it('names the address a key will go to when it is not the usual one', () => {
  expect(unusualAddress(firstRun)).toBeNull();
  const address = { kind: 'custom', url: 'https://gateway.example' } as const;
  expect(unusualAddress({ ...firstRun, settings: { ...firstRun.settings, address } })).toEqual(address);
});
