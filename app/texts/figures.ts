// What the figures are called, everywhere: popover, tray, notices. Words only.
import type { Notice } from '../model/app-state';

export type FigureId = Extract<Notice['says'], { id: 'partly' }>['figures'][number];

export const figureNames: Readonly<Record<FigureId, string>> = {
  ips: 'IP balance',
  traffic: 'Traffic',
  wallet: 'Wallet',
  autoRenew: 'Auto renew',
  subAccounts: 'Sub-accounts',
};

/** A traffic package's name; 9Proxy may not give one. */
export function packageName(name: string): string {
  return name === '' ? 'Unnamed package' : name;
}

/** "A", "A and B", "A, B and C". */
export function listOfFigures(figures: readonly FigureId[]): string {
  const names = figures.map((figure) => figureNames[figure]);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
