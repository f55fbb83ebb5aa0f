// What the card of each figure shows. Pure; the current moment and the locale are arguments.
import type { FigureId, FigureValue } from '../../../app/model/figures/figures';
import type { Problem } from '../../../app/model/problem';
import type { Figure } from '../../../app/model/figures/figure';
import type { AppState } from '../../../app/model/state/app-state';
import { figureText, shownFigures } from '../../../app/texts/figures';
import { cardForecast, forecastComes, hasForecast } from '../../../app/texts/account/forecast';
import { amountsIn, formatAge, formatBytes, formatCount, formatMoney } from '../../../app/texts/format';
import {
  ipsUnit,
  packagesLine,
  plansLine,
  popoverTexts,
  renewalLine,
  trendText,
} from '../../../app/texts/status/popover';
import { problemText } from '../../../app/texts/problems/problems';
import { isNoneYet, renewalTexts } from '../../../app/texts/renewal';

export interface FigureTrend {
  points: AppState['trends']['ips'];
  /** Below it the figure counts as low; null: no such threshold is set. */
  threshold: number | null;
  text: string;
}

export interface FigureView {
  id: FigureId;
  name: string;
  /** The big words; null while nothing was read. */
  value: string | null;
  /** Smaller, beside them. */
  unit: string | null;
  /** The line below; and the same where amounts are hidden. */
  line: string;
  maskedLine: string;
  /** `line` says that something went wrong. */
  lineIsTrouble: boolean;
  /** Null where it is the same as the head's, and not out of date. */
  age: string | null;
  mark: 'none' | 'stale' | 'failed' | 'absent' | 'waiting';
  isLow: boolean;
  /** The value is an amount, and hides in privacy mode ("On" does not). */
  isAmount: boolean;
  trend: FigureTrend | null;
}

/** What a card has besides the figure's value. */
interface Content {
  /** Where the card writes the value in other words than tray and terminal. */
  value?: string;
  unit?: string | null;
  /** The line below. */
  line: string;
  /** Where the line has amounts. */
  maskedLine?: string;
  /** Nothing is left, so there is nothing to forecast. */
  isEmpty?: boolean;
  lineIsTrouble?: boolean;
}

/** How one figure is shown. */
interface Presentation<Value> {
  content(value: Value, now: number, locale: string): Content;
  /** A number of its trend line, as text. Without it there is no such line. */
  write?: (value: number, locale: string) => string;
  /** It is a state rather than an amount: privacy mode does not hide it. */
  isState?: true;
}

/** The figures whose card has more than a name and a value. Any other is an amount without a trend line. */
const presentations: { [Id in FigureId]?: Presentation<FigureValue<Id>> } = {
  ips: {
    content: ({ total, plans }, _, locale) => ({
      unit: ipsUnit(total),
      line: plansLine(plans.length, locale),
      isEmpty: total <= 0,
    }),
    write: formatCount,
  },
  traffic: { content: trafficContent, write: formatBytes },
  wallet: {
    content: ({ amount }) => ({ line: popoverTexts.walletUnit, isEmpty: amount <= 0 }),
    write: formatMoney,
  },
  autoRenew: { content: renewContent, isState: true },
};

const plainCard: Presentation<unknown> = { content: () => ({ line: '' }) };

/** When the newest of the figures was read; null: none was yet. */
export function updatedAt(state: AppState): number | null {
  const moments = shownFigures.flatMap((id) => (state[id].value === null ? [] : (state[id].asOf ?? [])));
  return moments.length === 0 ? null : Math.max(...moments);
}

/** The cards of the popover, in their order. */
export function figureViews(state: AppState, now: number, locale: string): FigureView[] {
  return shownFigures.map((id) => figureView(id, state[id], state, now, locale));
}

function figureView<Id extends FigureId>(
  id: Id,
  figure: Figure<FigureValue<Id>>,
  state: AppState,
  now: number,
  locale: string,
): FigureView {
  const { says } = state.notice;
  const low: readonly FigureId[] = says.id === 'low' ? says.figures : [];
  const isReading = state.refresh.running;
  const { content, write, isState = false } = presentations[id] ?? plainCard;
  const { name, text } = figureText(id, figure, amountsIn(locale));
  const known = figure.value === null ? null : foreseen(id, content(figure.value, now, locale), state, now, locale);
  const problem = ownProblem(figure, state.notice);
  const title = problem === null ? null : problemText(problem, locale, now).title;
  const line = title ?? known?.line ?? (isReading ? popoverTexts.reading : popoverTexts.notRead);
  return {
    id,
    name,
    value: known?.value ?? text,
    unit: known?.unit ?? null,
    line,
    maskedLine: title ?? known?.maskedLine ?? line,
    // What is not offered needs no action.
    lineIsTrouble: problem === null ? known?.lineIsTrouble === true : problem.kind !== 'not-offered',
    age: ownAge(figure, updatedAt(state), now, locale),
    mark: markOf(figure, isReading),
    isLow: low.includes(id),
    isAmount: !isState,
    trend: write === undefined ? null : trendOf(state, id, (value) => write(value, locale), now, locale),
  };
}

