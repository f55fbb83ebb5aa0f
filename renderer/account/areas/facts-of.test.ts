import { expect, test } from 'vitest';
import { areaTexts } from '../../../app/texts/account/areas';
import { packageName, planName } from '../../../app/texts/figures';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';
import { ipFacts, renewFacts, trafficFacts } from './facts-of';

const normal = named(popoverStates, 'normal');

test('a plan has the one name that the popover has for it, and a package without a name is called unnamed', () => {
  const ips = { ...normal.ips, value: { total: 9, plans: [1, 2].map((planId) => ({ planId, amount: planId })) } };
  expect(ipFacts({ ...normal, ips }, 'en-US').map(({ term }) => term)).toEqual([planName(1), planName(2)]);
  const packages = [{ id: 1, name: '', left: 5e9, original: null, expiresAt: null }];
  const traffic = { ...normal.traffic, value: { total: 5e9, packages } };
  expect(trafficFacts({ ...normal, traffic }, true, picturedAt, 'en-US').map(({ term }) => term)).toEqual([
    packageName(''),
  ]);
});

test('how the last auto renew ended begins with a capital letter, as other states do', () => {
  const { value } = normal.autoRenew;
  if (value === null) throw new Error('auto renew is not in this state');
  const facts = (change: Partial<typeof value>) => {
    const autoRenew = { ...normal.autoRenew, value: { ...value, ...change } };
    return renewFacts({ ...normal, autoRenew }, 'en-US').find(({ term }) => term === areaTexts.last);
  };
  expect(facts({ lastOutcome: 'success', lastMessage: null })?.line).toBe('Succeeded');
  expect(facts({ lastOutcome: 'failed', lastMessage: 'No money' })?.line).toBe('Failed: No money');
  expect(facts({ lastOutcome: 'pending', lastAt: null })?.value).toBe('In progress');
});
