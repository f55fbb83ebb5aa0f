// The proxy setting as Chromium takes it.
import { describe, expect, it } from 'vitest';
import { readProxy } from './proxy-config';

describe('the proxy setting', () => {
  it('leaves the choice to the system, or goes directly', () => {
    expect(readProxy({ mode: 'system' })).toEqual({ ok: true, value: { mode: 'system' } });
    expect(readProxy({ mode: 'direct' })).toEqual({ ok: true, value: { mode: 'direct' } });
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    [' https://gate.example/ ', 'https://gate.example'],
    ['socks5://[::1]:1080', 'socks5://[::1]:1080'],
    ['socks5h://127.0.0.1:1080', 'socks5://127.0.0.1:1080'],
    ['socks4://gate.example:1', 'socks4://gate.example:1'],
  ])('takes %s', (url, proxyRules) => {
    expect(readProxy({ mode: 'given', url })).toEqual({ ok: true, value: { mode: 'fixed_servers', proxyRules } });
  });

  it.each([
    '',
    'gate.example:8080',
    'ftp://gate.example',
    'http://ann:secret@gate.example',
    'http://gate.example/path',
    'http://gate.example?x',
    'http://gate.example,direct://',
    'http://a.example;b.example',
    'direct://',
    'socks5://',
  ])('refuses %s', (url) => {
    expect(readProxy({ mode: 'given', url })).toEqual({ ok: false, problem: { kind: 'bad-input', field: 'proxy' } });
  });
});
