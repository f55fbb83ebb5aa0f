import { expect, it } from 'vitest';
import { noConnection } from './fail-closed';
import { defaultSettings, type Settings } from '../model/settings';
import { resolveAddress } from './address';
import { settingsProblem } from './usable-settings';

const problemOf = (patch: Partial<Settings>, environment?: string) => {
  const settings = { ...defaultSettings, ...patch };
  return settingsProblem(settings, resolveAddress(settings.address, environment));
};

it('names what stands in the way of any request', () => {
  expect(problemOf({})).toBeNull();
  expect(problemOf({ address: noConnection.address })).toEqual({ kind: 'setting-unusable', setting: 'address' });
  expect(problemOf(noConnection)).toEqual({ kind: 'setting-unusable', setting: 'address' });
  expect(problemOf({ proxy: noConnection.proxy })).toEqual({ kind: 'setting-unusable', setting: 'proxy' });
  expect(problemOf({ proxy: { mode: 'given', url: 'what?' } })).toEqual({ kind: 'setting-unusable', setting: 'proxy' });
  expect(problemOf({ address: { kind: 'custom', url: 'http://example.org' } })).toEqual({ kind: 'insecure-address' });
});

it('takes the address of the environment for one that can be used', () => {
  expect(problemOf({ address: noConnection.address }, 'https://gate.example')).toBeNull();
});
