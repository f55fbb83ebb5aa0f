// What the popover says around its figures and its list. Words only: which of them is shown is decided in renderer/popover.
import type { FigureId } from '../../model/figures/figures';
import type { Problem } from '../../model/problem';
import type { AppState, AutoRenew } from '../../model/state/app-state';
import { figureNames, planName } from '../figures';
import {
  formatAge,
  formatBytes,
  formatCount,
  formatCountdown,
  formatMoment,
  formatMomentShort,
  formatPrice,
} from '../format';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';

/** The refresh button's name, and until when it waits where 9Proxy asked for a pause. */
export function refreshButton(
  { reason, nextAt }: AppState['refresh'],
  now: number,
  locale: string,
): { label: string; isDisabled: boolean } {
  if (reason !== 'rate-limited' || nextAt === null || nextAt <= now)
    return { label: popoverTexts.refresh, isDisabled: false };
  return { label: `9Proxy asked for a pause until ${formatMomentShort(nextAt, now, locale)}`, isDisabled: true };
}

export const popoverTexts = {
  noName: '9Proxy account',
  refresh: 'Refresh',
  openAccount: 'Open NineTray',
  settings: 'Settings',
  reveal: 'Hold to show amounts',
  hidden: 'hidden',
  dismiss: 'Dismiss',
  ownKey: 'Use your own key',
  haveNewKey: 'I already have the new key',

  figures: 'Figures',
  detailsOf: (figure: FigureId) => `${figureNames[figure]}: details`,
  stale: 'out of date',
  low: 'Low',
  notRead: 'No data yet',
  reading: 'Reading…',
  noValue: '—',

  on: 'On',
  off: 'Off',
  unknown: 'Unknown',
  walletUnit: 'US dollars',
  noRenewal: 'nothing renews',
  renewFailed: 'reported as failed',

  search: 'Search sub-accounts',
  searchShort: 'Search',
  switchesFirst: 'Enter switches the first one found.',
  clearSearch: 'Clear search',
  subAccounts: 'Sub-accounts',
  pinned: 'Pinned',
  others: 'All others',
  sort: 'Sort',
  sortBy: 'Sort by',
  sortOrder: 'Order',
  sorts: { newest: 'Newest', username: 'Username', ips: 'IPs', traffic: 'Traffic', status: 'On or off' },
  descending: { true: 'Descending', false: 'Ascending' },
  pin: (username: string) => `Pin ${username}`,
  unpin: (username: string) => `Unpin ${username}`,
  subAccountDetails: (username: string) => `${username}: details`,
  copyUsername: 'Copy username',
  copied: 'Copied',
  edit: 'Edit…',
  noSubAccounts: 'No sub-accounts yet',
  noSubAccountsLine: 'Create one in NineTray or in the 9Proxy dashboard.',
  manageSubAccounts: 'Manage sub-accounts',
  noMatch: (search: string) => `Nothing matches “${search}”`,
  noMatchYet: 'Nothing yet: the list is still loading.',

  outcomes: 'Switched just now',
  undo: 'Undo',
  undoOf: (username: string) => `Undo: ${username}`,
  dismissOf: (username: string) => `Dismiss: ${username}`,
} as const;

