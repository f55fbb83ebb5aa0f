// The tray's menu as plain data: how the account stands, its figures, the pinned sub-accounts, and what can be done. On many Linux desktops
// it is all there is. Pure. It holds moments and no ages, so that it stays equal (and is not rebuilt under the pointer) while time goes by.
import type { AppState, SubAccount } from '../model/state/app-state';
import { emergencyStopOf } from '../model/bulk/emergency-stop';
import { demoTexts } from '../texts/demo';
import { figureTexts } from '../texts/figures';
import {
  type Amounts,
  formatBytes,
  formatCount,
  formatMomentShort,
  formatMoney,
  shortened,
  hiddenAmount,
} from '../texts/format';
import { noticeText } from '../texts/status/notice';
import { problemText } from '../texts/problems/problems';
import { missingNumber, subAccountLine, trayTexts } from '../texts/status/tray';

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
        | 'access'
        | 'pause-gateway'
        | 'resume-gateway'
        | 'copy-address'
        | 'quit';
    }
  | { type: 'switch'; id: number; enabled: boolean };

export type TrayMenuItem =
  | { kind: 'separator' }
  | { kind: 'fact'; label: string }
  | { kind: 'submenu'; label: string; items: TrayMenuItem[] }
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
    state.settings.hideAmounts ? hiddenAmount : format(value, locale);
  return { count: shown(formatCount), bytes: shown(formatBytes), money: shown(formatMoney) };
}

/** The menu, section by section. */
export function trayMenu(view: View): TrayMenuItem[] {
  const sections: TrayMenuItem[][] = [
    [fact(statusLine(view)), ...figureItems(view)],
    view.state.subAccounts.pinned.map((account) => pinnedItem(view, account)),
    windowItems(view.state),
    [...accountActions(view), ...gatewayItems(view.state)],
    applicationItems(view.state),
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [separator, ...section]));
}

function fact(label: string): TrayMenuItem {
  return { kind: 'fact', label };
}

/** A name, cut so that what follows it can be seen. */
function nameOf(name: string): string {
  return shortened(name, LONGEST_NAME);
}

function action(label: string, type: Exclude<TrayAction['type'], 'switch'>, enabled = true): TrayMenuItem {
  return { kind: 'action', label, enabled, action: { type } };
}

function isDemo({ source }: AppState): boolean {
  return source.kind === 'demo';
}

/** The account's status. A menu may be open for long, so it has a moment instead of an age. */
function statusLine({ state, now, locale }: View): string {
  const { notice, settings } = state;
  const text =
    notice.says.id === 'stale'
      ? trayTexts.lastUpdated({ moment: formatMomentShort(notice.says.asOf, now, locale) })
      : noticeText(notice, now, locale, settings.hideAmounts).text;
  return isDemo(state) ? demoTexts.about({ text }) : text;
}

/** One line each; none before the first key, as there is nothing to tell. */
function figureItems({ state, now, locale, amounts }: View): TrayMenuItem[] {
  if (state.key.status === 'absent' && figureTexts(state, amounts).every(({ figure }) => figure.value === null))
    return [];
  return figureTexts(state, amounts).map(({ name, figure, text }) => {
    const unread = figure.problem?.kind === 'not-offered' ? trayTexts.notOffered : trayTexts.notRead;
    const shown = figure.value === null ? unread : (text ?? trayTexts.unknown);
    if (figure.status === 'fresh' || figure.asOf === null) return fact(trayTexts.figure({ name, value: shown }));
    return fact(trayTexts.figureAsOf({ name, value: shown, asOf: formatMomentShort(figure.asOf, now, locale) }));
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
    trayTexts.ips({
      count: account.ips ?? 0,
      shown: account.ips === null ? missingNumber : amounts.count(account.ips),
    }),
    account.traffic === null ? missingNumber : amounts.bytes(account.traffic),
    ...(account.enabled === null ? [trayTexts.unknown] : []),
  ];
  return {
    kind: 'check',
    label: subAccountLine(
      nameOf(account.username),
      pending
        ? [trayTexts.switching({ on: flip.wanted })]
        : failure === null
          ? holds
          : [trayTexts.notSwitched({ reason: failure })],
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
    ...(status === 'absent' ? [] : [action(trayTexts.open, 'account')]),
    action(trayTexts.popover, 'open'),
    // The demo's figures change automatically.
    ...(status === 'absent' || isDemo(state)
      ? []
      : [action(trayTexts.refresh, 'refresh', status === 'present' && !isRateLimited)]),
  ];
}

function accountActions(view: View): TrayMenuItem[] {
  return [...emergencyStopItems(view), keyItem(view.state)];
}

/** Each way leads to the account window, which asks again: an accidental click must not stop anything. */
function emergencyStopItems({ state, amounts }: View): TrayMenuItem[] {
  const stop = emergencyStopOf(state.bulk.panic);
  switch (stop?.phase) {
    case 'stopping':
      return [action(trayTexts.emergencyStop.stopping, 'panic')];
    case 'restoring':
      return [action(trayTexts.emergencyStop.restoring, 'panic')];
    case 'stopped':
      return [
        action(trayTexts.emergencyStop.restore({ count: stop.count, shown: amounts.count(stop.count) }), 'panic'),
      ];
    case 'incomplete':
    case undefined: {
      const { value } = state.subAccounts.count;
      const canAsk = state.key.status === 'present';
      return value === null || value === 0 ? [] : [action(trayTexts.emergencyStop.stop, 'panic', canAsk)];
    }
  }
}

function keyItem({ key: { status }, rotation }: AppState): TrayMenuItem {
  if (rotation.current !== null) return action(trayTexts.continueRotation, 'regenerate');
  if (status === 'refused') return action(trayTexts.newKey, 'enter-key');
  if (status === 'present' || status === 'asking')
    return action(trayTexts.regenerate, 'regenerate', status === 'present');
  return action(trayTexts.enterKey, 'enter-key');
}

/** One line while the gateway is on: a number of requests would rebuild an open menu again and again. */
function gatewayItems({ access }: AppState): TrayMenuItem[] {
  if (!access.on) return [];
  const { gateway } = trayTexts;
  const { status } = access;
  const label =
    status === 'listening' && access.holding !== null
      ? gateway.holding
      : status === 'off'
        ? gateway.starting
        : gateway[status];
  const canPause = status === 'listening' || status === 'paused';
  const pause =
    status === 'paused' ? action(gateway.resume, 'resume-gateway') : action(gateway.pause, 'pause-gateway', canPause);
  const items = [action(gateway.open, 'access'), pause, action(gateway.copyAddress, 'copy-address', canPause)];
  return [{ kind: 'submenu', label, items }];
}

function applicationItems(state: AppState): TrayMenuItem[] {
  return [
    ...(isDemo(state) ? [action(trayTexts.leaveDemo, 'leave-demo')] : []),
    ...(!isDemo(state) && state.key.status === 'absent' ? [action(trayTexts.startDemo, 'start-demo')] : []),
    // The gateway's line is in its place where it is shown: the menu gets no longer, and the window has the settings, too.
    ...(state.access.on && state.key.status !== 'absent' ? [] : [action(trayTexts.settings, 'settings')]),
    action(trayTexts.quit, 'quit'),
  ];
}
