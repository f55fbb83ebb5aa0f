// The one line that says whether all is well and what to do if not. Words only; app/state/notice.ts decides what it
// says.
import type { Notice } from '../../model/state/app-state';
import type { EmergencyStop } from '../../model/bulk/emergency-stop';
import type { Severity } from '../../model/severity';
import { alertText } from '../account/alerts';
import english from '../en/notice.json';
import { listOfFigures, packageName } from '../figures';
import { formatAge, formatMoment, formatUntil } from '../format';
import { problemText } from '../problems/problems';
import { texts } from '../texts';
import { asSentence, sentences } from '../sentence';

const words = texts('notice', english);

export interface NoticeText {
  text: string;
  /** A second sentence for those who read on. */
  detail: string | null;
  /** The label of the button that does `notice.action`; null when there is nothing to do. */
  actionLabel: string | null;
}

/** A severity in a word or two. */
export const severityNames: Readonly<Record<Severity, string>> = words.severities;

/**
 * The words of a notice. `now` in milliseconds; `locale` as a BCP 47 tag; `hidden`: amounts are hidden where it is shown; `textOf`: the words
 * of a problem in it, by default those of a running application.
 */
export function noticeText(
  notice: Notice,
  now: number,
  locale: string,
  hidden: boolean,
  textOf: typeof problemText = problemText,
): NoticeText {
  return { ...saying(notice.says, now, locale, hidden, textOf), actionLabel: actionLabel(notice) };
}

function saying(
  says: Notice['says'],
  now: number,
  locale: string,
  hidden: boolean,
  textOf: typeof problemText,
): Omit<NoticeText, 'actionLabel'> {
  switch (says.id) {
    case 'all-well':
      return { text: words.allGood, detail: null };
    case 'emergency-stop':
      return emergencyStop(says.stop, hidden);
    case 'first-read':
      return { text: words.firstRead, detail: null };
    case 'nothing-read':
      return { text: words.nothingRead, detail: words.tryLater };
    case 'waiting-for-keyring':
      return { text: words.keyring, detail: words.keyringDetail };
    case 'no-key':
      return { text: words.noKey, detail: words.noKeyDetail };
    case 'stale':
      return { text: words.stale({ age: formatAge(says.asOf, now, locale) }), detail: words.staleDetail };
    case 'partly': {
      const { title, cause, next } = textOf(says.problem, locale, now, hidden);
      const figures = listOfFigures(says.figures, locale);
      return says.problem.kind === 'not-offered'
        ? { text: words.notOffered({ figures }), detail: next }
        : { text: words.notRead({ figures }), detail: sentences(title, cause) };
    }
    case 'low': {
      const others = says.figures.filter((figure) => figure !== says.what);
      const figures = listOfFigures(others, locale);
      return {
        text: words.low({ what: says.what }),
        detail: others.length === 0 ? null : words.alsoLow({ count: others.length, figures }),
      };
    }
    case 'renew-failed': {
      const { message } = says;
      // 9Proxy's own words may name an amount.
      const isTold = message !== null && !hidden;
      return { text: words.renewFailed, detail: isTold ? words.vendorSays({ message }) : words.renewFailedDetail };
    }
    case 'package-expires':
      return {
        text: words.expires({ name: packageName(says.name), when: formatUntil(says.at, now, locale) }),
        detail: words.expiresDetail({ moment: formatMoment(says.at, locale) }),
      };
    case 'two-factor-off':
      return { text: words.twoFactorOff, detail: words.twoFactorOffDetail };
    case 'alert': {
      // Without amounts: this line is shown where they may be hidden.
      const { title, detail } = alertText(says.about, now, locale, true);
      return {
        text: title,
        detail: says.more === 0 ? detail : words.moreAlerts({ detail: asSentence(detail), count: says.more }),
      };
    }
    case 'problem':
    case 'storage': {
      const { title, cause, next } = textOf(says.problem, locale, now, hidden);
      return { text: title, detail: sentences(cause, next) };
    }
    default:
      return unknownNotice(says);
  }
}

/** No number while it lasts: a menu that is open would be rebuilt with each. */
function emergencyStop({ phase, count, isPartial }: EmergencyStop, hidden: boolean): Omit<NoticeText, 'actionLabel'> {
  switch (phase) {
    case 'stopping':
      return { text: words.stopping, detail: null };
    case 'restoring':
      return { text: words.restoring, detail: null };
    case 'incomplete':
      return { text: words.stopIncomplete, detail: words.mayBeOn };
    case 'stopped':
      return {
        text: hidden ? words.stoppedHidden : words.stopped({ count }),
        detail: isPartial ? words.othersMayBeOn : words.stayOff,
      };
    default:
      return phase satisfies never;
  }
}

function actionLabel({ action, says }: Notice): string | null {
  const { actions } = words;
  switch (action) {
    case 'none':
      return null;
    case 'retry':
      return actions.retry;
    case 'enter-key':
      // The screen that it leads to asks for the address first.
      return says.id === 'problem' && says.problem.kind === 'key-address-unconfirmed'
        ? actions.confirmAddress
        : actions.enterKey;
    case 'replace-key':
      return actions.newKey;
    case 'unlock-keyring':
      return actions.askKeyring;
    case 'open-dashboard':
      return says.id === 'two-factor-off' ? actions.keyPage : actions.dashboard;
    case 'open-settings':
      return actions.settings;
    case 'open-alerts':
      return actions.alerts;
    case 'open-access':
      return actions.access;
    case 'open-emergency-stop':
      return says.id === 'emergency-stop' && says.stop.phase === 'stopped' ? actions.restore : actions.stopDetails;
    default:
      return unknownAction(action);
  }
}

/** Neither can be reached as long as the types hold. */
function unknownNotice(_never: never): Omit<NoticeText, 'actionLabel'> {
  return { text: '', detail: null };
}

function unknownAction(_never: never): null {
  return null;
}
