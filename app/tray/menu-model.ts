// The tray's menu as plain data: every fact there is, since on many Linux desktops the menu is all there is, and the quick
// actions. Pure. It holds moments and no ages, so that it stays equal (and is not rebuilt under the pointer) while time goes by.
import type { AppState, SubAccount } from '../model/state/app-state';
import type { Figure } from '../model/figures/figure';
import type { FigureId, FigureValue } from '../model/figures/figures';
import { figureNames, type FigureText, figureTexts } from '../texts/figures';
import {
  type Amounts,
  formatBytes,
  formatCount,
  formatMoment,
  formatMomentShort,
  formatMoney,
  shortened,
} from '../texts/format';
import { noticeText } from '../texts/status/notice';
import { problemText } from '../texts/problems/problems';
import { isNoneYet } from '../texts/renewal';
import {
  accountLines,
  figureLine,
  ipsText,
  lowBelow,
  nextRefreshLine,
  panicLines,
  packageLine,
  planLine,
  readAt,
  renewLines,
  subAccountLine,
  trayWords,
} from '../texts/status/tray';

export type TrayAction =
  | { type: 'open' | 'account' | 'refresh' | 'settings' | 'enter-key' | 'panic' | 'leave-demo' | 'quit' }
  | { type: 'switch'; id: number; enabled: boolean };

export type TrayMenuItem =
  | { kind: 'separator' }
  | { kind: 'fact'; label: string; more: string[] }
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
  const { state, now, locale } = view;
  const sections: TrayMenuItem[][] = [
    noticeItems(view),
    figureTexts(state, view.amounts).map((figure) => figureItem(view, figure)),
    [...subAccountItems(view), ...panicItems(view)],
    [
      ...accountItems(view),
      fact(nextRefreshLine(state.refresh.nextAt, state.refresh.reason, now, locale)),
      ...state.storage.map((problem) => {
        const { title, cause, next } = problemText(problem, locale, now);
        return fact(title, [cause, next]);
      }),
    ],
    actionItems(state),
  ];
  return sections
    .filter((section) => section.length > 0)
    .flatMap((section, index) => (index === 0 ? section : [separator, ...section]));
}

function fact(label: string, more: (string | null)[] = []): TrayMenuItem {
  return { kind: 'fact', label, more: more.filter((line) => line !== null) };
}

/** A name as long as it may be, so that what follows it is still seen. */
function nameOf(name: string): string {
  return shortened(name, LONGEST_NAME);
}

function action(label: string, type: Exclude<TrayAction['type'], 'switch'>, enabled = true): TrayMenuItem {
  return { kind: 'action', label, enabled, action: { type } };
}

function noticeItems({ state, now, locale }: View): TrayMenuItem[] {
  const title = fact(state.source.kind === 'demo' ? trayWords.demo : trayWords.name);
  // A stale notice would name an age; the figures below name the moments.
  if (state.notice.says.id === 'stale') return [title];
  const { text, detail } = noticeText(state.notice, now, locale, state.settings.hideAmounts);
  return [title, fact(text, [detail])];
}

/** A figure's line, and below it what it consists of, when it was read, and what is wrong. */
function figureItem<Id extends FigureId>(view: View, { id, name, figure, text }: FigureText<Id>): TrayMenuItem {
  const details = figure.value === null ? [] : (figureDetails[id]?.(figure.value, view) ?? []);
  return figureFact(view, name, figure, text, details);
}

function figureFact(
  { now, locale }: View,
  name: string,
  { value, status, asOf, problem }: Figure<unknown>,
  text: string | null,
  details: (string | null)[],
): TrayMenuItem {
  const isOffered = problem?.kind !== 'not-offered';
  const unread = isOffered ? trayWords.notRead : trayWords.notOffered;
  const isOld = status === 'stale' || status === 'failed';
  const more = [...details];
  if (asOf !== null) more.push(readAt(asOf, now, locale));
  if (problem !== undefined && isOffered) more.push(problemText(problem, locale, now).title);
  const shown = value === null ? unread : (text ?? trayWords.unknown);
  return fact(figureLine(name, shown, isOld && asOf !== null ? formatMomentShort(asOf, now, locale) : null), more);
}

