import { expect, it } from 'vitest';
import type { KeyState } from '../model/state/app-state';
import { KeyStatus } from './key-status';

const locked = { status: 'locked', problem: { kind: 'keyring-locked' } } as const;

it('drops a problem with the next change of the key, but not when the keyring is found to protect', () => {
  const status = new KeyStatus();
  status.change(locked);
  status.setProtection({ canProtect: true, keyring: 'keychain' });
  expect(status.state).toMatchObject({ ...locked, canProtect: true, keyring: 'keychain' });
  status.change({ status: 'present' });
  expect(status.state).not.toHaveProperty('problem');
});

it('keeps nothing about an absent key except whether the keyring protects', () => {
  const status = new KeyStatus();
  status.change({ status: 'present', storage: 'protected', keyring: 'keychain', fingerprint: 'K7QF-2MXD', savedAt: 5 });
  status.setProtection({ canProtect: false, keyring: 'keychain' });
  status.setAbsent();
  expect(status.state).toEqual({
    status: 'absent',
    storage: null,
    canProtect: false,
    keyring: null,
    fingerprint: null,
    savedAt: null,
  });
});

it('calls its listeners after each change until they unsubscribe', () => {
  const status = new KeyStatus();
  const seen: KeyState['status'][] = [];
  const unsubscribe = status.subscribe((state) => seen.push(state.status));
  status.change(locked);
  unsubscribe();
  status.setAbsent();
  expect(seen).toEqual(['locked']);
});
