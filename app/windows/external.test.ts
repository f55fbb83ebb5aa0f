import { describe, expect, it } from 'vitest';
import { contract } from '../bridge/contract';
import { externalUrl, mayOpen, mayOpenDemo } from './external';

describe('external pages', () => {
  it('each may open', () => {
    const known = contract.calls['external.open'].input.shape.page.options;
    expect(known.length).toBeGreaterThan(3);
    for (const page of known) expect(mayOpen(externalUrl(page))).toBe(true);
  });

  it.each([
    '',
    '9proxy.com',
    'http://9proxy.com/',
    'https://9proxy.com.evil.example/',
    'https://evil.example/https://9proxy.com/',
    'https://9proxy.com@evil.example/',
    'https://name:word@9proxy.com/',
    'https://9proxy.com:8443/',
    'https://9proxy.com\\@evil.example/',
    'https://9proxy.com\n.evil.example/',
    'https://xn--9proxy-9nf.com/',
    'https://9PROXY.COM.',
    'https://api.9proxy.com/',
    'https://9proxy.com/dashboard/my-account?tab=api-key&next=//evil.example',
    'https://9proxy.com/redirect?to=https://evil.example/',
    'https://docs.9proxy.com/',
    'https:/\\evil.example',
    '//9proxy.com/',
    'javascript:alert(1)//https://9proxy.com/',
    'file:///etc/passwd',
    'smb://9proxy.com/',
    'ms-msdt:/id PCWDiagnostic',
    'ninetray://app/popover/popover.html',
    'data:text/html,https://9proxy.com/',
    'blob:https://9proxy.com/123',
  ])('refuses %j', (url) => {
    expect(mayOpen(url)).toBe(false);
  });
});

describe("the demo's dashboard", () => {
  it('is on this computer, on a port of its own, and nowhere else', () => {
    expect(mayOpenDemo('http://127.0.0.1:4999/dashboard/')).toBe(true);
    for (const other of [
      'http://127.0.0.1/dashboard/',
      'http://127.0.0.1:99999/dashboard/',
      'http://127.0.0.1:4999/dashboard/?a=b',
      'http://127.0.0.1:4999@example.org/dashboard/',
      'https://127.0.0.1:4999/dashboard/',
      'http://example.org:80/dashboard/',
      'file:///dashboard/',
    ]) {
      expect(mayOpenDemo(other)).toBe(false);
    }
  });
});