/** What stands beside the account's name: where the figures come from, when it is not the usual place. */
export function sourceBadge({ kind, origin }: AppState['source']): string | null {
  switch (kind) {
    case 'production':
      return null;
    case 'sandbox':
      return 'Sandbox';
    case 'demo':
      return 'Demo';
    case 'custom':
      return origin.replace(/^https?:\/\//, '');
    default:
      return kind satisfies never;
  }
}

/** When the newest of the figures was read: "updated just now". */
export function updatedText(asOf: number, now: number, locale: string): string {
  return `updated ${formatAge(asOf, now, locale)}`;
}

/** How many IPs or plans, in words that fit the number. */
function counted(count: number, one: string, many: string, locale: string): string {
  return `${formatCount(count, locale)} ${count === 1 ? one : many}`;
}

/** The word behind a number of IPs. */
export function ipsUnit(count: number): string {
  return count === 1 ? 'IP' : 'IPs';
}

/** The line below the IP balance. */
export function plansLine(plans: number, locale: string): string {
  return plans === 0 ? 'no plan' : `in ${counted(plans, 'plan', 'plans', locale)}`;
}

/** The line below the traffic: how many packages, and when the first of them expires. */
export function packagesLine(packages: number, firstEnds: number | null, now: number, locale: string): string {
  if (packages === 0) return 'no package';
  if (firstEnds === null) return counted(packages, 'package', 'packages', locale);
  const day = formatMomentShort(firstEnds, now, locale);
  return packages === 1
    ? `1 package · expires ${day}`
    : `${formatCount(packages, locale)} packages · first expires ${day}`;
}

/** What a trend line shows, for those who do not see it. `from` and `to` are written amounts. */
export function trendText(since: number, from: string, to: string, now: number, locale: string): string {
  const start = formatMomentShort(since, now, locale);
  return from === to ? `Trend: ${to} since ${start}` : `Trend: from ${from} on ${start} to ${to}`;
}

/** What a trend line shows, with the amount below which NineTray warns. */
export function warnsBelow(trend: string, threshold: string): string {
  return `${trend}. Warns below ${threshold}`;
}

/**
 * The line below auto renew: the next renewal and its price, or else what starts one, as far as 9Proxy reports either. `lineAmount`: what
 * of it is an amount.
 */
export function renewalLine(
  { on, price, nextAt, whenIps, whenTraffic }: AutoRenew,
  now: number,
  locale: string,
): { line: string; lineAmount: string | null } {
  const money = price === null ? [] : [formatPrice(price, locale)];
  if (on === false) return { line: renewalTexts.asReported, lineAmount: null };
  if (nextAt !== null) {
    const line = `next ${formatMomentShort(nextAt, now, locale)}`;
    return { line: money.length === 0 ? line : `${line} ·`, lineAmount: money[0] ?? null };
  }
  const below = [
    ...(whenIps === null ? [] : [`${formatCount(whenIps, locale)} ${ipsUnit(whenIps)}`]),
    ...(whenTraffic === null ? [] : [formatBytes(whenTraffic, locale)]),
  ];
  const [first] = below;
  if (first !== undefined) return { line: 'below', lineAmount: [first, ...money].join(' · ') };
  return { line: renewalTexts.asReported, lineAmount: null };
}

/** What the search field says while it is empty. */
export function searchPlaceholder(count: number | null, locale: string): string {
  if (count === null || count === 0) return popoverTexts.search;
  return `Search ${counted(count, 'sub-account', 'sub-accounts', locale)}`;
}

/** An automatic top-up: "100 IPs when below 50 IPs". The amounts are written; null: 9Proxy did not say. */
export function topUpText(below: string | null, by: string | null): string {
  const parts = [...(by === null ? [] : [by]), ...(below === null ? [] : [`when below ${below}`])];
  return parts.length === 0 ? popoverTexts.on : parts.join(' ');
}

/** The terms of a sub-account's details. */
export const subAccountTerms = {
  ips: 'IPs',
  traffic: 'Traffic',
  topUpIps: 'IP top-up',
  topUpTraffic: 'Traffic top-up',
  /** The time is that of the first read today, as midnight's balance is not known. */
  used: (since: string) => `Used since ${since}`,
  createdAt: 'Created',
  note: 'Note',
} as const;

/** The terms of the details. */
export const detailTerms = {
  plan: planName,
  readAt: 'Updated',
  package: 'Package',
  price: 'Price',
  whenIps: 'IP threshold',
  whenTraffic: 'Traffic threshold',
  nextAt: 'Next',
  lastAt: 'Last',
  lastMessage: '9Proxy says',
  balance: 'Balance',
  left: (left: string, original: string | null) => (original === null ? `${left} left` : `${left} of ${original} left`),
  noExpiry: 'does not expire',
  expiring: 'Traffic that expires',
  lasting: 'Traffic that never expires',
  none: 'Nothing here yet.',
} as const;

/** When a package ends. */
export function expiryText(expiresAt: number | null, now: number, locale: string): string {
  if (expiresAt === null) return detailTerms.noExpiry;
  if (expiresAt <= now) return `expired ${formatMoment(expiresAt, locale)}`;
  const countdown = formatCountdown(expiresAt, now, locale);
  const moment = formatMoment(expiresAt, locale);
  return countdown === null ? `expires ${moment}` : `expires ${countdown}, ${moment}`;
}

/** What 9Proxy reports of the last auto renew. */
export function outcomeText(outcome: NonNullable<AppState['autoRenew']['value']>['lastOutcome']): string | null {
  switch (outcome) {
    case null:
      return null;
    case 'pending':
      return 'under way';
    case 'success':
      return 'succeeded';
    case 'failed':
      return 'failed';
    default:
      return outcome satisfies never;
  }
}

/** The way to the whole list. */
export function showAll(count: number, locale: string): string {
  return `Show all ${formatCount(count, locale)}`;
}

/** How far the full list is: "12,300 of 50,000 loaded". */
export function loadedText(loaded: number, total: number | null, locale: string): string {
  return total === null
    ? `${formatCount(loaded, locale)} loaded`
    : `${formatCount(loaded, locale)} of ${formatCount(total, locale)} loaded`;
}

/** How many sub-accounts are in the list, where some could not be read. */
export function shownText(shown: number, unread: number, locale: string): string {
  return `${formatCount(shown, locale)} shown; ${formatCount(unread, locale)} couldn’t be read`;
}

/** How many match a search; while the list still loads there may be more. */
export function foundText(found: number, isLoading: boolean, locale: string): string {
  return `${formatCount(found, locale)} found${isLoading ? ' so far' : ''}`;
}

/** What became of a switch. */
export function switchedText(username: string, wanted: boolean): string {
  return `${username} is ${wanted ? 'on' : 'off'}`;
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
  return { text: `${username} could not be switched ${wanted ? 'on' : 'off'}`, cause: `${says.title}. ${says.cause}` };
}

/** The same in a cell of a list, whose title has the reason. */
export const notSwitchedInShort = { refused: 'Not switched', unknown: 'Not confirmed' } as const;

/** A switch that was rolled back, in a row's own line. */
export function notSwitched(wanted: boolean): string {
  return `Not switched ${wanted ? 'on' : 'off'}`;
}

export const switching = 'Switching…';
