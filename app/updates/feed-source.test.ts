import { describe, expect, it } from 'vitest';
import { feedKey } from './feed-keys';
import { feedSource, isFeedAddress, isReleasePage } from './feed-source';

const publicKey = 'A'.repeat(43);
const variable = `https://localhost:4443/feed ${publicKey} 0`;

describe('the source of the feed', () => {
  it('is one https address, not asked before five minutes have passed', () => {
    const source = feedSource(undefined, true);
    expect(isFeedAddress(source.address)).toBe(true);
    expect(source).toMatchObject({ publicKey: null, firstCheckAfter: 300_000 });
  });

  it('is another one where a variable of development says so, and a package ignores that', () => {
    expect(feedSource(variable, false)).toEqual({
      address: 'https://localhost:4443/feed',
      publicKey,
      firstCheckAfter: 0,
    });
    expect(feedSource(variable, true)).toEqual(feedSource(undefined, true));
  });

  it.each(['', 'https://localhost/feed', `https://localhost/feed ${publicKey}`, `${variable} `, `${variable}\nx`])(
    'is the usual one where the variable says nothing usable: %j',
    (text) => {
      expect(feedSource(text, false)).toEqual(feedSource(undefined, false));
    },
  );
});

describe('the address of the feed', () => {
  it.each([
    'http://ninetray.github.io/feed',
    'https://ninetray.github.io/feed?id=1',
    'https://ninetray.github.io/feed?',
    'https://ninetray.github.io/feed#1',
    'https://a@ninetray.github.io/feed',
    'https://a:b@ninetray.github.io/feed',
    'file:///etc/passwd',
    'feed',
    '',
  ])('is not %j', (address) => {
    expect(isFeedAddress(address)).toBe(false);
  });
});

describe('a release page', () => {
  it('is on the project’s own site', () => {
    expect(isReleasePage('https://ninetray.github.io/ninetray/releases/1.2.3.html')).toBe(true);
  });

  it.each([
    'http://ninetray.github.io/ninetray/',
    'https://ninetray.github.io.evil.example/',
    'https://ninetray.github.io@evil.example/',
    'https://ninetray.github.io:8443/',
    'https://evil.example/https://ninetray.github.io/',
    'https://ninetray.github.io\\@evil.example/',
    'https://ninetray.github.io/../../x',
    'https://ninetray.github.io/?to=https://evil.example',
    'https://NINETRAY.github.io/',
    'https://other.github.io/ninetray/',
    `https://ninetray.github.io/${'a'.repeat(300)}`,
    'javascript:alert(1)//https://ninetray.github.io/',
    'file:///etc/passwd',
    'ms-msdt:/id',
    '',
  ])('is none elsewhere: %j', (address) => {
    expect(isReleasePage(address)).toBe(false);
  });
});

it('a public key is 32 bytes in base64url, and has an id of its own', () => {
  expect(feedKey(Buffer.alloc(32, 1).toString('base64url')).id).toMatch(/^[0-9a-f]{16}$/);
  expect(() => feedKey('AAAA')).toThrow('Invalid');
});
