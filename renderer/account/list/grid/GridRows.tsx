// The rows in view, and those that could not be read.
import type { Virtualizer } from '@tanstack/react-virtual';
import { FailedPage } from './FailedPage';
import { isSelected } from '../selection/selection';
import styles from './Grid.module.css';
import type { CellPosition } from './navigation/grid-navigation';
import type { GridProps } from './grid-props';
import { GridRow } from './GridRow';
import { noteFor } from './row-note';

interface GridRowsProps
  extends Pick<GridProps, 'words' | 'columns' | 'pages' | 'view' | 'selection' | 'notes' | 'newKey'> {
  /** Rows can be switched on and off. */
  canSwitch: boolean;
  virtual: Virtualizer<HTMLDivElement, Element>;
  rowHeight: number;
  /** The cell that has the keyboard. */
  place: CellPosition;
}

/** Only rows near those in view are drawn. */
export function GridRows(props: GridRowsProps) {
  const { words, columns, pages, view, selection, notes, canSwitch, newKey, virtual, rowHeight, place } = props;
  const items = virtual.getVirtualItems();
  const failed = new Map(
    items.flatMap(({ index }) => {
      const stretch = view.stretchAt(index);
      return stretch === null ? [] : [[stretch.from, stretch] as const];
    }),
  );
  return (
    <div role="rowgroup" className={styles.rows} style={{ blockSize: `${virtual.getTotalSize()}px` }}>
      {items.map(({ index, start }) => {
        const row = view.at(index);
        if (row === undefined && view.stretchAt(index) !== null) return null;
        return (
          <GridRow
            key={index}
            index={index}
            row={row}
            columns={columns}
            words={words}
            top={start - rowHeight}
            height={rowHeight}
            note={row === undefined ? null : noteFor(row, notes, view.asOf)}
            canSwitch={canSwitch}
            isNew={row !== undefined && row.key === newKey}
            activeAt={place.row === index ? place.col : null}
            isSelected={selection === null || row === undefined ? null : isSelected(selection, row)}
          />
        );
      })}
      {[...failed.values()].map(({ from, to, problem }) => (
        <FailedPage
          key={`unread ${from}`}
          from={from}
          to={to}
          isOpenEnded={view.total === null}
          problem={problem}
          rowHeight={rowHeight}
          cols={columns.length}
          isActive={place.row >= from && place.row <= to}
          onRetry={() => pages.retry(from)}
        />
      ))}
    </div>
  );
}
