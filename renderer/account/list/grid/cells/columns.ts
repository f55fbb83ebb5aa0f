// The grid's columns: those of the list, with the one to select by and the one with the actions, and how wide each is.
import type { CellKind, Column } from '../../../../../app/model/lists/list-description';
import type { ListWords } from '../../../../../app/texts/account/lists';
import { formatDay } from '../../../../../app/texts/format';

export interface GridColumn {
  /** What it shows: a value of the row, the tick box, or the button of its actions. */
  holds: 'value' | 'tick' | 'actions';
  id: string;
  /** Only where it holds a value. */
  column: Column | null;
  /** The first value: it stays in view when the rest is scrolled sideways, as the tick box does. */
  isFirst: boolean;
  /** What its values take in the language (rem), where that varies; 0: what its kind usually does. */
  needed: number;
}

/** The least width of each kind (rem): what it usually holds, at the size of the text. */
const widths: Readonly<Record<CellKind, number>> = {
  text: 7,
  mono: 8,
  count: 6.25,
  bytes: 7,
  money: 5.75,
  moment: 9,
  day: 6.75,
  state: 7.25,
  secret: 13,
  country: 9.5,
  percent: 6.75,
  minutes: 5.5,
  link: 14,
};
const tickWidth = 2.25;
const actionsWidth = 2.5;
/** A column that grows has at least this (rem): names are long. */
const growing = 9;

/** Figures stand below each other by their last digit. */
export function isFigure(kind: CellKind): boolean {
  return ['count', 'bytes', 'money', 'percent', 'minutes'].includes(kind);
}

/** What hides where amounts are hidden: balances and sums. */
export function isAmount(kind: CellKind): boolean {
  return kind === 'count' || kind === 'bytes' || kind === 'money';
}

const actions: GridColumn = { holds: 'actions', id: 'actions', column: null, isFirst: false, needed: 0 };

/** The list's columns, with the one to tick before and the one of actions behind them, where there are such. `states`: their words. */
export function gridColumns(
  columns: readonly Column[],
  parts: { ticks: boolean; actions: boolean },
  states: ListWords['states'],
  locale: string,
): GridColumn[] {
  const values = columns.map(
    (column, at): GridColumn => ({
      holds: 'value',
      id: column.id,
      column,
      isFirst: at === 0,
      needed: neededByWords(column, states[column.id], locale),
    }),
  );
  const tick: GridColumn = { holds: 'tick', id: 'tick', column: null, isFirst: false, needed: 0 };
  return [...(parts.ticks ? [tick] : []), ...values, ...(parts.actions ? [actions] : [])];
}

/** What text takes (rem): a Latin letter, and what is around the text in a cell, and in a badge within it. */
const letter = 0.45;
const aroundText = 1;
const aroundBadge = 1.9;

/** A day in late autumn: its month has a long name in many languages. */
const longDay = Date.UTC(2026, 10, 22, 12);

/** What the words of states, and dates, take (rem): they are longer in some languages than in others. */
function neededByWords({ kind }: Column, states: ListWords['states'][string] | undefined, locale: string): number {
  if (kind === 'day') return lettersOf(formatDay(longDay, locale)) * letter + aroundText;
  const words = Object.values(states ?? {}).map(({ text }) => lettersOf(text));
  return words.length === 0 ? 0 : Math.max(...words) * letter + aroundBadge;
}

/** How many Latin letters a text is as wide as: Cyrillic letters are a little wider, and Chinese characters twice as wide. */
function lettersOf(text: string): number {
  const widthOf = (character: string) => (character >= '\u2E80' ? 2 : character >= '\u0400' ? 1.15 : 1);
  return Array.from(text, widthOf).reduce((sum, width) => sum + width, 0);
}

/** The least width of a column (rem). */
function leastRem({ holds, column, needed }: GridColumn): number {
  if (column === null) return holds === 'tick' ? tickWidth : actionsWidth;
  return Math.max(needed, column.width ?? Math.max(column.grows === true ? growing : 0, widths[column.kind]));
}

/** The same as a CSS length; the first value never takes more than two fifths of what is in view. */
function leastWidth(column: GridColumn): string {
  const width = `${leastRem(column)}rem`;
  return column.isFirst ? `min(${width}, 40cqi)` : width;
}

/** The room that the columns need (rem). */
export function neededRem(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, column) => sum + leastRem(column), 0);
}

/** The columns that fit into `room` (rem; null: not known): those that may be left out go first, as
 * many as it takes. A row has a menu then, with what is left out. */
export function fittingColumns(columns: readonly GridColumn[], room: number | null): readonly GridColumn[] {
  if (room === null) return columns;
  if (neededRem(columns) <= room) return columns;
  const [least] = columns
    .filter(({ column }) => column?.yields !== undefined)
    .toSorted((a, b) => (b.column?.yields ?? 0) - (a.column?.yields ?? 0));
  if (least === undefined) return columns;
  const others = columns.filter((column) => column !== least);
  // What was left out is in the row's menu.
  return fittingColumns(others.at(-1)?.holds === 'actions' ? others : [...others, actions], room);
}

export interface GridWidths {
  /** For grid-template-columns. */
  template: string;
  /** All columns at their least. */
  least: string;
  /** Those that stay in view. */
  sticky: string;
}

/** How the columns share the width. Where none grows, all values do. */
export function gridWidths(columns: readonly GridColumn[]): GridWidths {
  const anyGrows = columns.some(({ column }) => column?.grows === true);
  const least = columns.map(leastWidth);
  const template = columns.map(({ column }, at) => {
    const grows = column !== null && (column.grows === true || !anyGrows);
    return grows ? `minmax(${least[at]}, 1fr)` : least[at];
  });
  const sticky = columns.filter(({ holds, isFirst }) => holds === 'tick' || isFirst).map(leastWidth);
  return {
    template: template.join(' '),
    least: `calc(${least.join(' + ')})`,
    sticky: `calc(${sticky.join(' + ')})`,
  };
}
