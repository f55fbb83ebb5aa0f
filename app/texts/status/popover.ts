// What the popover says around its figures and its list. Words only: which of them is shown is decided in renderer/popover.
import english from '../en/popover.json';
import { texts } from '../texts';
import type { Problem } from '../../model/problem';
import type { AppState, AutoRenew } from '../../model/state/app-state';
import {
  formatAge,
  formatBytes,
  formatCount,
  formatCountdown,
  formatMoment,
  formatMomentShort,
  formatPrice,
  hiddenAmount,
} from '../format';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';
import { sentences } from '../sentence';

export const popoverTexts = texts('popover', english);

/** In place of a figure that is not known. */
export const noValue = '—';

/** The refresh button's name, and until when it waits where 9Proxy asked for a pause. */
export function refreshButton(
  { reason, nextAt }: AppState['refresh'],
  now: number,
  locale: string,
): { label: string; isDisabled: boolean } {
  if (reason !== 'rate-limited' || nextAt === null || nextAt <= now)
    return { label: popoverTexts.refresh, isDisabled: false };
  return { label: popoverTexts.paused({ until: formatMomentShort(nextAt, now, locale) }), isDisabled: true };
}

/** The words beside the account's name: where the figures come from, when it is not the usual place. */
export function sourceBadge({ kind, origin }: AppState['source']): string | null {
  switch (kind) {
    case 'production':
      return null;
    case 'sandbox':
      return popoverTexts.sandbox;
    case 'demo':
      return popoverTexts.demo;
    case 'custom':
      return origin.replace(/^https?:\/\//, '');
    default:
      return kind satisfies never;
  }
}

/** When the newest of the figures was read: "updated just now". */
export function updatedText(asOf: number, now: number, locale: string): string {
  return popoverTexts.updated({ age: formatAge(asOf, now, locale) });
}

/** The word behind a number of IPs. */
export function ipsUnit(count: number): string {
  return popoverTexts.ipsUnit({ count });
}

/** The line below the IP balance. */
export function plansLine(plans: number, locale: string): string {
  return popoverTexts.plans({ count: plans, shown: formatCount(plans, locale) });
}

/** The line below the traffic: how many packages, and when the first of them expires. */
export function packagesLine(packages: number, firstEnds: number | null, now: number, locale: string): string {
  const many = { count: packages, shown: formatCount(packages, locale) };
  return packages === 0 || firstEnds === null
    ? popoverTexts.packages(many)
    : popoverTexts.packagesExpire({ ...many, day: formatMomentShort(firstEnds, now, locale) });
}

/** What a trend line shows, for those who do not see it. `from` and `to` are written amounts. */
export function trendText(since: number, from: string, to: string, now: number, locale: string): string {
  const start = formatMomentShort(since, now, locale);
  return from === to ? popoverTexts.steady({ amount: to, start }) : popoverTexts.trend({ from, start, to });
}

/**
 * The line below auto renew: the next renewal and its price, or else what starts one, as far as 9Proxy reports either. `masked`: without
 * amounts.
 */
export function renewalLine(
  { on, price, nextAt, whenIps, whenTraffic }: AutoRenew,
  now: number,
  locale: string,
  masked: boolean,
): string {
  if (on === false) return renewalTexts.asReported;
  const shown = (amount: string) => (masked ? hiddenAmount : amount);
  const priced = (line: string) =>
    price === null ? line : popoverTexts.withPrice({ line, price: shown(formatPrice(price, locale)) });
  const below = (amount: string) => priced(popoverTexts.renewsBelow({ amount: shown(amount) }));
  if (nextAt !== null) return priced(popoverTexts.nextRenewal({ when: formatMomentShort(nextAt, now, locale) }));
  if (whenIps !== null) return below(popoverTexts.ips({ count: whenIps, shown: formatCount(whenIps, locale) }));
  return whenTraffic === null ? renewalTexts.asReported : below(formatBytes(whenTraffic, locale));
}

/** What the search field says while it is empty. */
export function searchPlaceholder(count: number | null, locale: string): string {
  if (count === null || count === 0) return popoverTexts.search;
  return popoverTexts.searchMany({ count, shown: formatCount(count, locale) });
}

/** An automatic top-up: "100 IPs when below 50 IPs". The amounts are written; null: 9Proxy did not say. */
export function topUpText(below: string | null, by: string | null): string {
  if (below === null) return by ?? popoverTexts.on;
  return by === null ? popoverTexts.topUpBelow({ below }) : popoverTexts.topUp({ by, below });
}

/** How much of a package is left. `original`: null where 9Proxy does not say. */
export function leftText(left: string, original: string | null): string {
  return original === null
    ? popoverTexts.detailTerms.left({ left })
    : popoverTexts.detailTerms.leftOf({ left, original });
}

/** When a package ends. */
export function expiryText(expiresAt: number | null, now: number, locale: string): string {
  if (expiresAt === null) return popoverTexts.detailTerms.noExpiry;
  if (expiresAt <= now) return popoverTexts.expired({ moment: formatMoment(expiresAt, locale) });
  const countdown = formatCountdown(expiresAt, now, locale);
  const moment = formatMoment(expiresAt, locale);
  return countdown === null ? popoverTexts.expires({ moment }) : popoverTexts.expiresIn({ countdown, moment });
}

/** How far the full list is: "12,300 of 50,000 loaded". */
export function loadedText(loaded: number, total: number | null, locale: string): string {
  const shown = formatCount(loaded, locale);
  return total === null
    ? popoverTexts.loaded({ loaded: shown })
    : popoverTexts.loadedOf({ loaded: shown, total: formatCount(total, locale) });
}

/** How many sub-accounts are in the list, where some could not be read. */
export function shownText(shown: number, unread: number, locale: string): string {
  return popoverTexts.someUnread({ shown: formatCount(shown, locale), unread: formatCount(unread, locale) });
}

/** How many match a search; while the list still loads there may be more. */
export function foundText(found: number, isLoading: boolean, locale: string): string {
  return popoverTexts.found({ isLoading, count: formatCount(found, locale) });
}

/** Why a switch did not happen, in one line for the row and two for the list of outcomes. */
export function rolledBackText(
  username: string,
  wanted: boolean,
  problem: Problem | undefined,
  now: number,
  locale: string,
  hidden: boolean,
): { text: string; cause: string } {
  const says = problemText(problem ?? { kind: 'internal' }, locale, now, hidden);
  return { text: popoverTexts.couldNotSwitch({ wanted, username }), cause: sentences(says.title, says.cause) };
}
