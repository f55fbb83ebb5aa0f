// Codes as RFC 6238 has them, each taken once.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../data/random';
import { Authenticator } from './authenticator';

const make = () => new Authenticator(seededRandom(9, 'authenticator'));
const noon = Date.UTC(2025, 5, 18, 12);

describe('a code', () => {
  it('is six digits, for thirty seconds', () => {
    const phone = make();
    const { code, secondsLeft } = phone.shown(noon);
    expect(code).toMatch(/^\d{6}$/);
    expect(secondsLeft).toBe(30);
    expect(phone.shown(noon + 29_001)).toEqual({ code, secondsLeft: 1, isUsed: false });
    expect(phone.shown(noon + 30_000).code).not.toBe(code);
  });

  it('is accepted once, with spaces as phones show them', () => {
    const phone = make();
    const { code } = phone.shown(noon);
    expect(phone.take(`${code.slice(0, 3)} ${code.slice(3)}`, noon)).toBe('accepted');
    expect(phone.shown(noon).isUsed).toBe(true);
    expect(phone.take(code, noon)).toBe('used');
    expect(phone.take(code, noon + 30_000)).toBe('used');
    expect(phone.take(phone.shown(noon + 30_000).code, noon + 30_000)).toBe('accepted');
  });

  it('is accepted from a clock that is half a minute off, and refused from one that is off by more', () => {
    expect(make().take(make().shown(noon - 30_000).code, noon)).toBe('accepted');
    expect(make().take(make().shown(noon + 30_000).code, noon)).toBe('accepted');
    expect(make().take(make().shown(noon - 60_000).code, noon)).toBe('wrong');
    expect(make().take(make().shown(noon + 60_000).code, noon)).toBe('wrong');
  });

  it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦'])('is not "%s"', (text) => {
    expect(make().take(text, noon)).toBe('wrong');
  });

  it('never counts twice, nor one from before the last, whatever is tried when', () => {
    const tries = fc.array(fc.record({ typedAt: fc.nat(9), shownAt: fc.nat(9) }), { maxLength: 30 });
    fc.assert(
      fc.property(tries, (list) => {
        const phone = make();
        const taken = list
          .toSorted((one, two) => one.typedAt - two.typedAt)
          .filter(({ typedAt, shownAt }) => {
            const { code } = phone.shown(noon + shownAt * 30_000);
            return phone.take(code, noon + typedAt * 30_000) === 'accepted';
          })
          .map(({ shownAt }) => shownAt);
        expect(taken).toEqual([...new Set(taken)].toSorted((one, two) => one - two));
      }),
    );
  });
});
