// What the tray shows, as plain data derived from the state: icon, tooltip, title, and (app/tray/menu-model.ts) the
// menu. Pure.
import type { AppState } from '../model/state/app-state';
import { demoTexts } from '../texts/demo';
import { formatAge } from '../texts/format';
import { noticeText } from '../texts/status/notice';
import { trayTexts } from '../texts/status/tray';
import { amountsOf, type TrayMenuItem, trayMenu, type View } from './menu-model';
import { type TrayIcon, trayIcon, type TrayMark, type TrayPlatform } from './icon';

export interface TrayModel {
  icon: TrayIcon;
  /** One to four short lines. */
  tooltip: string;
  /** Beside the icon in the macOS menu bar; empty elsewhere. */
  title: string;
  menu: TrayMenuItem[];
}

/** Windows cuts a tooltip at 127 characters. */
const tooltipLimit = 127;

/**
 * The tray for a state. `now` in milliseconds, `locale` a BCP 47 tag, `dark`: the panel that holds the icon is dark.
 */
export function trayModel(
  state: AppState,
  platform: TrayPlatform,
  now: number,
  locale: string,
  dark: boolean,
): TrayModel {
  const view = { state, now, locale, amounts: amountsOf(state, locale) };
  return {
    icon: trayIcon(trayMark(state), platform, dark),
    tooltip: tooltipOf(view),
    title: platform === 'darwin' ? titleOf(view) : '',
    menu: trayMenu(view),
  };
}

/** The mark of a state: its severity, once something is known. */
function trayMark({ notice: { severity, says } }: AppState): TrayMark {
  return says.id === 'first-read' || says.id === 'waiting-for-keyring' ? 'waiting' : severity;
}

function tooltipOf({ state, now, locale, amounts }: View): string {
  const { ips, traffic, wallet, notice } = state;
  const figures = [
    ips.value === null ? null : trayTexts.ips({ count: ips.value.total, shown: amounts.count(ips.value.total) }),
    traffic.value === null ? null : amounts.bytes(traffic.value.total),
    wallet.value === null ? null : amounts.money(wallet.value.amount),
  ].filter((text) => text !== null);
  const read = [ips, traffic, wallet].map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  const lines: string[] = [state.source.kind === 'demo' ? demoTexts.about({ text: trayTexts.name }) : trayTexts.name];
  if (figures.length > 0) lines.push(figures.join(' · '));
  if (notice.says.id !== 'all-well') lines.push(noticeText(notice, now, locale, state.settings.hideAmounts).text);
  // The oldest: a line about all three must not make one look newer.
  if (read.length > 0 && notice.says.id !== 'stale')
    lines.push(trayTexts.updated({ age: formatAge(Math.min(...read), now, locale) }));
  const text = lines.join('\n');
  return text.length <= tooltipLimit ? text : `${text.slice(0, tooltipLimit - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

function titleOf({ state, amounts }: View): string {
  if (state.settings.hideAmounts) return '';
  switch (state.settings.trayTitle) {
    case 'none':
      return '';
    case 'ips':
      return state.ips.value === null ? '' : amounts.count(state.ips.value.total);
    case 'traffic':
      return state.traffic.value === null ? '' : amounts.bytes(state.traffic.value.total);
    case 'wallet':
      return state.wallet.value === null ? '' : amounts.money(state.wallet.value.amount);
    default:
      return state.settings.trayTitle satisfies never;
  }
}
