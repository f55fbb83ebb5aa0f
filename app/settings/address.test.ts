// Which addresses a key may be sent to.
import { describe, expect, it } from 'vitest';
import { isOnThisComputer, originOf, readAddress, resolveAddress } from './address';

describe('addresses', () => {
  it('knows production and the sandbox', () => {
    expect(resolveAddress({ kind: 'production' })).toEqual({
      ok: true,
      value: { kind: 'production', url: 'https://api.9proxy.com', origin: 'https://api.9proxy.com' },
    });
    expect(resolveAddress({ kind: 'sandbox' })).toMatchObject({ value: { url: 'https://sandbox.9proxy.com' } });
  });

  it('takes an address of one’s own, and calls production by its name when it is given by hand', () => {
    expect(resolveAddress({ kind: 'custom', url: 'https://gate.example:8443/nine/' })).toEqual({
      ok: true,
      value: { kind: 'custom', url: 'https://gate.example:8443/nine', origin: 'https://gate.example:8443' },
    });
    expect(readAddress('https://api.9proxy.com/')).toMatchObject({ value: { kind: 'production' } });
  });

  it('lets the environment go before the settings, unless it is empty', () => {
    const sandbox = { kind: 'sandbox' } as const;
    expect(resolveAddress(sandbox, ' http://127.0.0.1:4009 ')).toMatchObject({
      value: { kind: 'custom', url: 'http://127.0.0.1:4009' },
    });
    expect(resolveAddress(sandbox, ' ')).toMatchObject({ value: { kind: 'sandbox' } });
    expect(resolveAddress(sandbox, 'http://nine.example')).toEqual({
      ok: false,
      problem: { kind: 'insecure-address' },
    });
  });

  it.each([
    'http://127.0.0.1:1',
    'http://127.8.9.10',
    'http://127.1',
    'http://localhost:3000',
    'http://LOCALHOST',
    'http://[::1]:80',
    'https://10.0.0.1',
  ])('accepts %s', (address) => {
    expect(readAddress(address).ok).toBe(true);
  });

  it.each([
    'http://api.9proxy.com',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://[::ffff:10.0.0.1]',
    'http://[::2]',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'http://1270.0.0.1',
    'ftp://localhost',
    'file:///etc/passwd',
    'https://user@api.9proxy.com',
    'https://:secret@api.9proxy.com',
    'https://@api.9proxy.com',
    'https://api.9proxy.com/?api-key=x',
    'https://api.9proxy.com/?',
    'https://api.9proxy.com/#',
    'https://',
    'api.9proxy.com',
    '',
  ])('refuses %s', (address) => {
    expect(readAddress(address)).toEqual({ ok: false, problem: { kind: 'insecure-address' } });
  });

  it('knows its own computer', () => {
    expect(isOnThisComputer('http://127.0.0.1:4009')).toBe(true);
    expect(isOnThisComputer('https://api.9proxy.com')).toBe(false);
    expect(isOnThisComputer('')).toBe(false);
  });

  it('shows scheme, host and port only', () => {
    expect(originOf('https://gate.example:8443/nine')).toBe('https://gate.example:8443');
    expect(originOf('nonsense')).toBe('');
  });
});
