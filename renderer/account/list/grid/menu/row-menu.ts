// What the menu of a row offers: to copy the value that was pressed, and what can be done to the row.
import type { Column, Row } from '../../../../../app/model/lists/list-description';
import { cellText } from '../../../../../app/texts/account/cells';
import { listTexts } from '../../../../../app/texts/account/list-frame';
import type { ListWords } from '../../../../../app/texts/account/lists';
import { locale } from '../../../../ui/locale';
import { isShown, toggleSecret } from '../../../secrets/reveal';
import { isAmount } from '../cells/columns';
import type { MenuEntry } from './RowMenu';

interface MenuOf {
  row: Row;
  /** The one that was pressed; null: the row's button. */
  column: Column | null;
  /** Those that have no room in the grid. */
  leftOut: readonly Column[];
  words: ListWords;
  copy: (row: Row, column: Column, words: ListWords) => void;
  actions: readonly MenuEntry[];
  open: { label: string; run: (row: Row) => void } | undefined;
}

/** The entries in groups: what opens, what copies, what has no room in the row, what acts, what removes. */
export function menuGroups({ row, column, leftOut, words, copy, actions, open }: MenuOf): MenuEntry[][] {
  return [
    open === undefined ? [] : [{ id: 'open', label: open.label, run: () => open.run(row) }],
    column === null ? [] : valueEntries(row, column, words, copy),
    leftOut.flatMap((each) => (each === column ? [] : leftOutEntries(row, each, words, copy))),
    actions.filter(({ dangerous }) => dangerous !== true),
    actions.filter(({ dangerous }) => dangerous === true),
  ];
}

/** The value of a column that has no room, which copies it; a secret is only copied. */
function leftOutEntries(row: Row, column: Column, words: ListWords, copy: MenuOf['copy']): MenuEntry[] {
  const cell = row.cells[column.id] ?? null;
  if (cell === null || cell === '') return [];
  const label = words.columns[column.id] ?? column.id;
  const run = () => copy(row, column, words);
  const id = `value-${column.id}`;
  if (column.kind === 'secret') return [{ id, label: listTexts.copyCell({ column: label }), icon: 'copy', run }];
  const text = cellText(cell, column.kind, words.states[column.id], locale());
  return [{ id, label, value: { text, isAmount: isAmount(column.kind) }, icon: 'copy', run }];
}

function valueEntries(row: Row, column: Column, words: ListWords, copy: MenuOf['copy']): MenuEntry[] {
  const cell = row.cells[column.id] ?? null;
  if (cell === null || cell === '') return [];
  const label = words.columns[column.id] ?? column.id;
  const copies: MenuEntry = {
    id: 'copy',
    label: listTexts.copyCell({ column: label }),
    icon: 'copy',
    run: () => copy(row, column, words),
  };
  if (column.kind === 'secret') {
    const ref = String(cell);
    const shown = isShown(ref);
    const toggles: MenuEntry = {
      id: 'reveal',
      label: shown ? listTexts.hideSecret({ column: label }) : listTexts.showSecret({ column: label }),
      icon: shown ? 'eyeOff' : 'eye',
      run: () => toggleSecret(ref),
    };
    return [toggles, copies];
  }
  return cellText(cell, column.kind, words.states[column.id], locale()) === '' ? [] : [copies];
}
