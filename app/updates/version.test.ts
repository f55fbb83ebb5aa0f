import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewer, isVersion } from './version';

/** In the order of semver.org, the oldest first. */
const ordered = [
  '0.0.1',
  '0.1.0',
  '0.9.0',
  '0.10.0',
  '1.0.0-1',
  '1.0.0-9',
  '1.0.0-10',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '10.0.0',
];

const natural = fc.integer({ min: 0, max: 999_999_999 });
const version = fc.oneof(
  fc.constantFrom(...ordered),
  fc.tuple(natural, natural, natural).map((parts) => parts.join('.')),
);

describe('versions', () => {
  it('are newer in the order of semver.org', () => {
    for (const [i, one] of ordered.entries())
      for (const [j, other] of ordered.entries())
        expect([one, other, isNewer(one, other)]).toEqual([one, other, i > j]);
  });

  it('are in one order: of two different ones exactly one is newer, and newer than newer is newer', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(isNewer(a, b) && isNewer(b, a)).toBe(false);
        expect(isNewer(a, b) || isNewer(b, a)).toBe(a !== b);
        expect(isNewer(a, c) || !isNewer(a, b) || !isNewer(b, c)).toBe(true);
      }),
    );
  });

  it('are three numbers without leading zeros, and perhaps a pre-release', () => {
    for (const text of ['1.2.3', '0.0.0', '1.2.3-beta.1', '1.2.3--', '1.0.0-0']) expect(isVersion(text)).toBe(true);
    const others = [
      '',
      '1',
      '1.2',
      'v1.2.3',
      '1.2.3.4',
      '01.2.3',
      '1.2.3-',
      '1.2.3-01',
      '1.2.3+5',
      ' 1.2.3',
      '1.2.3\n',
    ];
    for (const text of [...others, '1234567890.0.0', `1.2.3-${'a'.repeat(40)}`]) expect(isVersion(text)).toBe(false);
  });

  it('that are none are newer than nothing, and nothing is newer than them', () => {
    fc.assert(
      fc.property(fc.string(), version, (text, known) => {
        fc.pre(!isVersion(text));
        expect([isNewer(text, known), isNewer(known, text)]).toEqual([false, false]);
      }),
    );
  });
});
