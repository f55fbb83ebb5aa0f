// Addresses and proxies as users type them.
import { describe, expect, it } from 'vitest';
import { addressProblem, isProxy } from './addresses';

describe('an API address', () => {
  it('may be https, or http on this computer', () => {
    for (const text of [
      'https://api.9proxy.com',
      ' https://gateway.example/path ',
      'http://localhost:8080',
      'http://127.0.0.1:1',
      'http://[::1]:9',
    ]) {
      expect(addressProblem(text)).toBeNull();
    }
  });

  it('is insecure over http to anywhere else', () => {
    for (const text of ['http://api.9proxy.com', 'http://127.0.0.1.evil.example', 'http://192.168.1.1']) {
      expect(addressProblem(text)).toEqual({ kind: 'insecure-address' });
    }
  });

  it('is bad input when it is no web address', () => {
    for (const text of ['', 'api.9proxy.com', 'ftp://api.9proxy.com', 'javascript:alert(1)', 'https://']) {
      expect(addressProblem(text)).toEqual({ kind: 'bad-input', field: 'address' });
    }
  });
});

describe('a proxy', () => {
  it('is scheme, host and port', () => {
    for (const text of [
      'http://127.0.0.1:8080',
      'socks5://proxy.example:1080',
      'socks4://[::1]:1080/',
      'HTTPS://p:443',
    ]) {
      expect(isProxy(text)).toBe(true);
    }
    for (const text of [
      '',
      '127.0.0.1:8080',
      'http://host',
      'socks5://h:0',
      'http://h:99999',
      'file://h:1',
      'http://u:p@h:1',
    ]) {
      expect(isProxy(text)).toBe(false);
    }
  });
});