/** What a figure consists of, where there is more than its value. */
const figureDetails: { [Id in FigureId]?: (value: FigureValue<Id>, view: View) => (string | null)[] } = {
  ips: ({ plans }, { state, amounts }) => [
    ...plans.map(({ planId, amount }) => planLine(planId, amounts.count(amount))),
    lowBelow(amounts.count(state.settings.lowAt.ips)),
  ],
  traffic: ({ packages }, { state, amounts, now, locale }) => [
    ...packages.map(({ name, left, original, expiresAt }) =>
      packageLine(
        nameOf(name),
        amounts.bytes(left),
        original === null ? null : amounts.bytes(original),
        expiresAt,
        hourOf(now),
        locale,
      ),
    ),
    lowBelow(amounts.bytes(state.settings.lowAt.traffic)),
  ],
  wallet: (_, { state, amounts }) => [lowBelow(amounts.money(state.settings.lowAt.wallet))],
  autoRenew(renew, { state, amounts, locale }) {
    const at = (moment: number) => formatMoment(moment, locale);
    return [
      isNoneYet(renew) ? null : renewLines.reported,
      renew.packageName === null ? null : renewLines.package(nameOf(renew.packageName)),
      renew.price === null ? null : renewLines.price(amounts.money(renew.price)),
      renew.whenIps === null ? null : renewLines.whenIps(amounts.count(renew.whenIps)),
      renew.whenTraffic === null ? null : renewLines.whenTraffic(amounts.bytes(renew.whenTraffic)),
      renew.nextAt === null ? null : renewLines.next(at(renew.nextAt)),
      renew.lastOutcome === null
        ? null
        : renewLines.last(renew.lastAt === null ? null : at(renew.lastAt), renewLines.outcome[renew.lastOutcome]),
      // 9Proxy's own words may name an amount.
      state.settings.hideAmounts ? null : renew.lastMessage,
    ];
  },
};

/** The start of the hour: "expires in 3 days" may be wrong by an hour, but must not change every minute. */
function hourOf(now: number): number {
  return now - (now % 3_600_000);
}

function subAccountItems(view: View): TrayMenuItem[] {
  const { state, amounts } = view;
  const { count, pinned } = state.subAccounts;
  if (count.value === null && pinned.length === 0) return [];
  const text = count.value === null ? null : amounts.count(count.value);
  const total = figureFact(view, figureNames.subAccounts, count, text, []);
  const items = pinned.map((account) => pinnedItem(view, account));
  return [total, ...(items.length > 0 ? items : [fact(trayWords.noPinned)])];
}

/** Both ways lead to the account window, which asks again: a menu item is easily clicked by mistake. */
function panicItems({ state, amounts }: View): TrayMenuItem[] {
  const { panic } = state.bulk;
  const canAsk = state.key.status === 'present';
  const isUnderWay = panic !== null && ['gathering', 'running', 'undoing'].includes(panic.phase);
  // One whose answer never came may be off, too.
  const toRestore = panic?.toRestore ?? 0;
  if (panic === null || panic.phase === 'undone' || (!isUnderWay && toRestore === 0)) {
    const { value } = state.subAccounts.count;
    return value === null || value === 0 ? [] : [action(panicLines.disable, 'panic', canAsk)];
  }
  switch (panic.phase) {
    case 'gathering':
    case 'running':
      return [action(panicLines.disabling, 'panic')];
    case 'undoing':
      return [action(panicLines.restoring, 'panic')];
    default:
      return [action(panicLines.restore(amounts.count(toRestore)), 'panic')];
  }
}

function pinnedItem({ state, now, locale, amounts }: View, account: SubAccount): TrayMenuItem {
  const flip = state.subAccounts.switches.find(({ id }) => id === account.id);
  const pending = flip?.phase === 'pending';
  const checked = (pending ? flip.wanted : account.enabled) ?? false;
  const failure =
    flip?.phase === 'rolled-back' && flip.problem !== undefined ? problemText(flip.problem, locale, now).title : null;
  const holds = [
    account.ips === null ? null : ipsText(amounts.count(account.ips)),
    account.traffic === null || account.traffic === 0 ? null : amounts.bytes(account.traffic),
    account.enabled === null ? trayWords.unknown : null,
  ].filter((text) => text !== null);
  return {
    kind: 'check',
    label: subAccountLine(
      nameOf(account.username),
      holds.length === 0 ? null : holds.join(', '),
      pending ? (flip.wanted ? 'on' : 'off') : null,
      failure,
    ),
    checked,
    enabled: state.key.status === 'present',
    action: { type: 'switch', id: account.id, enabled: !checked },
  };
}

function accountItems({ state }: View): TrayMenuItem[] {
  const account = state.account.value;
  if (account === null) return [];
  return [
    fact(accountLines.title(nameOf(account.email ?? account.username ?? String(account.id))), [
      accountLines.id(account.id),
      account.emailVerified === null ? null : accountLines.verified(account.emailVerified),
      account.twoFactor === null ? null : accountLines.twoFactor(account.twoFactor),
    ]),
  ];
}

function actionItems(state: AppState): TrayMenuItem[] {
  const { reason, nextAt } = state.refresh;
  const isRateLimited = reason === 'rate-limited' && nextAt !== null;
  const { status } = state.key;
  const items: TrayMenuItem[] = [];
  if (status === 'refused') items.push(action(trayWords.enterNewKey, 'enter-key'));
  if (status === 'absent' || status === 'changed' || status === 'unreadable' || status === 'locked')
    items.push(action(trayWords.enterKey, 'enter-key'));
  items.push(action(trayWords.refresh, 'refresh', status === 'present' && !isRateLimited));
  items.push(action(trayWords.glance, 'open'));
  if (status !== 'absent') items.push(action(trayWords.open, 'account'));
  items.push(action(trayWords.settings, 'settings'));
  if (state.source.kind === 'demo') items.push(action(trayWords.leaveDemo, 'leave-demo'));
  items.push(action(trayWords.quit, 'quit'));
  return items;
}
