// What a forecast says, in words: how long IPs, traffic and the wallet last, and how sure that is. Words only.
import type { Forecast, Forecasts } from '../../model/figures/forecast';
import { formatBytes, formatCount, formatMoney, formatMoneyOnAxis } from '../format';

export type Forecasted = keyof Forecasts;
type RunsOut = Extract<Forecast, { says: 'runs-out' }>;

export const forecastTexts = {
  title: 'Forecast',
  line: 'Based on usage recorded on this computer.',
  period: 'Period',
  periods: { weeks: '2 weeks', months: '2 months', year: '1 year' },
  shownAs: 'Show as',
  views: { chart: 'Charts', table: 'Tables' },
  perDay: 'Use per day',
  perDayByWeek: 'Use per day, average of each week',
  confidence: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
  balance: 'Balance',
  balanceRange: { day: 'Balance: range and average of each day', week: 'Balance: range and average of each week' },
  none: 'No history recorded for this period.',
  noneYet: 'No history yet',
  noneYetLine:
    'NineTray records your figures each time it reads them. Charts start with the second reading, forecasts after about a day.',
  reading: 'Loading…',
  hidden: 'Amounts are hidden.',
  columns: { day: 'Day', used: 'Used', left: 'End-of-day balance' },
  notKnown: 'Unknown',
} as const;

/** The figures as the sentences begin with them. */
const subjects: Readonly<Record<Forecasted, string>> = { ips: 'IPs', traffic: 'Traffic', wallet: 'The wallet' };

/** Whether there is a forecast for this figure. */
export function hasForecast(figure: string): figure is Forecasted {
  return figure in subjects;
}

const day = (locale: string, withYear: boolean) =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
  });
