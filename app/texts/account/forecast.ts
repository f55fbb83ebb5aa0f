// What a forecast says, in words: how long IPs, traffic and the wallet last, and how sure that is. Words only.
import type { Forecast, Forecasts } from '../../model/figures/forecast';
import english from '../en/forecast.json';
import { formatBytes, formatMoney, formatMoneyOnAxis } from '../format';
import { asSentence, sentences } from '../sentence';
import { texts } from '../texts';

export type Forecasted = keyof Forecasts;
type RunsOut = Extract<Forecast, { says: 'runs-out' }>;

export const forecastTexts = texts('forecast', english);

const forecasted: ReadonlySet<string> = new Set<Forecasted>(['ips', 'traffic', 'wallet']);

/** Whether there is a forecast for this figure. */
export function hasForecast(figure: string): figure is Forecasted {
  return forecasted.has(figure);
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
  if (isSameDay(moment, now)) return forecastTexts.day.today({ time: time(locale).format(moment) });
  const isOtherYear = new Date(moment).getFullYear() !== new Date(now).getFullYear();
  return day(locale, isOtherYear).format(moment);
}

/** Between when and when: "Dec 1 – 6"; of a day to come nothing, of today the times. */
export function rangeText({ earliest, latest }: RunsOut, now: number, locale: string): string | null {
  if (latest === null) return forecastTexts.day.earliest({ day: shortDay(locale).format(earliest) });
  if (!isSameDay(earliest, latest)) return shortDay(locale).formatRange(earliest, latest);
  return isSameDay(earliest, now) && latest > earliest ? time(locale).formatRange(earliest, latest) : null;
}

function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** A forecast as one sentence: "IPs likely last until Thu, Dec 3 (Dec 1 – 6)". */
export function forecastSentence(what: Forecasted, said: Forecast, now: number, locale: string): string {
  const { sentence, day: days } = forecastTexts;
  switch (said.says) {
    case 'not-enough':
      return sentence.notEnough;
    case 'lasts':
      return said.perDay > 0 ? sentence.lasts({ what }) : sentence.unused({ what });
    case 'runs-out': {
      if (said.likely <= now) return outNow(what, said);
      const until = formatComing(said.likely, now, locale);
      const range = rangeText(said, now, locale);
      const when = range === null ? until : days.withRange({ day: until, range });
      return said.because === 'expired' ? sentence.expires({ when }) : sentence.until({ what, when });
    }
    default:
      return said satisfies never;
  }
}

function outNow(what: Forecasted, { earliest, latest, because }: RunsOut): string {
  const { sentence } = forecastTexts;
  if (because === 'expired') return sentence.expired;
  // A balance that was already empty has no range; a forecast from before that moment still has one.
  return earliest === latest ? sentence.empty({ what }) : sentence.ranOut({ what });
}

/** The same in the few words of a card: "lasts until about Dec 3". */
export function cardForecast(
  what: Forecasted,
  said: Exclude<Forecast, { says: 'not-enough' }>,
  now: number,
  locale: string,
): string {
  const { card } = forecastTexts;
  if (said.says === 'lasts') {
    if (said.perDay > 0) return card.lasts;
    return what === 'wallet' ? card.unspent : card.unused;
  }
  const { likely, earliest, latest, because } = said;
  if (likely <= now) {
    if (because === 'expired') return card.expired;
    return earliest === latest ? card.usedUp : card.likelyUsedUp;
  }
  const when = formatComingShort(likely, now, locale);
  return because === 'expired' ? card.expires({ when }) : card.until({ when });
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
export function forecastComes(at: number, now: number): string {
  const { comes } = forecastTexts;
  const hours = Math.ceil((at - now) / 3_600_000);
  return hours >= 20 ? comes.tomorrow : comes.hours({ count: Math.max(1, hours) });
}

/**
 * What a chart of less than a day says, for `points` readings of which the first was at `first` (ms): when the chart (from the second
 * reading on) and the forecast begin.
 */
export function historyStarts(first: number, points: number, now: number, locale: string): string {
  const ready = first + FORECAST_NEEDS;
  const { starts } = forecastTexts;
  const forecast = ready <= now ? starts.next : starts.around({ when: formatComing(ready, now, locale) });
  return points < 2 ? sentences(starts.chart, forecast) : forecast;
}

/** How much history (ms) a forecast needs. */
const FORECAST_NEEDS = 86_400_000;

/** What is used per day, as a rate: "8,748 IPs/day". */
export function rateText(what: Forecasted, perDay: number, locale: string): string {
  const { rate } = forecastTexts;
  return what === 'ips'
    ? rate.ips({ count: Math.round(perDay) })
    : rate.amount({ amount: formatFigure(what, perDay, locale) });
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
      return forecastTexts.ips({ count: Math.round(amount) });
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
  const { spoken } = forecastTexts;
  const recorded =
    from === null || to === null ? spoken.noBalance({ name, period }) : spoken.balance({ name, period, from, to });
  return sentences(recorded, asSentence(says));
}

/** What the bars show. `most` and `usual` are written amounts; `most` is null where nothing is recorded. */
export function barsText(name: string, most: string | null, usual: string | null): string {
  const { spoken } = forecastTexts;
  if (most === null) return spoken.noUse({ name });
  return usual === null ? spoken.use({ name, most }) : spoken.usualUse({ name, most, usual });
}