/** A figure's own age; null where the head says the same of all of them. */
function ownAge(figure: Figure<unknown>, updated: number | null, now: number, locale: string): string | null {
  if (figure.asOf === null || figure.value === null) return null;
  const age = formatAge(figure.asOf, now, locale);
  const isSaid = updated !== null && age === formatAge(updated, now, locale);
  return isSaid && figure.status === 'fresh' ? null : age;
}

/** How much history (ms) a forecast needs. */
const HISTORY_NEEDED = 86_400_000;

/** A card's content, its line until when it lasts, or in a young history when that will be known. The details have the rest. */
function foreseen(id: FigureId, content: Content, state: AppState, now: number, locale: string): Content {
  if (!hasForecast(id) || content.lineIsTrouble === true || content.isEmpty === true) return content;
  const said = state.forecasts[id];
  if (said.says !== 'not-enough') return { ...content, line: cardForecast(id, said, now, locale) };
  const from = state.trends[id][0]?.[0] ?? now;
  return from + HISTORY_NEEDED > now ? { ...content, line: forecastComes(from + HISTORY_NEEDED, now) } : content;
}

/** A card's own problem: nothing where the status line says the same of all, and the last value is known. */
function ownProblem(figure: Figure<unknown>, { says }: AppState['notice']): Problem | null {
  if (figure.problem === undefined) {
    return null;
  }
  const isSaid = says.id === 'problem' && says.problem.kind === figure.problem.kind && figure.value !== null;
  return isSaid ? null : figure.problem;
}

function markOf(figure: Figure<unknown>, isReading: boolean): FigureView['mark'] {
  if (figure.status === 'absent' || figure.value === null) {
    return figure.problem === undefined && isReading ? 'waiting' : 'absent';
  }
  return figure.status === 'fresh' ? 'none' : figure.status;
}

function trafficContent({ total, packages }: FigureValue<'traffic'>, now: number, locale: string): Content {
  const running = packages.filter(({ left, expiresAt }) => left > 0 && (expiresAt === null || expiresAt > now));
  const ends = running.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  const [value, unit] = apart(formatBytes(total, locale));
  return {
    value,
    unit,
    line: packagesLine(running.length, ends.length === 0 ? null : Math.min(...ends), now, locale),
    isEmpty: total <= 0,
  };
}

function renewContent(renew: FigureValue<'autoRenew'>, now: number, locale: string): Content {
  if (isNoneYet(renew)) return { value: renewalTexts.notSetUp, line: popoverTexts.noRenewal };
  const value = renew.on === null ? popoverTexts.unknown : renew.on ? popoverTexts.on : popoverTexts.off;
  if (renew.lastOutcome === 'failed') return { value, line: popoverTexts.renewFailed, lineIsTrouble: true };
  const line = (masked: boolean) => renewalLine(renew, now, locale, masked);
  return { value, line: line(false), maskedLine: line(true) };
}

/** A written amount as number and unit ("1.23", "GB"), wherever the locale puts the unit's space. */
function apart(text: string): [string, string | null] {
  const match = /^(.*\p{Nd})\s*(\P{Nd}+)$/u.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? [text, null] : [match[1], match[2]];
}

function trendOf(
  { trends, settings }: AppState,
  id: FigureId,
  write: (value: number) => string,
  now: number,
  locale: string,
): FigureTrend | null {
  const points = trends[id];
  const lowAt = hasForecast(id) ? settings.lowAt[id] : 0;
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) {
    return null;
  }
  const threshold = lowAt > 0 ? lowAt : null;
  const text = trendText(first[0], write(first[1]), write(last[1]), now, locale);
  return {
    points,
    threshold,
    text: threshold === null ? text : popoverTexts.warnsBelow({ trend: text, threshold: write(threshold) }),
  };
}