const shortDay = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const time = (locale: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' });

/** The day of a moment to come: "Thu, Dec 3"; today the time; in another year with it. */
function formatComing(moment: number, now: number, locale: string): string {
  if (isSameDay(moment, now)) return `today, ${time(locale).format(moment)}`;
  const isOtherYear = new Date(moment).getFullYear() !== new Date(now).getFullYear();
  return day(locale, isOtherYear).format(moment);
}

/** Between when and when: "Dec 1 – 6"; of a day to come nothing, of today the times. */
export function rangeText({ earliest, latest }: RunsOut, now: number, locale: string): string | null {
  if (latest === null) return `${shortDay(locale).format(earliest)} at the earliest`;
  if (!isSameDay(earliest, latest)) return shortDay(locale).formatRange(earliest, latest);
  return isSameDay(earliest, now) && latest > earliest ? time(locale).formatRange(earliest, latest) : null;
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** A forecast as one sentence: "IPs likely last until Thu, Dec 3 (Dec 1 – 6)". */
export function forecastSentence(what: Forecasted, said: Forecast, now: number, locale: string): string {
  const subject = subjects[what];
  const verb = (plural: string, singular: string) => (what === 'ips' ? plural : singular);
  switch (said.says) {
    case 'not-enough':
      return 'Not enough history for a forecast yet. NineTray needs about a day.';
    case 'lasts':
      if (said.perDay > 0) return `${subject} ${verb('last', 'lasts')} for more than a year at this rate`;
      return `On most days ${what === 'wallet' ? 'nothing is taken from the wallet' : `no ${verb('IPs are', 'traffic is')} used`}`;
    case 'runs-out': {
      if (said.likely <= now) return outNow(what, said);
      const until = formatComing(said.likely, now, locale);
      const range = rangeText(said, now, locale);
      const when = range === null ? until : `${until} (${range})`;
      if (said.because === 'expired') return `${subject} lasts until its packages expire, ${when}`;
      return `${subject} likely ${verb('last', 'lasts')} until ${when}`;
    }
    default:
      return said satisfies never;
  }
}

function outNow(what: Forecasted, { earliest, latest, because }: RunsOut): string {
  if (because === 'expired') return 'The last traffic has expired';
  // What was out when it was reckoned has no range; a forecast that was not renewed since is still one.
  if (earliest !== latest) return `${subjects[what]} ${what === 'ips' ? 'have' : 'has'} likely run out by now`;
  return { ips: 'All IPs are used', traffic: 'All traffic is used', wallet: 'The wallet is empty' }[what];
}

/** The same in the few words of a card: "lasts to about Dec 3". */
export function cardForecast(
  what: Forecasted,
  said: Exclude<Forecast, { says: 'not-enough' }>,
  now: number,
  locale: string,
): string {
  if (said.says === 'lasts') {
    if (said.perDay > 0) return 'lasts over a year';
    return what === 'wallet' ? 'nothing spent lately' : 'none used lately';
  }
  const { likely, earliest, latest, because } = said;
  if (likely <= now) {
    if (because === 'expired') return 'expired';
    return earliest === latest ? 'used up' : 'likely used up by now';
  }
  const when = formatComingShort(likely, now, locale);
  return because === 'expired' ? `expires ${when}` : `lasts to about ${when}`;
}

/** Beyond this (ms) the day says more than is known. */
const DAYS_ARE_KNOWN_FOR = 90 * 86_400_000;

/** "Dec 3"; today the time; far ahead the month. */
function formatComingShort(moment: number, now: number, locale: string): string {
  if (isSameDay(moment, now)) return time(locale).format(moment);
  if (moment - now <= DAYS_ARE_KNOWN_FOR) return shortDay(locale).format(moment);
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' }).format(moment);
}

/** What a card says while there is too little history: "forecast tomorrow", "forecast in 5 hours". `at`: when there is enough. */
export function forecastComes(at: number, now: number, locale: string): string {
  const hours = Math.ceil((at - now) / 3_600_000);
  if (hours >= 20) return 'forecast tomorrow';
  const unit = { style: 'unit', unit: 'hour', unitDisplay: 'long' } as const;
  return `forecast in ${new Intl.NumberFormat(locale, unit).format(Math.max(1, hours))}`;
}

/**
 * What a chart of less than a day says, for `points` readings of which the first was at `first` (ms): when the chart (from the second
 * reading on) and the forecast begin.
 */
export function historyStarts(first: number, points: number, now: number, locale: string): string {
  const ready = first + FORECAST_NEEDS;
  const when = ready <= now ? 'with the next reading' : `around ${formatComing(ready, now, locale)}`;
  const rest = `Forecast and daily use start ${when}.`;
  return points < 2 ? `The chart starts with the next reading. ${rest}` : rest;
}

/** How much history (ms) a forecast needs. */
const FORECAST_NEEDS = 86_400_000;

/** What is used per day, as a rate: "8,748 IPs/day". */
export function rateText(what: Forecasted, perDay: number, locale: string): string {
  return `${formatFigure(what, perDay, locale)}/day`;
}

/** An amount beside an axis, as short as it can be: "10K", "200 GB", "$1.5K". */
export function formatOnAxis(what: Forecasted, amount: number, locale: string): string {
  switch (what) {
    case 'ips':
      return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(amount);
    case 'traffic':
      return formatBytes(Math.round(amount), locale);
    case 'wallet':
      return formatMoneyOnAxis(amount, locale);
    default:
      return what satisfies never;
  }
}

/** An amount of a figure, as it is written everywhere. */
export function formatFigure(what: Forecasted, amount: number, locale: string): string {
  switch (what) {
    case 'ips':
      return `${formatCount(amount, locale)} IPs`;
    case 'traffic':
      return formatBytes(Math.round(amount), locale);
    case 'wallet':
      return formatMoney(amount, locale);
    default:
      return what satisfies never;
  }
}

/** What a chart shows, for those who do not see it. `from` and `to` are written amounts, null: nothing is recorded. */
export function chartText(name: string, from: string | null, to: string | null, period: string, says: string): string {
  const recorded =
    from === null || to === null ? forecastTexts.none : `over ${period}: from ${from} to ${to}, with what is forecast.`;
  return `${name} ${recorded} ${says}.`;
}

/** What the bars show. */
export function barsText(name: string, most: string | null, usual: string | null): string {
  if (most === null) return `${name}, use per day. ${forecastTexts.none}`;
  return `${name}, use per day, at most ${most}${usual === null ? '' : `, lately ${usual}`}.`;
}

/** The table's title. */
export function tableTitle(name: string, period: string): string {
  return `${name} by day, ${period}`;
}
