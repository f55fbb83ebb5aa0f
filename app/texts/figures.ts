// What the figures are called, and their values in words: popover, tray, terminal and notices.
import type { Figure } from '../model/figures/figure';
import type { FigureId, Figures, FigureValue } from '../model/figures/figures';
import english from './en/figures.json';
import { type Amounts, formatList } from './format';
import { isNoneYet } from './renewal';
import { texts } from './texts';

type FigureName = FigureId | 'subAccounts';

const words = texts('figures', english);

export const figureNames: Readonly<Record<FigureName, string>> = words.names;

/** In the order in which they are shown. Null: the value does not say. */
const valueTexts: { [Id in FigureId]: (value: FigureValue<Id>, amounts: Amounts) => string | null } = {
  ips: ({ total }, { count }) => count(total),
  traffic: ({ total }, { bytes }) => bytes(total),
  wallet: ({ amount }, { money }) => money(amount),
  autoRenew(renew) {
    if (isNoneYet(renew)) return words.autoRenew.notSetUp;
    return renew.on === null ? null : words.autoRenew[renew.on ? 'on' : 'off'];
  },
};

/** All figures, in the order in which they are shown. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a table that is written down above
export const shownFigures = Object.keys(valueTexts) as readonly FigureId[];

export interface FigureText<Id extends FigureId = FigureId> {
  id: Id;
  name: string;
  figure: Figure<FigureValue<Id>>;
  /** Null: not known. */
  text: string | null;
}

/** All figures with their names and values, in the order in which they are shown. */
export function figureTexts(figures: Figures, amounts: Amounts): FigureText[] {
  return shownFigures.map((id) => figureText(id, figures[id], amounts));
}

/** One figure with its name and value. */
export function figureText<Id extends FigureId>(
  id: Id,
  figure: Figure<FigureValue<Id>>,
  amounts: Amounts,
): FigureText<Id> {
  const text = figure.value === null ? null : valueTexts[id](figure.value, amounts);
  return { id, name: figureNames[id], figure, text };
}

/** A traffic package's name; 9Proxy may not give one. */
export function packageName(name: string): string {
  return name === '' ? words.unnamedPackage : name;
}

/** The figures' names as a list in a sentence. */
export function listOfFigures(figures: readonly FigureName[], locale: string): string {
  return formatList(
    figures.map((figure) => figureNames[figure]),
    locale,
  );
}

/** An IP plan by the vendor's number for it: the one way it is named. */
export function planName(id: number): string {
  if (id === 1) return words.plans.standard;
  return id === 2 ? words.plans.enterprise : words.plans.other({ id: String(id) });
}
