import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestFeed, readFeed } from './feed';
import { exampleFeed, feedNow, testSigner } from './feed.fixture';

const [signer, offline, stranger] = [testSigner(), testSigner(), testSigner()];
const check = { keys: [signer.key, offline.key], now: feedNow, seenCounter: 0 };
const read = (bytes: Uint8Array, others: Partial<typeof check> = {}) => readFeed(bytes, { ...check, ...others });
const refusal = (why: string) => ({ ok: false, why });

describe('a feed', () => {
  it('is what one of the keys has signed', () => {
    for (const { sign } of [signer, offline]) {
      expect(read(sign(exampleFeed))).toEqual({
        ok: true,
        feed: { ...exampleFeed, released: Date.UTC(2026, 10, 20, 8), expires: Date.UTC(2027, 1, 20, 8) },
      });
    }
  });

  it('may have fields that a later version added', () => {
    expect(read(signer.sign({ ...exampleFeed, minimum: '0.1.0' }))).toMatchObject({ ok: true });
  });

  it('that is not signed is refused', () => {
    for (const text of ['', '\n', JSON.stringify(exampleFeed), `ed25519\n${JSON.stringify(exampleFeed)}`])
      expect(read(Buffer.from(text))).toEqual(refusal('not-signed'));
  });

  it('that another key has signed is refused', () => {
    expect(read(stranger.sign(exampleFeed))).toEqual(refusal('unknown-key'));
  });

  it('that another key has signed under the name of ours is refused', () => {
    const ours = signer.sign(exampleFeed).toString('latin1').slice(0, 25);
    const theirs = stranger.sign(exampleFeed).toString('latin1').slice(25);
    expect(read(Buffer.from(ours + theirs, 'latin1'))).toEqual(refusal('bad-signature'));
  });

  it('is refused after any of its bytes was changed, removed or added', () => {
    const good = signer.sign(exampleFeed);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), fc.nat(2), (at, by, how) => {
        const changed = Buffer.from(good);
        changed[at] = (changed[at] ?? 0) ^ by;
        const pieces = [good.subarray(0, at), Buffer.from([by]), good.subarray(at)];
        const all = [changed, Buffer.concat(pieces), Buffer.concat([good.subarray(0, at), good.subarray(at + 1)])];
        const other = all[how] ?? changed;
        fc.pre(!other.equals(good));
        expect(read(other).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('of any bytes is refused, and nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(read(bytes).ok).toBe(false);
      }),
    );
  });

  it('of any signed JSON has the shape of a feed, or is refused as unreadable', () => {
    const field = fc.constantFrom(...Object.keys(exampleFeed));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const result = read(signer.sign({ ...exampleFeed, [name]: value }));
        expect(result.ok ? 'a feed' : result.why).toMatch(/^(a feed|unreadable|expired)$/);
      }),
    );
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['a list', []],
    ['a version that is none', { ...exampleFeed, version: 'latest' }],
    ['a page elsewhere', { ...exampleFeed, notes: 'https://evil.example/' }],
    ['a page that is no page', { ...exampleFeed, notes: 'file:///etc/passwd' }],
    ['no counter', { ...exampleFeed, counter: 0 }],
    ['a counter that is not whole', { ...exampleFeed, counter: 1.5 }],
    ['no time of its end', { ...exampleFeed, expires: undefined }],
    ['an end before its beginning', { ...exampleFeed, released: '2027-03-01T00:00:00Z' }],
    ['a time without its zone', { ...exampleFeed, expires: '2027-02-20T08:00:00' }],
    ['no files', { ...exampleFeed, files: [] }],
    ['a file in another folder', { ...exampleFeed, files: [{ ...exampleFeed.files[0], name: '../x.deb' }] }],
    ['a file without its sum', { ...exampleFeed, files: [{ name: 'a.deb', size: 1, sha256: 'aa' }] }],
  ])('that is signed and has the wrong shape is refused: %s', (_, content) => {
    expect(read(signer.sign(content))).toEqual(refusal('unreadable'));
  });

  it('that is no UTF-8 is refused', () => {
    const text = signer.sign(exampleFeed);
    expect(text.includes('0.2.0')).toBe(true);
    expect(read(signer.sign('\uD800'))).toEqual(refusal('unreadable'));
  });

  it('is refused from the moment that it names', () => {
    const expires = Date.parse(exampleFeed.expires);
    const bytes = signer.sign(exampleFeed);
    expect(read(bytes, { now: expires - 1 })).toMatchObject({ ok: true });
    expect(read(bytes, { now: expires })).toEqual(refusal('expired'));
  });

  it('is refused below the highest counter seen, and taken again at it', () => {
    const bytes = signer.sign(exampleFeed);
    expect(read(bytes, { seenCounter: 6 })).toEqual(refusal('replayed'));
    expect(read(bytes, { seenCounter: 5 })).toMatchObject({ ok: true });
  });

  it('that is too long is refused, even where it is signed', () => {
    const padded = (length: number) => signer.sign(JSON.stringify(exampleFeed).padEnd(length - 112, ' '));
    expect(padded(longestFeed)).toHaveLength(longestFeed);
    expect(read(padded(longestFeed))).toMatchObject({ ok: true });
    expect(read(padded(longestFeed + 1))).toEqual(refusal('too-long'));
  });
});
