import { expect, test } from 'vitest';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';
import { limitsOf } from './limits';

const normal = named(popoverStates, 'normal');
const packages = [
  { id: 1, name: 'A', left: 5e9, original: null, expiresAt: null },
  { id: 2, name: 'B', left: 3e9, original: null, expiresAt: picturedAt + 1000 },
  { id: 3, name: 'C', left: 9e9, original: null, expiresAt: picturedAt - 1000 },
];
const state: typeof normal = {
  ...normal,
  ips: { ...normal.ips, status: 'fresh', value: { total: 100, plans: [] } },
  traffic: { ...normal.traffic, status: 'fresh', value: { total: 17e9, packages } },
};
const limits = (...[action, values = {}, of = state]: [Parameters<typeof limitsOf>[0], object?, typeof normal?]) =>
  Object.fromEntries(limitsOf(action, { ...values }, of, picturedAt));

test('a new sub-account takes what is left of the IPs, and of traffic that has not expired', () => {
  expect(limits('createSubAccount')).toEqual({ ips: 100, traffic: 8e9 });
  expect(limits('createSubAccount', { packageId: 2 })).toEqual({ ips: 100, traffic: 3e9 });
  expect(limits('createSubAccount', { packageId: 3 })).toEqual({ ips: 100 });
});

test('codes share it', () => {
  expect(limits('makeIpCodes', { codes: 3 })).toEqual({ ips: 33 });
  expect(limits('makeIpCodes', { codes: 0 })).toEqual({ ips: 100 });
  expect(limits('makeTrafficCodes', { codes: 2, packageId: 1 })).toEqual({ traffic: 2.5e9 });
});

test('nothing is limited by figures that are old or not known, or in a form that gives nothing', () => {
  expect(limits('createSubAccount', {}, { ...state, ips: { ...state.ips, status: 'stale' } })).toEqual({
    traffic: 8e9,
  });
  expect(limits('createSubAccount', {}, { ...state, traffic: { ...state.traffic, value: null } })).toEqual({
    ips: 100,
  });
  expect(limits('createSubUser')).toEqual({});
});
