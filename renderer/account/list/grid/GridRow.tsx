// One row of the grid: read, not yet read, or gone. The grid handles what is pressed in it.
import { memo } from 'react';
import type { Row } from '../../../../app/model/lists/list-description';
import { cellText } from '../../../../app/texts/account/cells';
import { listTexts } from '../../../../app/texts/account/list-frame';
import type { ListWords } from '../../../../app/texts/account/lists';
import { classes } from '../../../ui/classes';
import { Icon } from '../../../ui/Icon';
import { locale } from '../../../ui/locale';
import { CellView } from './cells/CellView';
import { type GridColumn, isFigure } from './cells/columns';
import styles from './Grid.module.css';
import type { RowNote } from './row-note';
import { SwitchCell } from './SwitchCell';

interface GridRowProps {
  index: number;
  row: Row | undefined;
  columns: readonly GridColumn[];
  words: ListWords;
  /** Pixels from the top of the rows. */
  top: number;
  height: number;
  /** The column that the keyboard is at; null: it is in another row. */
  activeAt: number | null;
  isSelected: boolean | null;
  /** The outcome of something that was done to this row: shown in place of one cell. */
  note: RowNote | null;
  /** It can be switched on and off in its column for that. */
  canSwitch: boolean;
  /** It was just created. */
  isNew: boolean;
}

type CellsProps = Omit<GridRowProps, 'index' | 'top' | 'height'>;

/** A row's name: its first value that is not empty. */
export function nameOf(row: Row, columns: readonly GridColumn[], words: ListWords): string {
  for (const { column } of columns) {
    if (column === null) continue;
    const text = cellText(row.cells[column.id] ?? null, column.kind, words.states[column.id], locale());
    if (text !== '') return text;
  }
  return listTexts.unnamed;
}

function OneRow({ index, top, height, ...cells }: GridRowProps) {
  const { isSelected, isNew } = cells;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? undefined}
      data-row={index}
      data-new={isNew || undefined}
      className={classes(styles.row, styles.placed)}
      style={{ transform: `translateY(${top}px)`, blockSize: `${height}px` }}
    >
      <RowCells {...cells} />
    </div>
  );
}

/** Nothing in it depends on where the row is: rows that are not read yet pass by without being drawn again. */
const RowCells = memo(Cells);

function Cells({ row, columns, words, activeAt, isSelected, note, canSwitch }: CellsProps) {
  const name = row === undefined ? '' : nameOf(row, columns, words);
  return (
    <>
      {columns.map((each, at) => (
        <div
          key={each.id}
          role="gridcell"
          aria-colindex={at + 1}
          tabIndex={activeAt === at ? 0 : -1}
          data-col={at}
          data-holds={each.holds}
          data-figure={each.column !== null && isFigure(each.column.kind)}
          data-first={each.isFirst}
          className={styles.cell}
        >
          {row === undefined ? (
            <Bone spoken={at === 0} />
          ) : each.holds === 'tick' ? (
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isSelected === true}
              readOnly
              aria-label={listTexts.selectRow({ name })}
            />
          ) : each.column === null ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.more}
              aria-label={listTexts.actionsOf({ name })}
              aria-haspopup="menu"
              title={listTexts.actions}
              data-does="menu"
            >
              <Icon name="more" />
            </button>
          ) : canSwitch && each.column.switches === true && row.cells[each.id] !== null ? (
            <SwitchCell name={name} isOn={note?.isOn ?? row.cells[each.id] === 'enabled'} note={note} />
          ) : (
            <CellView
              column={each.column}
              cell={row.cells[each.id] ?? null}
              states={words.states[each.id]}
              label={words.columns[each.id] ?? each.id}
            />
          )}
        </div>
      ))}
    </>
  );
}

function Bone({ spoken }: { spoken: boolean }) {
  return (
    <>
      <span className={styles.bone} aria-hidden="true" />
      {spoken ? <span className="only-spoken">{listTexts.loading}</span> : null}
    </>
  );
}

/** Drawn again only when something of it has changed. */
export const GridRow = memo(OneRow);
