// The tray's menu as plain data: how the account stands, its figures, the pinned sub-accounts, and what can be done. On many Linux desktops
// it is all there is. Pure. It holds moments and no ages, so that it stays equal (and is not rebuilt under the pointer) while time goes by.
import type { AppState, SubAccount } from '../model/state/app-state';
import { emergencyStopOf } from '../model/emergency-stop';
import { demoText } from '../texts/demo';
import { figureTexts } from '../texts/figures';
import { type Amounts, formatBytes, formatCount, formatMomentShort, formatMoney, shortened } from '../texts/format';
import { noticeText } from '../texts/status/notice';
import { problemText } from '../texts/problems/problems';
import {
  emergencyStopLines,
  figureLine,
  ipsText,
  notSwitchedText,
  subAccountLine,
  switchingText,
  trayWords,
} from '../texts/status/tray';

export type TrayAction =
  | {
      type:
        | 'open'
        | 'account'
        | 'refresh'
        | 'settings'
        | 'enter-key'
        | 'regenerate'
        | 'panic'
        | 'start-demo'
        | 'leave-demo'
        | 'quit';
    }
  | { type: 'switch'; id: number; enabled: boolean };

export type TrayMenuItem =
  | { kind: 'separator' }
  | { kind: 'fact'; label: string }
  | { kind: 'action'; label: string; enabled: boolean; action: TrayAction }
  | { kind: 'check'; label: string; checked: boolean; enabled: boolean; action: TrayAction };

/** Characters of a name of the account's own. */
const LONGEST_NAME = 40;

const separator: TrayMenuItem = { kind: 'separator' };

/** What a part of the tray is made from. */
export interface View {
  state: AppState;
  now: number;
  locale: string;
  amounts: Amounts;
}

/** How amounts are written for this state. */
export function amountsOf(state: AppState, locale: string): Amounts {
  const shown = (format: (value: number, locale: string) => string) => (value: number) =>
    state.settings.hideAmounts ? trayWords.hidden : format(value, locale);
  return { count: shown(formatCount), bytes: shown(formatBytes), money: shown(formatMoney) };
}

/** The menu, section by section. */
export function trayMenu(view: View): TrayMenuItem[] {
  const sections: TrayMenuItem[][] = [
    [fact(statusLine(view)), ...figureItems(view)],
    view.state.subAccounts.pinned.map((account) => pinnedItem(view, account)),
    windowItems(view.state),
    accountActions(view),
    applicationItems(view.state),
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [separator, ...section]));
}

function fact(label: string): TrayMenuItem {
  return { kind: 'fact', label };
}

/** A name as long as it may be, so that what follows it is still seen. */
function nameOf(name: string): string {
  return shortened(name, LONGEST_NAME);
}

function action(label: string, type: Exclude<TrayAction['type'], 'switch'>, enabled = true): TrayMenuItem {
  return { kind: 'action', label, enabled, action: { type } };
}

function isDemo({ source }: AppState): boolean {
  return source.kind === 'demo';
}

/** How the account stands. A menu may be open for long, so a moment stands for an age. */
function statusLine({ state, now, locale }: View): string {
  const { notice, settings } = state;
  const text =
    notice.says.id === 'stale'
      ? trayWords.lastUpdated(formatMomentShort(notice.says.asOf, now, locale))
      : noticeText(notice, now, locale, settings.hideAmounts).text;
  return isDemo(state) ? demoText(text) : text;
}

/** One line each; none before the first key, as there is nothing to tell. */
function figureItems({ state, now, locale, amounts }: View): TrayMenuItem[] {
  if (state.key.status === 'absent' && figureTexts(state, amounts).every(({ figure }) => figure.value === null))
    return [];
  return figureTexts(state, amounts).map(({ name, figure, text }) => {
    const unread = figure.problem?.kind === 'not-offered' ? trayWords.notOffered : trayWords.notRead;
    const shown = figure.value === null ? unread : (text ?? trayWords.unknown);
    const isCurrent = figure.status === 'fresh' || figure.asOf === null;
    return fact(figureLine(name, shown, isCurrent ? null : formatMomentShort(figure.asOf ?? now, now, locale)));
  });
}

/** All pinned rows have one form: the name, then its IPs and its traffic, or how its switch goes. */
function pinnedItem({ state, now, locale, amounts }: View, account: SubAccount): TrayMenuItem {
  const flip = state.subAccounts.switches.find(({ id }) => id === account.id);
  const pending = flip?.phase === 'pending';
  const checked = (pending ? flip.wanted : account.enabled) ?? false;
  const failure =
    flip?.phase === 'rolled-back' && flip.problem !== undefined ? problemText(flip.problem, locale, now).title : null;
  const holds = [
    ipsText(account.ips === null ? trayWords.missing : amounts.count(account.ips)),
    account.traffic === null ? trayWords.missing : amounts.bytes(account.traffic),
    ...(account.enabled === null ? [trayWords.unknown] : []),
  ];
  return {
    kind: 'check',
    label: subAccountLine(
      nameOf(account.username),
      pending ? [switchingText(flip.wanted)] : failure === null ? holds : [notSwitchedText(failure)],
    ),
    checked,
    enabled: state.key.status === 'present',
    action: { type: 'switch', id: account.id, enabled: !checked },
  };
}

function windowItems(state: AppState): TrayMenuItem[] {
  const { status } = state.key;
  const { reason, nextAt } = state.refresh;
  const isRateLimited = reason === 'rate-limited' && nextAt !== null;
  return [
    ...(status === 'absent' ? [] : [action(trayWords.open, 'account')]),
    action(trayWords.popover, 'open'),
    // The demo's figures move by themselves.
    ...(status === 'absent' || isDemo(state)
      ? []
      : [action(trayWords.refresh, 'refresh', status === 'present' && !isRateLimited)]),
  ];
}

function accountActions(view: View): TrayMenuItem[] {
  return [...emergencyStopItems(view), keyItem(view.state)];
}

/** Each way leads to the account window, which asks again: a slip of the pointer must not stop anything. */
function emergencyStopItems({ state, amounts }: View): TrayMenuItem[] {
  const stop = emergencyStopOf(state.bulk.panic);
  switch (stop?.phase) {
    case 'stopping':
      return [action(emergencyStopLines.stopping, 'panic')];
    case 'restoring':
      return [action(emergencyStopLines.restoring, 'panic')];
    case 'stopped':
      return [action(emergencyStopLines.restore(amounts.count(stop.count), stop.count === 1), 'panic')];
    case 'incomplete':
    case undefined: {
      const { value } = state.subAccounts.count;
      const canAsk = state.key.status === 'present';
      return value === null || value === 0 ? [] : [action(emergencyStopLines.stop, 'panic', canAsk)];
    }
  }
}

function keyItem({ key: { status }, rotation }: AppState): TrayMenuItem {
  if (rotation.current !== null) return action(trayWords.continueRotation, 'regenerate');
  if (status === 'refused') return action(trayWords.newKey, 'enter-key');
  if (status === 'present' || status === 'asking')
    return action(trayWords.regenerate, 'regenerate', status === 'present');
  return action(trayWords.enterKey, 'enter-key');
}

function applicationItems(state: AppState): TrayMenuItem[] {
  return [
    ...(isDemo(state) ? [action(trayWords.leaveDemo, 'leave-demo')] : []),
    ...(!isDemo(state) && state.key.status === 'absent' ? [action(trayWords.startDemo, 'start-demo')] : []),
    action(trayWords.settings, 'settings'),
    action(trayWords.quit, 'quit'),
  ];
}
