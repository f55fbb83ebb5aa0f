import { expect, test } from 'vitest';
import { packageName, planName } from '../../../app/texts/figures';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';
import { ipFacts, trafficFacts } from './facts-of';

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
