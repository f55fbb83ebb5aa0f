import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../model/figures/forecast';
import {
  cardForecast,
  chartText,
  forecastComes,
  forecastSentence,
  formatFigure,
  rangeText,
  rateText,
} from './forecast';

const now = new Date(2026, 10, 23, 12).getTime();
const at = (dayOfMonth: number, month = 11) => new Date(2026, month, dayOfMonth, 15).getTime();
const runsOut = {
  says: 'runs-out',
  earliest: at(1),
  likely: at(3),
  latest: at(6),
  perDay: 240,
  confidence: 'high',
  because: 'used',
} as const satisfies Forecast;

describe('a forecast', () => {
  it.each([
    ['ips', runsOut, 'IPs likely last until Thu, Dec 3 (Dec 1 – 6)'],
    ['wallet', runsOut, 'The wallet likely lasts until Thu, Dec 3 (Dec 1 – 6)'],
    ['traffic', { ...runsOut, latest: null }, 'Traffic likely lasts until Thu, Dec 3 (Dec 1 at the earliest)'],
    [
      'traffic',
      { ...runsOut, earliest: at(3), latest: at(3), because: 'expired' },
      'Traffic lasts until its packages expire, Thu, Dec 3',
    ],
    ['ips', { ...runsOut, earliest: now, likely: now, latest: now }, 'All IPs are used'],
    ['wallet', { ...runsOut, earliest: now - 5, likely: now - 5, latest: now - 5 }, 'The wallet is empty'],
    // The forecast is days old, and nothing was read since.
    ['ips', { ...runsOut, earliest: at(20, 10), likely: at(22, 10) }, 'IPs have likely run out by now'],
    ['wallet', { ...runsOut, earliest: at(20, 10), likely: at(22, 10) }, 'The wallet has likely run out by now'],
    [
      'traffic',
      { ...runsOut, earliest: at(22, 10), likely: at(22, 10), latest: at(22, 10), because: 'expired' },
      'The last traffic has expired',
    ],
    ['ips', { says: 'lasts', perDay: 0 }, 'On most days no IPs are used'],
    ['wallet', { says: 'lasts', perDay: 0 }, 'On most days nothing is taken from the wallet'],
    ['traffic', { says: 'lasts', perDay: 5 }, 'Traffic lasts for more than a year at this rate'],
    ['ips', { says: 'not-enough' }, 'Not enough history for a forecast yet. NineTray needs about a day.'],
  ] satisfies [Parameters<typeof forecastSentence>[0], Forecast, string][])(
    'of %s is a sentence',
    (what, said, text) => {
      // Intl puts thin spaces around the dash.
      expect(forecastSentence(what, said, now, 'en-US').replaceAll(/\s/g, ' ')).toBe(text);
    },
  );

  it('tells the time today, and the year of another year', () => {
    const today = { ...runsOut, likely: new Date(2026, 10, 23, 18, 30).getTime() };
    expect(forecastSentence('ips', today, now, 'en-GB')).toContain('until today, 18:30');
    expect(forecastSentence('ips', { ...runsOut, likely: at(3, 12) }, now, 'en-US')).toContain('Sun, Jan 3, 2027');
  });

  it('has no range where that is a day, and the times where it is today', () => {
    expect(rangeText({ ...runsOut, earliest: at(3), latest: at(3) + 1 }, now, 'en-US')).toBeNull();
    const hours = { ...runsOut, earliest: now + 3_600_000, latest: now + 7_200_000 };
    expect(rangeText(hours, now, 'en-GB')).toMatch(/^13:00.14:00$/);
  });
});

describe('the line of a card', () => {
  it('is until when it lasts: the time today, then the day, then the month', () => {
    const today = { ...runsOut, likely: new Date(2026, 10, 23, 18, 30).getTime() };
    expect(cardForecast('ips', today, now, 'en-GB')).toBe('lasts until about 18:30');
    expect(cardForecast('ips', runsOut, now, 'en-US')).toBe('lasts until about Dec 3');
    expect(cardForecast('ips', { ...runsOut, likely: at(20, 15) }, now, 'en-US')).toBe('lasts until about Apr 2027');
    expect(cardForecast('traffic', { ...runsOut, because: 'expired' }, now, 'en-US')).toBe('expires Dec 3');
  });

  it('says that it lasts, or has run out', () => {
    expect(cardForecast('ips', { says: 'lasts', perDay: 1 }, now, 'en-US')).toBe('lasts over a year');
    expect(cardForecast('traffic', { says: 'lasts', perDay: 0 }, now, 'en-US')).toBe('none used lately');
    expect(cardForecast('wallet', { says: 'lasts', perDay: 0 }, now, 'en-US')).toBe('nothing spent lately');
    const out = { ...runsOut, earliest: now, likely: now, latest: now };
    expect(cardForecast('ips', out, now, 'en-US')).toBe('used up');
    expect(cardForecast('traffic', { ...out, because: 'expired' }, now, 'en-US')).toBe('expired');
    expect(cardForecast('ips', { ...out, latest: at(6) }, now, 'en-US')).toBe('likely used up by now');
  });

  it('says when there will be a forecast', () => {
    expect(forecastComes(now + 23 * 3_600_000, now)).toBe('forecast tomorrow');
    expect(forecastComes(now + 4.2 * 3_600_000, now)).toBe('forecast in 5 hours');
    expect(forecastComes(now + 60_000, now)).toBe('forecast in 1 hour');
  });
});

describe('amounts and charts', () => {
  it('are in the figure’s own unit', () => {
    expect(['ips', 'traffic', 'wallet'].map((what) => formatFigure(what as 'ips', 1234.5, 'en-US'))).toEqual([
      '1,235 IPs',
      '1.23 kB',
      '$1,234.50',
    ]);
    expect(formatFigure('ips', 1, 'en-US')).toBe('1 IP');
    expect(rateText('ips', 0.6, 'en-US')).toBe('1 IP/day');
  });

  it('are described in words', () => {
    expect(chartText('IP balance', '900 IPs', '12 IPs', '2 weeks', 'All IPs are used')).toBe(
      'IP balance, 2 weeks: from 900 IPs to 12 IPs, with the forecast. All IPs are used.',
    );
    expect(chartText('Wallet', null, null, '2 weeks', 'So it is')).toBe(
      'Wallet, 2 weeks: no history recorded. So it is.',
    );
  });
});
