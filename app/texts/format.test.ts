import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  formatCountdown,
  shortened,
  formatAge,
  formatBytes,
  formatClock,
  formatCount,
  formatDuration,
  formatList,
  formatMoment,
  formatMomentShort,
  formatMoney,
  formatPrice,
  formatMoneyOnAxis,
  formatUntil,
} from './format';

const en = 'en-GB';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Noon on a day in the computer's own time zone, far from a change of the clocks. */
const noon = new Date(2026, 10, 18, 12, 0, 0).getTime();
const bytes = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('numbers', () => {
  it('groups digits as the locale does', () => {
    expect(formatCount(12_345, en)).toBe('12,345');
    expect(formatCount(12_345, 'de-DE')).toBe('12.345');
  });
  it('writes dollars with cents', () => {
    expect(formatMoney(1234.5, en)).toBe('$1,234.50');
    expect(formatMoney(0, en)).toBe('$0.00');
    expect([formatPrice(24, en), formatPrice(1249.5, en)]).toEqual(['$24', '$1,249.50']);
    expect(formatMoney(-3, en)).toBe('-$3.00');
  });
});

describe('lists', () => {
  it('joins with the words and commas of the locale', () => {
    const [one, two, three] = ['IP balance', 'Wallet', 'Traffic'] as const;
    expect(formatList([], en)).toBe('');
    expect(formatList([one], en)).toBe('IP balance');
    expect(formatList([one, two], en)).toBe('IP balance and Wallet');
    expect(formatList([one, two, three], en)).toBe('IP balance, Wallet and Traffic');
    expect(formatList([one, two, three], 'en-US')).toBe('IP balance, Wallet, and Traffic');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [1000, '1 kB'],
    [1_234_567, '1.23 MB'],
    [12_345_678, '12.3 MB'],
    [1_000_000_000, '1 GB'],
    [8_290_000_000, '8.29 GB'],
    [123_456_000_000, '123 GB'],
    [1_500_000_000_000, '1.5 TB'],
  ])('%i bytes', (amount, text) => {
    expect(formatBytes(amount, en)).toBe(text);
  });
  it('never shows more than there is', () => {
    expect(formatBytes(999_999_999, en)).toBe('999 MB');
    const sizes: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 };
    fc.assert(
      fc.property(bytes, (amount) => {
        const [number = '', unit = ''] = formatBytes(amount, en).split(' ');
        const shown = Number(number) * (sizes[unit] ?? Number.NaN);
        expect(shown).toBeLessThanOrEqual(amount * (1 + 1e-12));
        expect(shown).toBeGreaterThanOrEqual(amount * 0.99 - 1);
      }),
    );
  });
  it('uses the locale', () => {
    expect(formatBytes(1_230_000_000, 'de-DE')).toMatch(/^1,23\sGB$/);
  });
});

describe('formatAge', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [2 * minute, '2 min ago'],
    [59 * minute + 59_000, '59 min ago'],
    [3 * hour + 5 * minute, '3 h ago'],
    [26 * hour, 'yesterday'],
    [5 * day, '5 days ago'],
  ])('%i ms', (age, text) => {
    expect(formatAge(noon - age, noon, en)).toBe(text);
  });
  it('is an adverb in a sentence, where Intl gives it a capital, too', () => {
    expect(new Intl.RelativeTimeFormat('vi', { numeric: 'auto' }).format(-1, 'day')).toBe('Hôm qua');
    expect(formatAge(noon - 26 * hour, noon, 'vi-VN')).toBe('hôm qua');
    expect(formatUntil(noon + 26 * hour, noon, 'vi-VN')).toBe('ngày mai');
  });
  it('says the day when it is long ago', () => {
    expect(formatAge(noon - 90 * day, noon, en)).toMatch(/^on \d+ Aug 2026$/);
  });
  it('is "just now" for a clock that went back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (ahead) => {
        expect(formatAge(noon + ahead, noon, en)).toBe('just now');
      }),
    );
  });
});

