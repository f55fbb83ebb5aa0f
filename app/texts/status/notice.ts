// The one line that says whether all is well and what to do if not. Words only; what to say is decided in app/state/notice.ts.
import type { Notice } from '../../model/state/app-state';
import type { EmergencyStop } from '../../model/emergency-stop';
import type { Severity } from '../../model/severity';
import { alertText } from '../account/alerts';
import { figureNames, listOfFigures, packageName } from '../figures';
import { formatAge, formatCount, formatMoment, formatUntil } from '../format';
import { problemText } from '../problems/problems';

export interface NoticeText {
  text: string;
  /** A second sentence for those who read on. */
  detail: string | null;
  /** The label of the button that does `notice.action`; null when there is nothing to do. */
  actionLabel: string | null;
}

/** A severity in a word or two. */
export const severityNames: Readonly<Record<Severity, string>> = {
  fine: 'All good',
  attention: 'Attention',
  'action-needed': 'Action needed',
  stopped: 'Stopped',
};

/** The words of a notice. `now` in milliseconds; `locale` as a BCP 47 tag; `hidden`: amounts are hidden where it is shown. */
export function noticeText(notice: Notice, now: number, locale: string, hidden: boolean): NoticeText {
  return { ...saying(notice.says, now, locale, hidden), actionLabel: actionLabel(notice) };
}

function saying(says: Notice['says'], now: number, locale: string, hidden: boolean): Omit<NoticeText, 'actionLabel'> {
  switch (says.id) {
    case 'all-well':
      return { text: 'All good', detail: null };
    case 'emergency-stop':
      return emergencyStop(says.stop, locale, hidden);
    case 'first-read':
      return { text: 'Reading your figures…', detail: null };
    case 'nothing-read':
      return { text: 'No figures were read', detail: 'Try again later.' };
    case 'waiting-for-keyring':
      return {
        text: 'Waiting for the keyring',
        detail: 'Your system may be asking for its password in another window.',
      };
    case 'no-key':
      return { text: 'No key yet', detail: 'Enter your 9Proxy API key, or try the demo.' };
    case 'stale':
      return {
        text: `Last updated ${formatAge(says.asOf, now, locale)}`,
        detail: 'The figures may have changed since.',
      };
    case 'partly': {
      const problem = problemText(says.problem, locale, now, hidden);
      const figures = listOfFigures(says.figures, locale);
      return says.problem.kind === 'not-offered'
        ? { text: `Not offered for this account: ${figures}`, detail: problem.next }
        : { text: `Could not read: ${figures}`, detail: `${problem.title}. ${problem.cause}` };
    }
    case 'low': {
      const others = says.figures.filter((figure) => figure !== says.what);
      return {
        text: `${figureNames[says.what]} is running low`,
        detail:
          others.length === 0 ? null : `${listOfFigures(others, locale)} ${others.length === 1 ? 'is' : 'are'} low too`,
      };
    }
    case 'renew-failed':
      return {
        text: '9Proxy reports that auto renew failed',
        // 9Proxy's own words may name an amount.
        detail:
          says.message === null || hidden
            ? 'Check auto renew in the 9Proxy dashboard.'
            : `9Proxy says: “${says.message}”`,
      };
    case 'package-expires':
      return {
        text: `“${packageName(says.name)}” expires ${formatUntil(says.at, now, locale)}`,
        detail: `What is left of it is lost after ${formatMoment(says.at, locale)}.`,
      };
    case 'two-factor-off':
      return {
        text: 'Two-factor sign-in is off',
        detail:
          'Without it you can’t generate a new key when you need one. The API Key page guides you through turning it on.',
      };
    case 'alert': {
      // Without amounts: this line stands where they may be hidden.
      const { title, detail } = alertText(says.about, now, locale, true);
      return { text: title, detail: says.more === 0 ? detail : `${detail} ${moreAlerts(says.more, locale)}` };
    }
    case 'problem':
    case 'storage': {
      const { title, cause, next } = problemText(says.problem, locale, now, hidden);
      return { text: title, detail: `${cause} ${next}` };
    }
    default:
      return unknownNotice(says);
  }
}

/** While it goes on no number: a menu that is open would be rebuilt with each. */
function emergencyStop(
  { phase, count, isPartial }: EmergencyStop,
  locale: string,
  hidden: boolean,
): Omit<NoticeText, 'actionLabel'> {
  switch (phase) {
    case 'stopping':
      return { text: 'Stopping all sub-accounts…', detail: null };
    case 'restoring':
      return { text: 'Restoring sub-accounts…', detail: null };
    case 'incomplete':
      return { text: 'The emergency stop is incomplete', detail: 'Sub-accounts may still be on.' };
    case 'stopped':
      return {
        text: stoppedText(count, locale, hidden),
        detail: isPartial ? 'Others may still be on.' : 'They stay off until you restore them.',
      };
    default:
      return phase satisfies never;
  }
}

function stoppedText(count: number, locale: string, hidden: boolean): string {
  if (hidden) return 'Sub-accounts are stopped';
  return count === 1 ? '1 sub-account is stopped' : `${formatCount(count, locale)} sub-accounts are stopped`;
}

function actionLabel({ action, says }: Notice): string | null {
  switch (action) {
    case 'none':
      return null;
    case 'retry':
      return 'Try again';
    case 'enter-key':
      // The screen that it leads to asks for the address first.
      return says.id === 'problem' && says.problem.kind === 'key-address-unconfirmed'
        ? 'Confirm the address…'
        : 'Enter a key';
    case 'replace-key':
      return 'Set up a new key…';
    case 'unlock-keyring':
      return 'Ask the keyring again';
    case 'open-dashboard':
      return says.id === 'two-factor-off' ? 'Open the API Key page' : 'Open the dashboard';
    case 'open-settings':
      return 'Open settings';
    case 'open-figure':
      return 'Show it';
    case 'open-alerts':
      return 'Show alerts';
    case 'open-emergency-stop':
      return says.id === 'emergency-stop' && says.stop.phase === 'stopped' ? 'Restore…' : 'Show details';
    default:
      return unknownAction(action);
  }
}

function moreAlerts(more: number, locale: string): string {
  return more === 1 ? 'There is one more alert.' : `There are ${formatCount(more, locale)} more alerts.`;
}

/** Neither can be reached as long as the types hold. */
function unknownNotice(_never: never): Omit<NoticeText, 'actionLabel'> {
  return { text: '', detail: null };
}

function unknownAction(_never: never): null {
  return null;
}
