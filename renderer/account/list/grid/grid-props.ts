// What the grid is given by its list.
import type { Column, Row } from '../../../../app/model/lists/list-description';
import type { ListWords } from '../../../../app/texts/account/lists';
import type { Pages } from '../pages/pages';
import type { PagesView } from '../pages/pages-view';
import type { ListFilter, Selection } from '../selection/selection';
import type { GridColumn } from './cells/columns';
import type { RowNote } from './row-note';
import type { MenuEntry } from './menu/RowMenu';

export interface GridProps {
  words: ListWords;
  columns: readonly GridColumn[];
  pages: Pages;
  view: PagesView;
  /** The rows answer an earlier query. */
  isOld: boolean;
  /** They have been for a while, and are dimmed. */
  isLate: boolean;
  sort: ListFilter['sort'];
  onSort: (column: Column) => void;
  /** null: nothing can be selected. */
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
  onSelectAll: () => void;
  /** `leftOut`: columns that have no room in the grid. */
  menuOf: (row: Row, column: Column | null, leftOut: readonly Column[]) => readonly (readonly MenuEntry[])[];
  onCopy: (row: Row, column: Column) => void;
  onOpen: (row: Row) => void;
  /** The result of an action on a row, by the row's key. */
  notes: ReadonlyMap<string, RowNote>;
  /** Switches a row on or off; null: none can be. */
  onSwitch: ((row: Row, on: boolean) => void) | null;
  /** The key of a row that was just created; null: none was. */
  newKey: string | null;
  /** The keyboard leaves the grid, upwards. */
  onLeave: () => void;
}