describe('formatUntil', () => {
  it.each([
    [0, 'now'],
    [-5 * day, 'now'],
    [20_000, 'in less than a minute'],
    [5 * minute, 'in 5 min'],
    [3 * hour, 'in 3 h'],
    [25 * hour, 'tomorrow'],
    [12 * day, 'in 12 days'],
  ])('%i ms', (wait, text) => {
    expect(formatUntil(noon + wait, noon, en)).toBe(text);
  });
  it('formatUntil always returns words, and never a meaningless number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10 * 365 * day, max: 10 * 365 * day }), (wait) => {
        for (const text of [formatUntil(noon + wait, noon, en), formatAge(noon - wait, noon, en)]) {
          expect(text).not.toMatch(/\b0 |-\d|NaN/);
          expect(text.length).toBeGreaterThan(2);
        }
      }),
    );
  });
});

describe('how long', () => {
  it.each([
    [-1, '0 s'],
    [999, '0 s'],
    [42_000, '42 s'],
    [minute + 42_000, '1 min 42 s'],
    [2 * hour + 5 * minute + 59_000, '2 h 5 min'],
  ])('%i ms', (ms, text) => {
    expect(formatDuration(ms, en)).toBe(text);
  });
});

describe('moments', () => {
  it('to the second', () => {
    expect(formatClock(noon + 5_000, en)).toBe('12:00:05');
  });
  it('in full', () => {
    expect(formatMoment(noon, en)).toMatch(/^18 Nov 2026, 12:00$/);
  });
  it('as short as they can be', () => {
    expect(formatMomentShort(noon - hour, noon, en)).toBe('11:00');
    expect(formatMomentShort(noon - 3 * day, noon, en)).toBe('15 Nov');
    expect(formatMomentShort(new Date(2027, 2, 4, 8).getTime(), noon, en)).toBe('4 Mar 2027');
  });
});

describe('shortened', () => {
  it('does not load the data that finds characters for a short text', async () => {
    const { Segmenter } = Intl;
    let made = 0;
    vi.stubGlobal('Intl', {
      Segmenter: class extends Segmenter {
        constructor() {
          super();
          made += 1;
        }
      },
    });
    vi.resetModules();
    try {
      const fresh = await import('./format');
      expect([fresh.shortened('short', 20), made]).toEqual(['short', 0]);
      const long = 'x'.repeat(30);
      expect([fresh.shortened(long, 20), fresh.shortened(long, 20), made]).toEqual([
        `${'x'.repeat(19)}…`,
        `${'x'.repeat(19)}…`,
        1,
      ]);
    } finally {
      vi.unstubAllGlobals();
      vi.resetModules();
    }
  });
  it('is one line of so many characters, none of them cut in half', () => {
    expect(shortened('short\n and  sweet', 20)).toBe('short and sweet');
    expect(shortened('x'.repeat(300), 40)).toBe(`${'x'.repeat(39)}…`);
    const family = '👨‍👩‍👧';
    expect(shortened(family.repeat(300), 5)).toBe(`${family.repeat(4)}…`);
    expect(shortened(family.repeat(5), 5)).toBe(family.repeat(5));
  });
});

describe('formatCountdown', () => {
  it('is silent where the day would be named twice', () => {
    const now = new Date(2026, 10, 22, 12).getTime();
    expect(formatCountdown(now + 3 * 86_400_000, now, 'en')).toBe('in 3 days');
    expect(formatCountdown(new Date(2027, 4, 7).getTime(), now, 'en')).toBeNull();
  });
});

it('an amount of money has the marks of the locale’s other numbers', () => {
  expect(formatMoney(1234.5, 'en-DE')).toBe('$1.234,50');
  expect(formatPrice(1234, 'en-DE')).toBe('$1.234');
  expect(formatMoney(-1234.5, 'en-DE')).toBe('-$1.234,50');
  expect([formatMoneyOnAxis(1500, 'en-DE'), formatMoneyOnAxis(1500, en)]).toEqual(['$1,5K', '$1.5k']);
  expect(formatMoney(1234.5, 'en-US')).toBe('$1,234.50');
});
