// What is said of alerts: in notifications, in the account window, in a terminal. Words only; what is told is decided in app/account/alerts.
import english from '../en/alerts.json';
import { texts } from '../texts';
import type { AreaId } from '../../model/lists/areas';
import type { Alert, AlertSubject } from '../../model/alert';
import { packageName } from '../figures';
import { formatBytes, formatCount, formatMoment, formatMoney, formatUntil, shortened } from '../format';

const words = texts('alerts', english);

/** Where an alert is acted upon: an area of the account window, or the wizard of the refused key. */
export type AlertPlace = Extract<AreaId, 'overview' | 'proxy' | 'subAccounts' | 'wallet'> | 'wizard';

export interface AlertText {
  /** A few words. */
  title: string;
  /** How it stands, and what to do. */
  detail: string;
}

/** The most of the vendor's words (characters). */
const LONGEST = 120;

/** An alert in words. `hidden`: no amount is in them. `now` in milliseconds. */
export function alertText(about: AlertSubject, now: number, locale: string, hidden = false): AlertText {
  switch (about.kind) {
    case 'ips-low':
      return low(
        'IPs are running low',
        `${count(about.left, locale)} left`,
        formatCount(about.threshold, locale),
        hidden,
      );
    case 'traffic-low':
      return low(
        'Traffic is running low',
        `${formatBytes(about.left, locale)} left`,
        formatBytes(about.threshold, locale),
        hidden,
      );
    case 'wallet-low':
      return low(
        'The wallet is running low',
        `${formatMoney(about.left, locale)} left`,
        formatMoney(about.threshold, locale),
        hidden,
      );
    case 'sub-account-low': {
      const what = about.what === 'ips' ? 'IPs' : 'traffic';
      const amount = (value: number) =>
        about.what === 'ips' ? formatCount(value, locale) : formatBytes(value, locale);
      const left = about.what === 'ips' ? count(about.left, locale) : amount(about.left);
      return low(`${short(about.username)} is low on ${what}`, `${left} left`, amount(about.threshold), hidden);
    }
    case 'package-expires':
      return {
        title: `“${short(packageName(about.name))}” expires ${formatUntil(about.at, now, locale)}`,
        detail: `What is left is lost after ${formatMoment(about.at, locale)}.`,
      };
    case 'unusual-use': {
      const amount = (value: number) =>
        about.what === 'ips' ? count(Math.round(value), locale) : formatBytes(Math.round(value), locale);
      return {
        title: about.what === 'ips' ? 'Unusually high IP usage' : 'Unusually high traffic',
        detail: hidden
          ? 'Far more in the last day than usual. Check who used it.'
          : `${amount(about.perDay)} in the last day, ${amount(about.usual)} on a usual day. Check who used it.`,
      };
    }
    case 'renew-failed':
      return {
        title: '9Proxy reports that auto renew failed',
        detail:
          about.message === null || hidden
            ? 'Check auto renew in the 9Proxy dashboard.'
            : `9Proxy says: “${short(about.message)}”`,
      };
    case 'key-refused':
      return {
        title: '9Proxy rejected your key',
        detail: 'NineTray can’t update anything until you set up a new key.',
      };
    case 'two-factor-off':
      return {
        title: 'Two-factor sign-in is off',
        detail: 'Without it, anyone who knows the password can create a new key. Turn it on at 9Proxy.',
      };
    default:
      return about satisfies never;
  }
}

/** A name or a sentence of the vendor's, no longer than fits. */
function short(text: string): string {
  return shortened(text, LONGEST);
}

function count(ips: number, locale: string): string {
  return `${formatCount(ips, locale)} ${ips === 1 ? 'IP' : 'IPs'}`;
}

function low(title: string, left: string, mark: string, hidden: boolean): AlertText {
  return { title, detail: hidden ? 'Below your threshold.' : `${left}, below your threshold of ${mark}.` };
}

/** Where an alert is looked into. */
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
    default:
      return about satisfies never;
  }
}

/** More than so many at once come as one notification. */
const MOST_ALONE = 2;

export interface NotificationText {
  title: string;
  body: string;
  /** Which alerts it speaks of. */
  ids: string[];
  /** `alerts`: it speaks of several. */
  place: AlertPlace | 'alerts';
}

/** The notifications for alerts that are told at once: one each, or one for all where there are many. */
export function notificationsOf(
  alerts: readonly Alert[],
  now: number,
  locale: string,
  hidden: boolean,
): NotificationText[] {
  if (alerts.length > MOST_ALONE) {
    const titles = alerts.map(({ about }) => `• ${alertText(about, now, locale, hidden).title}`);
    return [
      {
        title: `${formatCount(alerts.length, locale)} alerts`,
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
