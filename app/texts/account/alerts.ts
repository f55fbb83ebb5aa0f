// The words of alerts: in notifications, in the account window, in a terminal. app/account/alerts decides which are
// shown.
import english from '../en/alerts.json';
import { texts } from '../texts';
import type { AreaId } from '../../model/lists/areas';
import type { Alert, AlertSubject } from '../../model/alert';
import type { Problem } from '../../model/problem';
import { packageName } from '../figures';
import { problemText } from '../problems/problems';
import { sentences } from '../sentence';
import { formatBytes, formatCount, formatMoment, formatMoney, formatUntil, shortened } from '../format';

const words = texts('alerts', english);

/** Where an alert is acted upon: an area of the account window, or the wizard of the refused key. */
export type AlertPlace = Extract<AreaId, 'overview' | 'proxy' | 'subAccounts' | 'wallet' | 'access'> | 'wizard';

export interface AlertText {
  /** A few words. */
  title: string;
  /** Its status, and what to do. */
  detail: string;
}

/** The most of the vendor's words (characters). */
const LONGEST = 120;

/** An alert in words. `hidden`: no amount is in them. `now` in milliseconds. */
export function alertText(about: AlertSubject, now: number, locale: string, hidden = false): AlertText {
  return { title: titleOf(about, now, locale), detail: detailOf(about, now, locale, hidden) };
}

function titleOf(about: AlertSubject, now: number, locale: string): string {
  const { title } = words;
  switch (about.kind) {
    case 'sub-account-low':
      return title['sub-account-low']({ what: about.what, name: short(about.username) });
    case 'package-expires':
      return title['package-expires']({
        name: short(packageName(about.name)),
        when: formatUntil(about.at, now, locale),
      });
    case 'unusual-use':
      return title['unusual-use']({ what: about.what });
    case 'gateway-down':
      return problemText(portBusy(about), locale, now).title;
    case 'gateway-cap':
      return title['gateway-cap']({ name: short(about.name) });
    case 'gateway-key-seen': {
      const { key, program } = about;
      return program === null
        ? title.gatewayKeySeenUnknown({ key })
        : title['gateway-key-seen']({ key, name: short(program) });
    }
    default:
      return title[about.kind];
  }
}

function detailOf(about: AlertSubject, now: number, locale: string, hidden: boolean): string {
  const { detail } = words;
  switch (about.kind) {
    case 'ips-low':
    case 'traffic-low':
    case 'wallet-low':
    case 'sub-account-low':
      return hidden ? detail.below : leftText(about, locale);
    case 'package-expires':
      return detail.expires({ moment: formatMoment(about.at, locale) });
    case 'unusual-use':
      return hidden ? detail.used : usedText(about, locale);
    case 'renew-failed':
      // 9Proxy's own words may name an amount.
      return about.message === null || hidden
        ? detail.renewFailed
        : detail.vendorSays({ message: short(about.message) });
    case 'key-refused':
      return detail.keyRefused;
    case 'two-factor-off':
      return detail.twoFactorOff;
    case 'gateway-down': {
      const { cause, next } = problemText(portBusy(about), locale, now);
      return sentences(cause, next);
    }
    case 'gateway-cap': {
      const { what, used, limit } = about;
      const shown = { what, used: formatCount(used, locale), limit: formatCount(limit, locale) };
      return hidden ? detail.gatewayCapHidden : detail.gatewayCap(shown);
    }
    case 'gateway-key-seen':
      return detail.gatewayKeySeen;
    case 'gateway-refused':
      return detail.gatewayRefused;
    default:
      return about satisfies never;
  }
}

function portBusy({ port, why, program }: Extract<AlertSubject, { kind: 'gateway-down' }>): Problem {
  return { kind: 'port-busy', port, why, ...(program === null ? {} : { program }) };
}

type Low = Extract<AlertSubject, { left: number }>;
type UnusualUse = Extract<AlertSubject, { kind: 'unusual-use' }>;

/** How much is left, and the threshold. */
function leftText(about: Low, locale: string): string {
  const { left, threshold } = about;
  const { detail } = words;
  if (about.kind === 'ips-low' || (about.kind === 'sub-account-low' && about.what === 'ips')) {
    return detail.ipsLeft({ count: left, threshold: formatCount(threshold, locale) });
  }
  const amount = about.kind === 'wallet-low' ? formatMoney : formatBytes;
  return detail.amountLeft({ left: amount(left, locale), threshold: amount(threshold, locale) });
}

/** What was used in the last day, and on a usual day. */
function usedText({ what, perDay, usual }: UnusualUse, locale: string): string {
  if (what === 'ips') {
    return words.detail.ipsUsed({ count: Math.round(perDay), usual: formatCount(usual, locale) });
  }
  const bytes = (amount: number) => formatBytes(Math.round(amount), locale);
  return words.detail.trafficUsed({ used: bytes(perDay), usual: bytes(usual) });
}

/** A name or a sentence of the vendor's, no longer than fits. */
function short(text: string): string {
  return shortened(text, LONGEST);
}

/** Where an alert's details are. */
export function placeOfAlert(about: AlertSubject): AlertPlace {
  switch (about.kind) {
    case 'ips-low':
    case 'traffic-low':
    case 'package-expires':
    case 'unusual-use':
      return 'proxy';
    case 'sub-account-low':
      return 'subAccounts';
    case 'wallet-low':
    case 'renew-failed':
      return 'wallet';
    case 'key-refused':
      return 'wizard';
    case 'two-factor-off':
      return 'overview';
    case 'gateway-down':
    case 'gateway-cap':
    case 'gateway-key-seen':
    case 'gateway-refused':
      return 'access';
    default:
      return about satisfies never;
  }
}

/** More than so many at once come as one notification. */
const MOST_ALONE = 2;

export interface NotificationText {
  title: string;
  body: string;
  /** Which alerts it is about. */
  ids: string[];
  /** `alerts`: it is about several. */
  place: AlertPlace | 'alerts';
}

/** The notifications for alerts that come at the same time: one each, or one for all where there are many. */
export function notificationsOf(
  alerts: readonly Alert[],
  now: number,
  locale: string,
  hidden: boolean,
): NotificationText[] {
  if (alerts.length > MOST_ALONE) {
    const titles = alerts.map(({ about }) => words.listed({ title: titleOf(about, now, locale) }));
    return [
      {
        title: words.several({ count: alerts.length }),
        body: titles.join('\n'),
        ids: alerts.map(({ id }) => id),
        place: 'alerts',
      },
    ];
  }
  return alerts.map(({ id, about }) => {
    const { title, detail } = alertText(about, now, locale, hidden);
    return { title, body: detail, ids: [id], place: placeOfAlert(about) };
  });
}

export const testNotification = words.testNotification;

export const alertTexts = words.alert;
